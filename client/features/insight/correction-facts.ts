import type { Corrections } from "../../../shared/contracts/corrections.ts";
import { monthText } from "../../../shared/text/month-text.ts";
import type { CorrectedMonth } from "../../charts/corrected-marks.tsx";
import { say } from "../../text/say.ts";

/** "2 figures were corrected since, 12 came in later." */
export function correctionsLine({ corrections, reportedSince }: Corrections): string {
  const corrected = say("overview.corrected", { count: corrections.length });
  if (reportedSince === 0) return say("overview.noneLater", { corrected });
  return say("overview.cameLater", { corrected, count: reportedSince });
}

/** The months of a chart that were corrected since, each in words. */
export function correctedMonths(data: Corrections | undefined, locale: string): CorrectedMonth[] {
  return (data?.corrections ?? []).map(({ month, after }) => ({
    month,
    text: say("overview.correctedMonth", { month: monthText(month, locale), after }),
  }));
}
