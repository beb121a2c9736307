import { extent } from "../../../shared/charts/scale.ts";
import type { KpiUnitsView } from "../../../shared/contracts/kpi-view.ts";
import { formatNumber } from "../../ui/format.ts";

/** One scale for all units, so that they can be compared by eye. */
export function unitDomain(view: KpiUnitsView): readonly [number, number] {
  return extent(view.units.flatMap((unit) => unit.values)) ?? [0, 1];
}

/** "+0.12": what the unit's own rate and its share of the whole together add to the whole's change. */
export function contributionText(row: KpiUnitsView["units"][number], view: KpiUnitsView, locale: string): string {
  if (row.contribution === null) return "";
  const added = row.contribution.rate + row.contribution.mix;
  const text = formatNumber(added, view.decimals + 1, locale);
  return added > 0 ? `+${text}` : text;
}
