import { beforeAfterShape, type Course } from "./before-after-shape.ts";
import "./charts.css";
import "./before-after.css";

type BeforeAfterProps = {
  course: Course;
  /** The message and what is drawn, for those who hear it. */
  name: string;
  description: string;
  labels: { readonly before: string; readonly after: string; readonly start: string };
  width: number;
  formatTick: (value: number, decimals: number) => string;
  formatMonth: (month: string) => string;
};

const HEIGHT = 250;

/** Months before and after an action with the level of either side; the upright is where it began. */
export function BeforeAfter({ course, name, description, labels, width, formatTick, formatMonth }: BeforeAfterProps) {
  const shape = beforeAfterShape(course, { width, height: HEIGHT });
  return (
    <svg
      className="chart before-after"
      viewBox={`0 0 ${width} ${HEIGHT}`}
      width={width}
      height={HEIGHT}
      role="img"
      aria-label={`${name} ${description}`}
    >
      {shape.ticks.map(({ value, y }) => (
        <g key={value}>
          <line className="before-after-grid" x1={shape.left} x2={shape.right} y1={y} y2={y} />
          <text className="before-after-tick" x={shape.left - 8} y={y + 4} textAnchor="end">
            {formatTick(value, shape.decimals)}
          </text>
        </g>
      ))}
      {shape.months.map(({ month, x }) => (
        <text key={month} className="before-after-tick" x={x} y={HEIGHT - 8} textAnchor="middle">
          {formatMonth(month)}
        </text>
      ))}
      {shape.upright === null ? null : (
        <>
          <line
            className="before-after-start"
            x1={shape.upright}
            x2={shape.upright}
            y1={shape.top - 6}
            y2={shape.bottom}
          />
          <text
            className="before-after-label"
            x={shape.upright + (shape.upright > width * 0.6 ? -6 : 6)}
            y={shape.top - 8}
            textAnchor={shape.upright > width * 0.6 ? "end" : "start"}
          >
            {labels.start}
          </text>
        </>
      )}
      <path className="chart-line" d={shape.line} />
      {shape.dots.map((dot) => (
        <circle key={dot.month} className={dot.counts ? "mark-usual" : "mark-excluded"} cx={dot.x} cy={dot.y} r="2.8" />
      ))}
      <Level at={shape.before} text={labels.before} isAfter={false} />
      <Level at={shape.after} text={labels.after} isAfter />
    </svg>
  );
}

type LevelProps = { at: { x1: number; x2: number; y: number } | null; text: string; isAfter: boolean };

function Level({ at, text, isAfter }: LevelProps) {
  if (at === null) return null;
  return (
    <>
      <line className="before-after-level" x1={at.x1} x2={at.x2} y1={at.y} y2={at.y} />
      <text
        className="before-after-label before-after-figure"
        x={isAfter ? at.x2 : at.x1}
        y={at.y - 7}
        textAnchor={isAfter ? "end" : "start"}
      >
        {text}
      </text>
    </>
  );
}
