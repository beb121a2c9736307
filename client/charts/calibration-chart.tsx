import type { TrackRecordView } from "../../shared/contracts/track-record.ts";
import { say } from "../text/say.ts";
import { type CalibrationDot, calibrationDots, FRAME, place } from "./calibration-dots.ts";

type CalibrationChartProps = {
  deciles: TrackRecordView["record"]["deciles"];
  name: string;
  description: string;
};

const TICKS = [0, 0.25, 0.5, 0.75, 1];

/** What was said against what came true: forecasts that keep their word lie on the dashed line. The number is how many. */
export function CalibrationChart({ deciles, name, description }: CalibrationChartProps) {
  const [left, right, top, bottom] = [place(0), place(1), FRAME.height - place(1), FRAME.height - place(0)];
  return (
    <svg className="calibration-chart" viewBox={`0 0 ${FRAME.width} ${FRAME.height}`} role="img" aria-label={name}>
      <desc>{description}</desc>
      <rect className="frame" x={left} y={top} width={right - left} height={bottom - top} />
      <path className="even" d={`M${left} ${bottom}L${right} ${top}`} />
      {TICKS.map((tick) => (
        <g key={tick}>
          <text x={place(tick)} y={bottom + 18} textAnchor="middle">
            {tick * 100}
          </text>
          <text x={left - 8} y={FRAME.height - place(tick) + 4} textAnchor="end">
            {tick * 100}
          </text>
        </g>
      ))}
      <text x={right} y={bottom + 36} textAnchor="end">
        {say("ui.chanceSaid")}
      </text>
      <text x={left} y={top - 18}>
        {say("ui.cameTrue")}
      </text>
      {calibrationDots(deciles).map((dot) => (
        <Dot key={dot.key} dot={dot} />
      ))}
    </svg>
  );
}

function Dot({ dot: { x, y, radius, count, label } }: { dot: CalibrationDot }) {
  return (
    <g>
      <circle className="dot" cx={x} cy={y} r={radius} />
      <text x={label.x} y={label.y} textAnchor="middle">
        {count}
      </text>
    </g>
  );
}
