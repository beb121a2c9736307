import type { PanelScale } from "../../../shared/charts/shared-scales.ts";
import type { OverviewKpi, OverviewView } from "../../../shared/contracts/insight.ts";
import { FROM_WORST } from "../../../shared/domain/objective-status.ts";
import type { OverviewSearch } from "../../search.ts";
import { say } from "../../text/say.ts";
import { formatNumber } from "../../ui/format.ts";
import { kpiGroups } from "./overview-facts.ts";

/** By objective as the list has them; worst first: what needs a decision, then by status; or by owner's name. */
export function panelOrder(view: OverviewView, sort: OverviewSearch["sort"]): OverviewKpi[] {
  const listed = kpiGroups(view).flatMap(({ kpis }) => kpis);
  if (sort === undefined) return listed;
  if (sort === "owner") return listed.toSorted((a, b) => (a.owner ?? "~").localeCompare(b.owner ?? "~"));
  const urgency = (kpi: OverviewKpi) => {
    const at = view.decisions.indexOf(kpi.kpi);
    return at === -1 ? view.decisions.length + FROM_WORST.indexOf(kpi.status) : at;
  };
  return listed.toSorted((a, b) => urgency(a) - urgency(b));
}

/** "Scale 80–95 %, shared" or "own scale": charts side by side never leave that open. */
export function scaleText(kpi: OverviewKpi, { domain: [low, high], isShared }: PanelScale, locale: string): string {
  const shown = (value: number) => formatNumber(value, kpi.decimals, locale);
  const range = [`${shown(low)}–${shown(high)}`, kpi.unitOfMeasure].filter((part) => part !== "").join(" ");
  return say(isShared ? "leader.sameScale" : "leader.ownScale", { range });
}
