import type { Month } from "../domain/month.ts";
import { longMonthText } from "./month-text.ts";

/** A change dated back, as far as a sentence names it; codes are resolved to names before. */
export type ChangeTold =
  | { readonly kind: "move"; readonly unit: string; readonly parent: string; readonly from: Month }
  | { readonly kind: "end"; readonly unit: string; readonly from: Month }
  | {
      readonly kind: "target";
      readonly kpi: string;
      readonly unit: string;
      readonly from: Month;
      readonly target: string;
    }
  | {
      readonly kind: "deviation";
      readonly kpi: string;
      readonly unit: string;
      readonly from: Month;
      readonly until: Month;
      readonly target: string;
    }
  | { readonly kind: "tolerance"; readonly kpi: string; readonly from: Month; readonly tolerance: string }
  | { readonly kind: "definition"; readonly kpi: string; readonly from: Month; readonly changes: string };

/** "Nanjing lies below Asia from October 2025". */
export function changeText(change: ChangeTold, locale: string): string {
  const from = longMonthText(change.from, locale);
  switch (change.kind) {
    case "move":
      return `${change.unit} lies below ${change.parent} from ${from}`;
    case "end":
      return `${change.unit} leaves the organisation in ${from}`;
    case "target":
      return `Target of ${change.kpi}, ${change.unit}, ${from}: ${change.target}`;
    case "deviation": {
      const until = longMonthText(change.until, locale);
      return `Accepted deviation of ${change.kpi}, ${change.unit}, ${from} to ${until}: ${change.target}`;
    }
    case "tolerance":
      return `Tolerance of ${change.kpi} from ${from}: ${change.tolerance}`;
    case "definition":
      return `Definition of ${change.kpi} from ${from}: ${change.changes}`;
  }
}

/** "12 figures of locked months change, 3 of them in status." */
export function effectsText({ figures, statuses }: { figures: number; statuses: number }): string {
  if (figures === 0) return "No figure and no status of a locked month changes.";
  const count = figures === 1 ? "1 cell of a locked month changes" : `${figures} cells of locked months change`;
  return `${count}, ${statuses} in status.`;
}

/** "1 change waits for a second person". */
export function changesHeadline(waiting: number): string {
  if (waiting === 0) return "No change of the past waits for approval";
  return waiting === 1 ? "1 change of the past waits for approval" : `${waiting} changes of the past wait for approval`;
}

export function changeDecidedText(verdict: "approve" | "reject", figures: number): string {
  if (verdict === "reject") return "Rejected. Nothing was changed.";
  if (figures === 0) return "Approved. No cell of a locked month changed.";
  return `Approved. ${figures === 1 ? "1 cell of a locked month" : `${figures} cells of locked months`} changed.`;
}
