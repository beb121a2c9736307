import { useId } from "react";
import type { SpcFrame, SpcView } from "../../shared/charts/spc-frame.ts";
import { varianceShape } from "../../shared/charts/variance-bars.ts";
import { say } from "../text/say.ts";

type VarianceTierProps = { view: SpcView; frame: SpcFrame; name: string; note: string };

/** The second tier of the chart: the difference from the target, month by month, its sign printed. */
export function VarianceTier({ view, frame, name, note }: VarianceTierProps) {
  const id = useId();
  const { height, zero, groups, labels } = varianceShape(view, frame);
  if (groups.length === 0) return null;
  return (
    <svg
      className="chart variance-tier"
      viewBox={`0 0 ${frame.width} ${height}`}
      width={frame.width}
      height={height}
      role="img"
      aria-label={name}
    >
      <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path d="M0 0V5" className="hatch" />
      </pattern>
      <text className="axis-text" x={frame.plot.left - 8} y={zero + 4} textAnchor="end">
        0
      </text>
      {groups.map(({ key, tone, isForecast, path }) => (
        <path
          key={key}
          className={isForecast ? "bar bar-forecast" : `bar bar-${tone}`}
          data-scenario={isForecast ? "fc" : "ac"}
          d={path}
          fill={isForecast ? `url(#${id})` : undefined}
        />
      ))}
      <path className="zero-line" d={`M${frame.plot.left} ${zero}H${frame.plot.right}`} />
      {labels.map(({ key, text, x, y, size, tone }) => (
        <text
          key={key}
          className={`chart-label label-${tone ?? "plain"}`}
          x={x}
          y={y}
          fontSize={size}
          textAnchor="middle"
        >
          {text}
        </text>
      ))}
      {frame.isNarrow ? null : (
        <>
          <text
            className="chart-label label-strong"
            x={frame.plot.right + 10}
            y={zero - 2}
            fontSize="11.5"
            fontWeight="600"
          >
            {say("ui.deltaTarget")}
          </text>
          <text className="chart-label label-soft" x={frame.plot.right + 10} y={zero + 12} fontSize="11.5">
            {note}
          </text>
        </>
      )}
    </svg>
  );
}
