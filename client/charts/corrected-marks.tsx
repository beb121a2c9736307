import type { SpcFrame, SpcView } from "../../shared/charts/spc-frame.ts";
import type { Month } from "../../shared/domain/month.ts";
import "./corrected-marks.css";

export type CorrectedMonth = { month: Month; text: string };

type CorrectedMarksProps = { view: SpcView; frame: SpcFrame; corrected: readonly CorrectedMonth[] };

/** An open diamond around each point of another day's chart that was corrected since. */
export function CorrectedMarks({ view, frame, corrected }: CorrectedMarksProps) {
  return corrected.flatMap(({ month, text }) => {
    const index = view.points.findIndex(({ period }) => period === month);
    const value = view.points[index]?.figure.value ?? null;
    if (value === null) return [];
    return [
      <span
        key={month}
        className="corrected-mark"
        data-picture-mark="diamond"
        role="img"
        aria-label={text}
        style={{ left: frame.x(index), top: frame.y(value) }}
      />,
    ];
  });
}
