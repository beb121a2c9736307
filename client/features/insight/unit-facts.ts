import { extent } from "../../../shared/charts/scale.ts";
import type { ByUnitView, UnitSeries } from "../../../shared/contracts/by-unit.ts";
import type { KpiUnitsView } from "../../../shared/contracts/kpi-view.ts";
import { STATUS_KINDS, type StatusKind } from "../../../shared/domain/status-kind.ts";
import { monthText } from "../../../shared/text/month-text.ts";
import { statusWord } from "../../../shared/text/series-text.ts";
import { say } from "../../text/say.ts";
import { formatNumber } from "../../ui/format.ts";

/** Units named in a line; the others are counted. */
const NAMED = 5;

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

export type HeatOrder = "tree" | "off";

/** Units in the order of the organisation, or those that were most often off target first. */
export function heatOrder(units: readonly UnitSeries[], order: HeatOrder): readonly UnitSeries[] {
  if (order === "tree") return units;
  const off = ({ statuses }: UnitSeries) => statuses.filter((status) => status === "off").length;
  return units.toSorted((a, b) => off(b) - off(a));
}

/** "Helsinki North, Finland · Aug 2026 · 4.1 · off target". */
export function cellText(
  each: UnitSeries | undefined,
  { view, column, locale }: { view: ByUnitView; column: number; locale: string },
): string {
  const month = view.months[column];
  if (each === undefined || month === undefined) return "";
  const status = statusWord(each.statuses[column] ?? "not_due", locale).toLowerCase();
  return [`${each.unit.name}, ${each.parent}`, monthText(month, locale), each.shown[column], status].join(" · ");
}

/** The statuses that occur, in the order of the list of statuses. */
export function statusesIn(units: readonly UnitSeries[]): StatusKind[] {
  const found = new Set(units.flatMap(({ statuses }) => statuses));
  return STATUS_KINDS.filter((status) => found.has(status));
}

/** "61 of 64 results of the month are in. Missing: Perth, Finland (3 of 4) and 1 more." */
export function coverageLine({ coverage, missing }: Pick<ByUnitView, "coverage" | "missing">): string {
  const line = say("tabs.resultsIn", coverage);
  if (missing.length === 0) return line;
  const names = missing
    .slice(0, NAMED)
    .map(({ unit, coverage: own }) =>
      own.reported === 0 ? unit.name : `${unit.name} (${say("words.reportedOf", own)})`,
    )
    .join(", ");
  return missing.length > NAMED
    ? say("tabs.missingMore", { line, names, count: missing.length - NAMED })
    : say("tabs.missing", { line, names });
}

export function scaleNote({ scale, decimals, unitOfMeasure }: ByUnitView, locale: string): string {
  const text = (value: number) => formatNumber(value, decimals, locale);
  return say("tabs.oneScale", { low: text(scale.low), high: text(scale.high), unit: unitOfMeasure });
}

export function unitChartLabel({ unit, shown, variationWord }: UnitSeries): string {
  return say("tabs.unitChart", { unit: unit.name, value: shown.at(-1) ?? "–", word: variationWord.toLowerCase() });
}
