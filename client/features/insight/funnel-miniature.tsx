import { funnelLines } from "./funnel-lines.ts";
import { FUNNEL_LESSON } from "./learn-lessons.ts";

/** Units by denominator and rate within the lines that chance draws for their size. */
export function FunnelMiniature({ width }: { width: number }) {
  const { inner, outer, centre, units } = funnelLines(FUNNEL_LESSON, { width, height: 170 });
  return (
    <svg
      className="chart funnel"
      viewBox={`0 0 ${width} 170`}
      width={width}
      height={170}
      role="img"
      aria-label="Twelve units in a funnel: one of them lies outside its outer lines"
    >
      <path className="spc-limit" d={outer} />
      <path className="spc-mean" d={inner} />
      <path className="spc-mean" d={centre} />
      {units.map(({ key, x, y, isOutside }) =>
        isOutside ? (
          <rect key={key} className="mark-worse" x={x - 3.6} y={y - 3.6} width="7.2" height="7.2" />
        ) : (
          <circle key={key} className="mark-usual" cx={x} cy={y} r="3" />
        ),
      )}
    </svg>
  );
}
