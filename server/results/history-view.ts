import type { NamedRevision } from "../../db/store.ts";
import type { HistoryView } from "../../shared/contracts/results.ts";
import { figureOfContent } from "../../shared/domain/entry-content.ts";
import { AppError } from "../../shared/domain/failures.ts";
import { type KpiDefinition, versionOf } from "../../shared/domain/kpi-definition.ts";
import { may } from "../../shared/domain/permissions.ts";
import { figureText } from "../../shared/text/figure-text.ts";
import { NO_NUMBER } from "../../shared/text/number-format.ts";
import type { Actor } from "../access/actor.ts";
import { contentOf, entryRulesOf } from "./due-cells.ts";

const LIMIT = 200;

export type HistoryAsked = { readonly kpi: string; readonly unit: string; readonly limit?: number | undefined };

/** Every value of a KPI at a unit: who, when, why, before and after; the newest period first. */
export async function historyView({ store, holder }: Actor, asked: HistoryAsked): Promise<HistoryView> {
  const unit = (await store.organisation.unitIds([asked.unit])).get(asked.unit);
  if (unit === undefined || !may(holder, "read", asked.unit))
    throw new AppError("not-found", { what: "unit", code: asked.unit });
  const kpi = (await store.kpis.idsOf([asked.kpi])).get(asked.kpi);
  if (kpi === undefined) throw new AppError("not-found", { what: "KPI", code: asked.kpi });
  const locale = (await store.organisation.find())?.locale ?? "en";
  const definitions = (await store.kpis.definitionsOf([kpi])).get(kpi) ?? [];
  const names = new Map((await store.people.list()).map(({ code, name }) => [code, name]));
  const limit = asked.limit ?? LIMIT;
  const revisions = await store.results.history({ kpi, unit, limit: limit + 1 });
  return {
    rows: revisions.slice(0, limit).map((revision, index) => {
      const earlier = revisions[index + 1];
      return {
        period: revision.period,
        revision: revision.n,
        before: earlier?.period === revision.period ? shown(earlier, { definitions, locale }) : NO_NUMBER,
        after: shown(revision, { definitions, locale }),
        ...{ state: revision.state, source: revision.source, restatement: revision.restatement },
        ...{ reason: revision.reason, comment: revision.comment },
        by: revision.byCode === null ? null : (names.get(revision.byCode) ?? revision.byCode),
        at: new Date(revision.at).toISOString(),
      };
    }),
  };
}

function shown(
  revision: NamedRevision,
  { definitions, locale }: { definitions: readonly KpiDefinition[]; locale: string },
): string {
  const definition = versionOf(definitions, revision.period);
  if (definition === null) return NO_NUMBER;
  const { decimals, direction } = definition;
  return figureText(figureOfContent(contentOf(revision), entryRulesOf(definition)), { decimals, direction, locale });
}
