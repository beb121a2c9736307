import type { TrackRecordView } from "../../shared/contracts/track-record.ts";

export const FRAME = { width: 420, height: 360 };
const [START, SPAN] = [52, 270];

export type CalibrationDot = {
  key: number;
  x: number;
  y: number;
  radius: number;
  count: number;
  label: { x: number; y: number };
};

/** Where a share from 0 to 1 lies, from the left or from the foot. */
export function place(share: number): number {
  return START + share * SPAN;
}

/** A dot for each tenth that something was said in; its area grows with how often. Its count stands above it. */
export function calibrationDots(deciles: TrackRecordView["record"]["deciles"]): CalibrationDot[] {
  const most = Math.max(1, ...deciles.map(({ count }) => count));
  return deciles.flatMap(({ from, said, cameTrue, count }) => {
    if (said === null || cameTrue === null) return [];
    const radius = 3.5 + 6 * Math.sqrt(count / most);
    const [x, y] = [place(said), FRAME.height - place(cameTrue)];
    const label = { x: Math.max(x, place(0) + 16), y: y - radius - 5 };
    return [{ key: from, x, y, radius, count, label }];
  });
}
