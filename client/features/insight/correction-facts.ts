import type { Corrections } from "../../../shared/contracts/corrections.ts";
import { monthText } from "../../../shared/text/month-text.ts";
import type { CorrectedMonth } from "../../charts/corrected-marks.tsx";

/** "2 figures were corrected since, 12 came in later." */
export function correctionsLine({ corrections, reportedSince }: Corrections): string {
  const corrected =
    corrections.length === 0
      ? "No figure of this screen was corrected since"
      : `${counted(corrections.length)} corrected since`;
  const later = reportedSince === 0 ? "" : `, ${reportedSince} came in later`;
  return `${corrected}${later}.`;
}

/** The months of a chart that were corrected since, each in words. */
export function correctedMonths(data: Corrections | undefined, locale: string): CorrectedMonth[] {
  return (data?.corrections ?? []).map(({ month, after }) => ({
    month,
    text: `${monthText(month, locale)} was corrected since: ${after} now`,
  }));
}

function counted(count: number): string {
  return count === 1 ? "1 figure was" : `${count} figures were`;
}
