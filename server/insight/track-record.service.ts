import type { z } from "zod";
import type { JudgedForecast } from "../../db/store.ts";
import type { TrackRecordView, trackRecordInput } from "../../shared/contracts/track-record.ts";
import { unitsOf } from "../../shared/domain/permissions.ts";
import { type TrackRecord, trackRecord } from "../../shared/domain/statistics/track-record.ts";
import { decileText, trackRecordHeadline, trackRecordSentences } from "../../shared/text/track-record-text.ts";
import type { Actor } from "../access/actor.ts";
import { localeOf } from "../access/asked-language.ts";

/** How the forecasts of the units that the actor may read came true: of all KPIs and of each, or of one. */
export async function trackRecordOf(
  actor: Actor,
  { kpi = null }: { kpi?: z.infer<typeof trackRecordInput>["kpi"] | null },
): Promise<TrackRecordView> {
  const { store, holder } = actor;
  const readable = unitsOf(holder, "read");
  const units = readable === "all" ? null : [...readable];
  const forecasts = await store.forecasts.list({ units, kpi });
  const locale = localeOf(actor, await store.organisation.find());
  const record = trackRecord(forecasts);
  const names = await namesOfKpis(actor);
  return {
    kpi,
    headline: trackRecordHeadline(record, locale),
    sentences: trackRecordSentences(record, locale),
    record: { ...record, deciles: record.deciles.map((each) => ({ ...each, sentence: decileText(each, locale) })) },
    madeThen: forecasts.filter(({ basis }) => basis === "then").length,
    years: [...new Set(forecasts.filter(({ figure }) => figure !== null).map(({ fiscalYear }) => fiscalYear))].sort(),
    kpis: kpi === null ? recordsByKpi(forecasts, names) : [],
  };
}

function recordsByKpi(
  forecasts: readonly JudgedForecast[],
  names: ReadonlyMap<string, string>,
): TrackRecordView["kpis"] {
  const byKpi = Map.groupBy(forecasts, ({ kpi }) => kpi);
  return [...byKpi].map(([kpi, own]) => ({ kpi, name: names.get(kpi) ?? kpi, ...withoutDeciles(trackRecord(own)) }));
}

function withoutDeciles({ deciles: _, ...rest }: TrackRecord): Omit<TrackRecord, "deciles"> {
  return rest;
}

/** Today's names by code. */
async function namesOfKpis({ store }: Actor): Promise<Map<string, string>> {
  const kpis = await store.kpis.list();
  const definitions = await store.kpis.definitionsOf(kpis.map(({ id }) => id));
  return new Map(kpis.map(({ id, code }) => [code, definitions.get(id)?.at(-1)?.name ?? code]));
}
