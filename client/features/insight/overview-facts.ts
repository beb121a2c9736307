import type { OverviewKpi, OverviewView } from "../../../shared/contracts/insight.ts";
import { say } from "../../text/say.ts";

/** As many decisions as one takes in at a glance; the rest are counted. */
const MOST_CARDS = 3;

export function decisionCards(view: OverviewView): { cards: OverviewKpi[]; more: OverviewKpi[] } {
  const byCode = new Map(view.kpis.map((kpi) => [kpi.kpi, kpi]));
  const kpis = view.decisions.flatMap((code) => byCode.get(code) ?? []);
  return { cards: kpis.slice(0, MOST_CARDS), more: kpis.slice(MOST_CARDS) };
}

/** The groups with their KPIs in place of codes. */
export function kpiGroups(view: OverviewView) {
  const byCode = new Map(view.kpis.map((kpi) => [kpi.kpi, kpi]));
  return view.groups.map((group) => ({ ...group, kpis: group.kpis.flatMap((code) => byCode.get(code) ?? []) }));
}

/** What the list of KPIs is called: by objective where any holds one. */
export function listTitle({ groups }: OverviewView): string {
  return say(groups.some((group) => group.kind === "objective") ? "overview.allByObjective" : "overview.all");
}

/** "per 100 units · lower is better". */
export function measureLine({ unitOfMeasure, direction }: Pick<OverviewKpi, "unitOfMeasure" | "direction">): string {
  return [unitOfMeasure, say(`overview.better.${direction}`)].filter((part) => part !== "").join(" · ");
}

/** "62 of 64 units", where not every unit has reported. */
export function coverageNote({ status, coverage }: Pick<OverviewKpi, "status" | "coverage">): string | undefined {
  return status === "incomplete" ? say("words.reportedOf", coverage) : undefined;
}

/** Who still owes the month: "Helsinki North and 2 more". */
export function missingNames({ missing }: Pick<OverviewKpi, "missing">): string | null {
  if (missing.units.length === 0) return null;
  const names = missing.units.map((unit) => unit.name).join(", ");
  return missing.more > 0 ? say("overview.missingMore", { names, count: missing.more }) : names;
}

/** What the small chart shows, for those who hear it. */
export function sparkLabel({ name, spark, shown, verdict }: OverviewKpi): string {
  return say("overview.spark", {
    ...{ name, months: spark.values.length, value: shown, sentence: verdict.sentence },
  });
}
