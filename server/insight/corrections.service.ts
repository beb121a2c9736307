import type { z } from "zod";
import type { Corrections, correctionsInput } from "../../shared/contracts/corrections.ts";
import { judgementAt, type KpiAtUnit } from "../../shared/domain/kpi-at-unit.ts";
import { versionOf } from "../../shared/domain/kpi-definition.ts";
import { addMonths, type Month, monthRange } from "../../shared/domain/month.ts";
import { figureText } from "../../shared/text/figure-text.ts";
import type { Actor } from "../access/actor.ts";
import { placeOf } from "../judging/asked-place.ts";
import { SERIES_MONTHS } from "../judging/judged-series.ts";
import { readUnitInsight } from "../judging/read-unit-insight.ts";
import type { UnitInsight } from "../judging/unit-insight.ts";

/** What has been corrected since a moment, in the months that the screens of that moment show. */
export async function correctionsSince(actor: Actor, asked: z.infer<typeof correctionsInput>): Promise<Corrections> {
  const { kpi, asOf, ...scope } = asked;
  const before = await placeOf(actor, { ...scope, asOf });
  const place = await placeOf(actor, { unit: before.unit.code, period: before.period });
  const from = addMonths(before.period, 1 - SERIES_MONTHS);
  const wanted = { kpis: kpi === undefined ? null : [kpi], from };
  const past = await readUnitInsight(before, wanted);
  const present = await readUnitInsight(place, wanted);
  const months = monthRange(from, before.period).reverse();
  const compared = present.shown.flatMap((each) => months.map((month) => ({ kpi: each, month })));
  const told = compared.map((cell) => differenceOf(cell, { past, present }));
  return {
    corrections: told.flatMap((each) => (typeof each === "object" && each !== null ? [each] : [])),
    reportedSince: told.filter((each) => each === "reported").length,
  };
}

type Cell = { readonly kpi: KpiAtUnit; readonly month: Month };
type Sides = { readonly past: UnitInsight; readonly present: UnitInsight };

/** A figure that reads otherwise now; `reported` where there was none then, null where nothing differs. */
function differenceOf(
  { kpi, month }: Cell,
  { past, present }: Sides,
): Corrections["corrections"][number] | "reported" | null {
  const before = judgementAt(past.figures, kpi.code, month)?.figure;
  const after = judgementAt(present.figures, kpi.code, month)?.figure;
  const definition = versionOf(kpi.definitions, month);
  if (after === undefined || definition === null) return null;
  if (before === undefined || before.kind === "missing") return after.kind === "missing" ? null : "reported";
  const style = { ...definition, locale: present.settings.locale };
  const [was, is] = [figureText(before, style), figureText(after, style)];
  return was === is ? null : { kpi: kpi.code, name: definition.name, month, before: was, after: is };
}
