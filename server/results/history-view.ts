import type { NamedRevision } from "../../db/store.ts";
import type { HistoryView } from "../../shared/contracts/results.ts";
import { monthOf } from "../../shared/domain/calendar.ts";
import { figureOfContent } from "../../shared/domain/entry-content.ts";
import { AppError } from "../../shared/domain/failures.ts";
import { type KpiDefinition, versionOf } from "../../shared/domain/kpi-definition.ts";
import { ALWAYS, type Month } from "../../shared/domain/month.ts";
import { may } from "../../shared/domain/permissions.ts";
import { subtreeOf, treeOfMonth } from "../../shared/domain/tree.ts";
import { figureText } from "../../shared/text/figure-text.ts";
import { NO_NUMBER } from "../../shared/text/number-format.ts";
import type { Actor } from "../access/actor.ts";
import { localeOf } from "../access/asked-language.ts";
import { contentOf, entryRulesOf } from "./due-cells.ts";

const LIMIT = 200;
/** Revisions that are read at most, whatever is shown of them. */
const MOST = 50_000;
const FOR_EVER = "9999-12" as Month;

export type HistoryAsked = {
  readonly kpi: string;
  readonly unit: string;
  /** The units below too. */
  readonly below?: boolean | undefined;
  readonly from?: Month | undefined;
  readonly to?: Month | undefined;
  /** Restatements after lock, or everything that took the place of something else. */
  readonly only?: "restatements" | "corrections" | undefined;
  readonly limit?: number | undefined;
};

type Row = HistoryView["rows"][number];

/** Every value of a KPI at a unit: who, when, why, before and after; the newest period first. */
export async function historyView(actor: Actor, asked: HistoryAsked): Promise<HistoryView> {
  const { store, holder } = actor;
  if (!may(holder, "read", asked.unit)) throw new AppError("not-found", { what: "unit", code: asked.unit });
  const units = await unitsAsked(actor, asked);
  const kpi = (await store.kpis.idsOf([asked.kpi])).get(asked.kpi);
  if (kpi === undefined) throw new AppError("not-found", { what: "KPI", code: asked.kpi });
  const { from = ALWAYS, to = FOR_EVER, limit = LIMIT } = asked;
  const revisions = await store.results.history({ kpi, units: [...units.keys()], from, to, limit: MOST });
  const definitions = (await store.kpis.definitionsOf([kpi])).get(kpi) ?? [];
  const setting: Setting = {
    ...{ definitions, units },
    locale: localeOf(actor, await store.organisation.find()),
    names: new Map((await store.people.list()).map(({ code, name }) => [code, name])),
    actedFor: await store.duties.actedFor(revisions.map(({ event }) => event)),
  };
  const rows = revisions
    .map((revision, at) => rowOf(revision, revisions[at + 1], setting))
    .filter(({ revision, restatement }) => {
      if (asked.only === "restatements") return restatement;
      return asked.only === undefined || revision > 1;
    });
  const name = versionOf(definitions, to)?.name ?? asked.kpi;
  return { name, rows: rows.slice(0, limit), total: rows.length };
}

/** Names of the units that are asked for, by id. */
async function unitsAsked({ store, holder, today }: Actor, asked: HistoryAsked): Promise<Map<number, string>> {
  const tree = treeOfMonth(await store.organisation.edges(), monthOf(today));
  const below = asked.below === true ? subtreeOf(tree, asked.unit) : [];
  const codes = new Set([asked.unit, ...below.filter((code) => may(holder, "read", code))]);
  const found = (await store.organisation.units()).filter(({ code }) => codes.has(code));
  if (found.length === 0) throw new AppError("not-found", { what: "unit", code: asked.unit });
  return new Map(found.map(({ id, name }) => [id, name]));
}

type Setting = {
  readonly definitions: readonly KpiDefinition[];
  readonly units: ReadonlyMap<number, string>;
  readonly names: ReadonlyMap<string, string>;
  readonly locale: string;
  /** Codes of those for whom deputies acted, by event. */
  readonly actedFor: ReadonlyMap<number, string>;
};

/** `earlier` is the next of the list: the revision before, where it is of the same measurement. */
function rowOf(revision: NamedRevision, earlier: NamedRevision | undefined, setting: Setting): Row {
  const isSame = earlier?.assignment === revision.assignment && earlier.period === revision.period;
  const { state, source, restatement, reason, comment, cause, counts } = revision;
  return {
    ...{ period: revision.period, revision: revision.n, state, source, restatement, reason, comment, cause, counts },
    unit: setting.units.get(revision.unit) ?? revision.unitCode,
    before: isSame ? shown(earlier, setting) : NO_NUMBER,
    after: shown(revision, setting),
    by: nameOf(revision.byCode, setting),
    onBehalfOf: nameOf(setting.actedFor.get(revision.event) ?? null, setting),
    at: new Date(revision.at).toISOString(),
  };
}

function nameOf(code: string | null, { names }: Setting): string | null {
  return code === null ? null : (names.get(code) ?? code);
}

function shown(revision: NamedRevision, { definitions, locale }: Setting): string {
  const definition = versionOf(definitions, revision.period);
  if (definition === null) return NO_NUMBER;
  const { decimals, direction } = definition;
  return figureText(figureOfContent(contentOf(revision), entryRulesOf(definition)), { decimals, direction, locale });
}
