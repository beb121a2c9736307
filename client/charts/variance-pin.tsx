import { pinShape } from "./variance-scale.ts";
import "./charts.css";

type VariancePinProps = { share: number | null; favourable: boolean | null; reach: number; width?: number };

const TONE = { true: "good", false: "bad", null: "plain" } as const;

/** A relative difference as a pin on the target's axis: a round head is favourable, a square one is not. */
export function VariancePin({ share, favourable, reach, width = 76 }: VariancePinProps) {
  if (share === null) return null;
  const { x, middle, height, viewBox, breakMark } = pinShape(share, reach, width);
  return (
    <svg
      className={`chart pin pin-${TONE[`${favourable}`]}`}
      viewBox={viewBox}
      width={width}
      height={height}
      aria-hidden="true"
    >
      <line x1="0" x2={x} y1={middle} y2={middle} />
      <line className="pin-axis" x1="0" x2="0" y1="1" y2={height - 1} />
      {favourable === false ? (
        <rect x={x - 3} y={middle - 3} width="6" height="6" />
      ) : (
        <circle cx={x} cy={middle} r="3" />
      )}
      {breakMark === null ? null : <path className="pin-break" d={breakMark} />}
    </svg>
  );
}
