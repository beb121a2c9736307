import { markPath } from "../../shared/charts/mark-shape.ts";
import { yearStrip } from "../../shared/charts/year-strip-shape.ts";
import "./charts.css";
import "./spc-chart.css";
import { say } from "../text/say.ts";

type YearStripsProps = {
  years: readonly { values: readonly number[]; missed: readonly boolean[] }[];
  usual: { lower: number; upper: number };
  targets: readonly number[];
  domain: readonly [number, number];
};

const SIZE = { width: 200, height: 84 };

/** Simulated years side by side on one scale: a square where a period misses the target. */
export function YearStrips({ years, usual, targets, domain }: YearStripsProps) {
  return (
    <ul className="year-strips">
      {years.map(({ values, missed }, at) => {
        const strip = yearStrip({ values, missed, usual, targets, domain, size: SIZE });
        const label = say("ui.simulatedYear", { year: at + 1, misses: strip.misses.length, periods: values.length });
        return (
          <li key={label}>
            <svg className="chart" viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} {...SIZE} role="img" aria-label={label}>
              <rect className="chart-band" x="0" width={SIZE.width} y={strip.band.y} height={strip.band.height} />
              {strip.targets.map((y) => (
                <path key={y} className="spc-target" d={`M0 ${y}H${SIZE.width}`} />
              ))}
              <path className="chart-line" d={strip.line} />
              {strip.misses.map(({ x, y }) => (
                <path key={x} className="mark-worse" d={markPath("worse", { x, y, size: 3 })} />
              ))}
            </svg>
            <p className="small secondary">
              {say("ui.missesOf", { misses: strip.misses.length, periods: values.length })}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
