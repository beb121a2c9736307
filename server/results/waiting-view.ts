import type { NamedRevision } from "../../db/store.ts";
import type { Waiting } from "../../shared/contracts/month-close.ts";
import { monthOf } from "../../shared/domain/calendar.ts";
import { figureOfContent } from "../../shared/domain/entry-content.ts";
import { AppError } from "../../shared/domain/failures.ts";
import { type KpiDefinition, versionOf } from "../../shared/domain/kpi-definition.ts";
import { may } from "../../shared/domain/permissions.ts";
import { subtreeOf, treeOfMonth } from "../../shared/domain/tree.ts";
import { contentText } from "../../shared/text/entry-text.ts";
import { failureSentence } from "../../shared/text/failures.ts";
import { figureText } from "../../shared/text/figure-text.ts";
import { flagText, waitingHeadline } from "../../shared/text/month-close-text.ts";
import { NO_NUMBER } from "../../shared/text/number-format.ts";
import type { Actor } from "../access/actor.ts";
import { localeOf } from "../access/asked-language.ts";
import { contentOf, entryRulesOf } from "./due-cells.ts";

/** What waits for approval in a unit and below it, oldest first, with what it would change. */
export async function waitingView(actor: Actor, { unit }: { readonly unit: string }) {
  const rows = await readWaiting(actor, unit);
  return { headline: waitingHeadline(rows.length), rows };
}

async function readWaiting(actor: Actor, top: string): Promise<Waiting[]> {
  const { store, holder, today } = actor;
  if (!may(holder, "read", top)) throw new AppError("not-found", { what: "unit", code: top });
  const tree = treeOfMonth(await store.organisation.edges(), monthOf(today));
  const units = subtreeOf(tree, top).filter((code) => may(holder, "read", code));
  const ids = await store.organisation.unitIds(units);
  const waiting = await store.results.waiting({ units: [...ids.values()], periods: null });
  const setting = await readSetting(actor, waiting);
  return waiting.map((revision) => rowOf(revision, { actor, ...setting })).toSorted((a, b) => (a.at < b.at ? -1 : 1));
}

type Setting = {
  readonly locale: string;
  readonly approvalOn: boolean;
  readonly names: ReadonlyMap<string, string>;
  readonly units: ReadonlyMap<string, Waiting["unit"]>;
  readonly definitions: ReadonlyMap<number, readonly KpiDefinition[]>;
  /** What counts of the same measurements. */
  readonly counting: ReadonlyMap<
    string,
    Pick<NamedRevision, "kind" | "value" | "numerator" | "denominator" | "reason">
  >;
  readonly flags: ReadonlyMap<number, readonly string[]>;
};

async function readSetting(actor: Actor, waiting: readonly NamedRevision[]): Promise<Setting> {
  const { store } = actor;
  const organisation = await store.organisation.find();
  const open = await store.results.findOpen(waiting);
  const flags = await store.results.flagsOf(waiting.map(({ id }) => id));
  const counting = waiting.flatMap((one, at) => {
    const counts = open[at]?.counting;
    return counts == null ? [] : [[placeText(one), counts] as const];
  });
  const units = await store.organisation.units();
  return {
    locale: localeOf(actor, organisation),
    approvalOn: organisation?.approval === true,
    names: new Map((await store.people.list()).map(({ code, name }) => [code, name])),
    units: new Map(units.map(({ code, name, kind }) => [code, { code, name, kind }])),
    definitions: await store.kpis.definitionsOf([...new Set(waiting.map(({ kpi }) => kpi))]),
    counting: new Map(counting),
    flags: new Map(
      [...Map.groupBy(flags, ({ revision }) => revision)].map(([revision, found]) => [
        revision,
        found.map(({ rule, answer }) => flagText(rule, answer !== null)),
      ]),
    ),
  };
}

function placeText({ assignment, period }: Pick<NamedRevision, "assignment" | "period">): string {
  return `${assignment} ${period}`;
}

function rowOf(revision: NamedRevision, setting: Setting & { readonly actor: Actor }): Waiting {
  const { names, units, flags, counting, definitions } = setting;
  const definition = versionOf(definitions.get(revision.kpi) ?? [], revision.period);
  const before = counting.get(placeText(revision));
  const shown = (said: typeof before) => figureShown(said, definition, setting.locale);
  const parts = (said: typeof before) => partsShown(said, definition, setting.locale);
  return {
    kpi: revision.kpiCode,
    name: definition?.name ?? revision.kpiCode,
    unit: units.get(revision.unitCode) ?? { code: revision.unitCode, name: revision.unitCode, kind: "" },
    month: revision.period,
    ...{ revision: revision.n, restatement: revision.restatement },
    ...{ before: shown(before), after: shown(revision) },
    ...{ beforeParts: parts(before), afterParts: parts(revision) },
    ...{ comment: revision.comment, cause: revision.cause, reason: revision.reason },
    doubts: [...(flags.get(revision.id) ?? [])],
    by: revision.byCode === null ? null : (names.get(revision.byCode) ?? revision.byCode),
    at: new Date(revision.at).toISOString(),
    obstacle: obstacleOf(revision, setting),
  };
}

type Said = Parameters<typeof contentOf>[0];

function figureShown(said: Said, definition: KpiDefinition | null, locale: string): string {
  if (definition === null) return NO_NUMBER;
  const { decimals, direction } = definition;
  return figureText(figureOfContent(contentOf(said), entryRulesOf(definition)), { decimals, direction, locale });
}

function partsShown(said: Said, definition: KpiDefinition | null, locale: string): string | null {
  const content = contentOf(said);
  return definition?.input === "ratio" && content.kind === "ratio" ? contentText(content, locale) : null;
}

/** Why the reader may not approve: by rights, or because they submitted it themselves. */
function obstacleOf(
  { unitCode, restatement, byCode }: NamedRevision,
  { actor, approvalOn, locale }: { readonly actor: Actor; readonly approvalOn: boolean; readonly locale: string },
): string | null {
  const needed = restatement ? "approve-restatement" : "approve-results";
  if (!may(actor.holder, needed, unitCode)) return failureSentence("not-allowed", {}, locale);
  const isOwn = byCode === actor.by && (approvalOn || restatement);
  return isOwn ? failureSentence("same-person", {}, locale) : null;
}
