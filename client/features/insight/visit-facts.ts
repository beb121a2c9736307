import type { Corrections } from "../../../shared/contracts/corrections.ts";
import type { OverviewKpi, OverviewView } from "../../../shared/contracts/insight.ts";
import { say } from "../../text/say.ts";

/** What one KPI was and is, in words. */
export type Change = { readonly kpi: string; readonly name: string; readonly before: string; readonly after: string };

export type ChangesSince = {
  readonly signals: readonly Change[];
  readonly statuses: readonly Change[];
  /** KPIs that need a decision and did not then. */
  readonly decisions: readonly string[];
  readonly corrections: number;
  readonly results: number;
};

const QUIET = ["stable", "too_few"];

/** What differs between the overview as it was known then and as it is known now. */
export function changesSince(
  then: OverviewView,
  now: OverviewView,
  { corrections, reportedSince }: Corrections,
): ChangesSince {
  const before = new Map(then.kpis.map((kpi) => [kpi.kpi, kpi]));
  const pairs = now.kpis.flatMap((after) => {
    const earlier = before.get(after.kpi);
    return earlier === undefined ? [] : [{ earlier, after }];
  });
  const changed = (traitOf: (kpi: OverviewKpi) => string, isTold: (kpi: OverviewKpi) => boolean): Change[] =>
    pairs
      .filter(({ earlier, after }) => traitOf(earlier) !== traitOf(after) && isTold(after))
      .map(({ earlier, after }) => ({
        kpi: after.kpi,
        name: after.name,
        before: traitOf(earlier),
        after: traitOf(after),
      }));
  return {
    signals: changed(
      ({ verdict }) => verdict.variationWord,
      ({ verdict }) => !QUIET.includes(verdict.variation),
    ),
    statuses: changed(
      ({ statusWord }) => statusWord,
      () => true,
    ),
    decisions: now.decisions.filter((code) => !then.decisions.includes(code)),
    corrections: corrections.length,
    results: reportedSince,
  };
}

/** "2 new signals, 1 status change, 14 new results"; empty where nothing changed. */
export function changesLine({ signals, statuses, decisions, corrections, results }: ChangesSince): string {
  const counts = [
    ["leader.visitDecisions", decisions.length],
    ["leader.visitSignals", signals.length],
    ["leader.visitStatuses", statuses.length],
    ["leader.visitCorrections", corrections],
    ["leader.visitResults", results],
  ] as const;
  return counts.flatMap(([key, count]) => (count === 0 ? [] : [say(key, { count })])).join(" · ");
}
