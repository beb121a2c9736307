import type { Readings } from "../../db/store.ts";
import { type Effect, effectSchema } from "../../shared/contracts/dated-changes.ts";
import type { Month } from "../../shared/domain/month.ts";
import { statusWord } from "../../shared/text/series-text.ts";

/** A locked month that an approved change of the past altered: its figure, or where that stayed its status. */
export type PastChange = { readonly month: Month; readonly before: string; readonly after: string };

/** What approved changes of tree, target, tolerance or definition altered in a KPI's locked months at a unit. */
export async function pastChangesOf(
  { results }: Pick<Readings, "results">,
  { unit, kpi, locale }: { readonly unit: string; readonly kpi: string; readonly locale: string },
): Promise<PastChange[]> {
  const approved = await results.datedChanges({ states: ["approved"] });
  return approved.flatMap(({ effects }) =>
    listOf(effects)
      .filter((effect) => effect.unit === unit && effect.kpi === kpi)
      .flatMap((effect) => told(effectSchema.parse(effect), locale)),
  );
}

function listOf(effects: unknown): readonly Partial<Effect>[] {
  return Array.isArray(effects) ? effects : [];
}

function told({ month, before, after, statusBefore, statusAfter }: Effect, locale: string): PastChange[] {
  if (before !== after) return [{ month, before, after }];
  if (statusBefore === statusAfter) return [];
  return [{ month, before: statusWord(statusBefore, locale), after: statusWord(statusAfter, locale) }];
}
