import { funnelShape } from "../../shared/charts/funnel-shape.ts";
import type { FunnelView } from "../../shared/contracts/by-unit.ts";
import { formatNumber } from "../ui/format.ts";
import { useWidth } from "../ui/use-width.ts";
import "./charts.css";
import "./spc-chart.css";
import "./funnel-plot.css";

type FunnelPlotProps = { funnel: FunnelView; name: string; description: string; across: string; locale: string };

/** Units by size, with the limits that their size and the usual spread between units give. */
export function FunnelPlot({ funnel, name, description, across, locale }: FunnelPlotProps) {
  const [box, width] = useWidth<HTMLDivElement>();
  const shape = width === 0 ? null : funnelShape(funnel, width);
  return (
    <div ref={box} className="funnel">
      {shape === null ? null : (
        <svg
          className="chart"
          viewBox={`0 0 ${shape.width} ${shape.height}`}
          width={shape.width}
          height={shape.height}
          role="img"
          aria-label={`${name} ${description}`}
        >
          {shape.yTicks.map(({ y, value }) => (
            <g key={value}>
              <path className="funnel-grid" d={`M${shape.plot.left} ${y}H${shape.plot.right}`} />
              <text className="axis-text" x={shape.plot.left - 8} y={y + 4} textAnchor="end">
                {formatNumber(value, shape.decimals, locale)}
              </text>
            </g>
          ))}
          {shape.xTicks.map(({ x, value }) => (
            <text key={value} className="axis-text" x={x} y={shape.plot.bottom + 16} textAnchor="middle">
              {formatNumber(value, 0, locale)}
            </text>
          ))}
          <text className="axis-text" x={shape.plot.right} y={shape.plot.bottom + 34} textAnchor="end">
            {across}
          </text>
          <path className="spc-mean" d={`M${shape.plot.left} ${shape.centre}H${shape.plot.right}`} />
          {shape.inner.map((path) => (
            <path key={path} className="funnel-inner" d={path} />
          ))}
          {shape.outer.map((path) => (
            <path key={path} className="spc-limit" d={path} />
          ))}
          {shape.marks.map(({ key, kind, path }) => (
            <path key={key} className={`spc-mark mark-${kind}`} data-mark={kind} d={path} />
          ))}
          {shape.labels.map(({ key, text, x, y, anchor, size }) => (
            <text key={key} className="chart-label" x={x} y={y} textAnchor={anchor} fontSize={size}>
              {text}
            </text>
          ))}
        </svg>
      )}
    </div>
  );
}
