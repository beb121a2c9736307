import type { OverviewKpi, OverviewView } from "../../../shared/contracts/insight.ts";

/** What a meeting looks at first, after what needs a decision. */
const URGENCY = ["off", "near", "missing", "incomplete", "no_value", "on", "no_target", "not_due"] as const;

/** Every KPI once: what needs a decision in its order, then by status. */
export function inUrgencyOrder({ decisions, kpis }: Pick<OverviewView, "decisions" | "kpis">): OverviewKpi[] {
  const placeOf = ({ kpi, status }: OverviewKpi) => {
    const decided = decisions.indexOf(kpi);
    return decided === -1 ? decisions.length + URGENCY.indexOf(status) : decided;
  };
  return kpis.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** The page that a key leads to; null for keys that turn no page. The first and the last stay where they are. */
export function turnedPage(key: string, { at, last }: { at: number; last: number }): number | null {
  if (["ArrowRight", "ArrowDown", "PageDown", " "].includes(key)) return Math.min(last, at + 1);
  if (["ArrowLeft", "ArrowUp", "PageUp"].includes(key)) return Math.max(0, at - 1);
  if (key === "Home") return 0;
  return key === "End" ? last : null;
}
