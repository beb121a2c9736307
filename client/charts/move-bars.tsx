import { type BetterSide, type MoveRow, type MoveStep, moveShape } from "../../shared/charts/move-shape.ts";
import { fittedText } from "../../shared/charts/text-width.ts";
import { useWidth } from "../ui/use-width.ts";
import "./charts.css";
import "./move-bars.css";

type MoveBarsProps = {
  steps: readonly MoveStep[];
  total: Omit<MoveStep, "key">;
  better: BetterSide;
  name: string;
  description: string;
};

const MOST = 12;

/** A change as a waterfall: of each part its own rate above, its share of the whole below. */
export function MoveBars({ steps, total, better, name, description }: MoveBarsProps) {
  const [box, width] = useWidth<HTMLDivElement>();
  const shape = width === 0 ? null : moveShape(steps, { width, most: MOST, better, total });
  return (
    <div ref={box} className="move-bars">
      {shape === null ? null : (
        <svg
          className="chart"
          viewBox={`0 0 ${shape.width} ${shape.height}`}
          width={shape.width}
          height={shape.height}
          role="img"
          aria-label={`${name}. ${description}`}
        >
          <path className="move-axis" d={`M${shape.zero} 0V${shape.height}`} />
          {shape.rows.map((row, at) => (
            <Row key={row.key} row={row} names={shape.names} next={shape.rows[at + 1]} />
          ))}
        </svg>
      )}
    </div>
  );
}

function Row({ row, names, next }: { row: MoveRow; names: number; next: MoveRow | undefined }) {
  return (
    <g>
      <text className={row.isTotal ? "move-name move-total" : "move-name"} x={0} y={row.y + 18}>
        {fittedText(row.name, names, 12.5)}
      </text>
      <rect className={`pin-${row.rate.tone}`} x={row.rate.x} y={row.y + 5} width={row.rate.width} height={11} />
      <rect className={`pin-${row.mix.tone}`} x={row.mix.x} y={row.y + 18} width={row.mix.width} height={5} />
      {next === undefined || next.isTotal ? null : (
        <path className="move-link" d={`M${row.end} ${row.y + 5}V${next.y + 5}`} />
      )}
      <text className="move-label" x={row.label.x} y={row.y + 18} textAnchor={row.label.anchor}>
        {row.label.text}
      </text>
    </g>
  );
}
