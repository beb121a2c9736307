import type { OverviewKpi } from "../../shared/contracts/insight.ts";
import { type AlertReason, alertReasons, type Seen, type Wanted } from "../../shared/domain/alert.ts";
import { unitsOf } from "../../shared/domain/permissions.ts";
import { languageOf } from "../../shared/text/languages.ts";
import type { Actor } from "../access/actor.ts";
import { highestOf } from "../default-period.ts";
import { overview } from "../insight/insight.service.ts";

/** Of so many areas at most a person is told; more would be no help. */
const AREAS = 5;

export type ChangedKpi = {
  readonly unit: { readonly code: string; readonly name: string };
  readonly kpi: OverviewKpi;
  readonly before: Seen;
  readonly after: Seen;
  readonly reasons: readonly AlertReason[];
};

type SeenOf = Record<string, Seen>;

/** What has changed in a person's areas since they were last told, and what is to be kept as told then. */
export async function changedKpis(
  actor: Actor,
  { wanted, seen, lang }: { readonly wanted: Wanted; readonly seen: string | null; readonly lang: string },
): Promise<{ readonly changed: readonly ChangedKpi[]; readonly told: string }> {
  const before: SeenOf = seen === null ? {} : (JSON.parse(seen) as SeenOf);
  const told: SeenOf = {};
  const changed: ChangedKpi[] = [];
  const reader = { ...actor, language: languageOf(lang) };
  for (const unit of areasOf(actor)) {
    const view = await overview(reader, { unit });
    for (const kpi of view.kpis) {
      const key = `${unit} ${kpi.kpi}`;
      const [earlier, after] = [before[key], seenOf(kpi)];
      told[key] = after;
      const reasons = earlier === undefined ? [] : alertReasons(earlier, after, wanted);
      if (earlier === undefined || reasons.length === 0) continue;
      changed.push({ unit: view.unit, kpi, before: earlier, after, reasons });
    }
  }
  return { changed, told: JSON.stringify(told) };
}

function seenOf({ status, verdict, yearEnd }: OverviewKpi): Seen {
  return { status, variation: verdict.variation, chance: yearEnd?.probability ?? null };
}

/** The highest units that the person may read. */
function areasOf({ holder }: Actor): string[] {
  if (holder.kind !== "person") return [];
  const readable = unitsOf(holder, "read");
  if (readable === "all") return holder.tree.root === null ? [] : [holder.tree.root];
  return highestOf(holder.tree, readable).slice(0, AREAS);
}
