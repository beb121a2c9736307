import type { Corrections } from "../../../shared/contracts/corrections.ts";

/** "2 figures were corrected since, 12 came in later." */
export function correctionsLine({ corrections, reportedSince }: Corrections): string {
  const corrected =
    corrections.length === 0
      ? "No figure of this screen was corrected since"
      : `${counted(corrections.length)} corrected since`;
  const later = reportedSince === 0 ? "" : `, ${reportedSince} came in later`;
  return `${corrected}${later}.`;
}

function counted(count: number): string {
  return count === 1 ? "1 figure was" : `${count} figures were`;
}
