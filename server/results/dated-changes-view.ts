import type { DatedChange } from "../../db/store.ts";
import type { ChangeContent, ChangesView } from "../../shared/contracts/dated-changes.ts";
import { AppError } from "../../shared/domain/failures.ts";
import { versionOf } from "../../shared/domain/kpi-definition.ts";
import { may } from "../../shared/domain/permissions.ts";
import { type ChangeTold, changesHeadline, changeText } from "../../shared/text/dated-change-text.ts";
import { failureSentence } from "../../shared/text/failures.ts";
import type { Actor } from "../access/actor.ts";
import { localeOf } from "../access/asked-language.ts";
import { contentOf, effectsIn, obstacleTo } from "./dated-changes.service.ts";

const SHOWN = 50;

type Row = ChangesView["changes"][number];

/** Changes of the past in units that the actor may read, what waits first, then the newest. */
export async function changesView(actor: Actor, { unit }: { readonly unit: string }): Promise<ChangesView> {
  const { store, holder } = actor;
  if (!may(holder, "read", unit)) throw new AppError("not-found", { what: "unit", code: unit });
  const found = await store.results.datedChanges({ states: ["proposed", "approved", "rejected"] });
  const visible = found.filter((change) => may(holder, "read", change.unit?.code ?? null) || isOwn(change, actor));
  const naming = await readNaming(actor);
  const rows = visible.map((change) => rowOf(change, { actor, ...naming }));
  const waiting = rows.filter(({ state }) => state === "proposed");
  const decided = rows.filter(({ state }) => state !== "proposed").slice(0, SHOWN);
  return { headline: changesHeadline(waiting.length), changes: [...waiting, ...decided] };
}

function isOwn({ proposedBy }: DatedChange, { person }: Actor): boolean {
  return person !== null && proposedBy === person.id;
}

type Naming = {
  readonly locale: string;
  readonly people: ReadonlyMap<number, string>;
  readonly units: ReadonlyMap<string, { readonly code: string; readonly name: string; readonly kind: string }>;
  readonly kpiName: (code: string) => string;
};

async function readNaming(actor: Actor): Promise<Naming> {
  const { store } = actor;
  const kpis = new Map((await store.kpis.list()).map(({ id, code }) => [code, id]));
  const definitions = await store.kpis.definitionsOf(null);
  const units = await store.organisation.units();
  return {
    locale: localeOf(actor, await store.organisation.find()),
    people: new Map((await store.people.list()).map(({ id, name }) => [id, name])),
    units: new Map(units.map(({ code, name, kind }) => [code, { code, name, kind }])),
    kpiName: (code) => versionOf(definitions.get(kpis.get(code) ?? 0) ?? [], "9999-12" as never)?.name ?? code,
  };
}

function rowOf(change: DatedChange, { actor, ...naming }: Naming & { readonly actor: Actor }): Row {
  const { people, units } = naming;
  const effects = effectsIn(change).filter(({ unit }) => may(actor.holder, "read", unit));
  const nameOf = (id: number | null) => (id === null ? null : (people.get(id) ?? null));
  const obstacle = obstacleTo(change, actor);
  return {
    ...{ no: change.no, version: change.version, reason: change.reason, state: change.state },
    what: changeText(toldOf(contentOf(change), naming), naming.locale),
    unit: change.unit === null ? null : (units.get(change.unit.code) ?? null),
    proposedBy: nameOf(change.proposedBy),
    decidedBy: nameOf(change.decidedBy),
    verdictReason: change.verdictReason,
    at: new Date(change.at).toISOString(),
    total: effects.length,
    effects: effects.slice(0, SHOWN),
    obstacle: obstacle === null ? null : obstacleText(obstacle, naming.locale),
  };
}

function obstacleText(obstacle: NonNullable<ReturnType<typeof obstacleTo>>, locale: string): string {
  if (obstacle === "same-person") return "Whoever proposed a change cannot decide it. Ask someone else to.";
  return failureSentence(obstacle, {}, locale);
}

function toldOf(change: ChangeContent, { units, kpiName, locale }: Naming): ChangeTold {
  const unitName = (code: string) => units.get(code)?.name ?? code;
  switch (change.kind) {
    case "move":
      return { ...change, unit: unitName(change.unit), parent: unitName(change.parent) };
    case "end":
      return { ...change, unit: unitName(change.unit) };
    case "target":
    case "deviation":
      return { ...change, kpi: kpiName(change.kpi), unit: unitName(change.unit), target: amountText(change, locale) };
    case "tolerance": {
      const { kind, amount } = change.tolerance;
      const text = amount.toLocaleString(locale);
      return { ...change, kpi: kpiName(change.kpi), tolerance: kind === "percent" ? `${text} % of the target` : text };
    }
    case "definition": {
      const changes = Object.entries(change.changes).map(([name, value]) => `${RULE_NAMES[name] ?? name} ${value}`);
      return { ...change, kpi: kpiName(change.kpi), changes: changes.join(", ") };
    }
  }
}

const RULE_NAMES: Readonly<Record<string, string>> = {
  orgRule: "over units",
  timeRule: "over months",
  direction: "better is",
};

function amountText(
  { value, low, high }: { value: number | null; low: number | null; high: number | null },
  locale: string,
) {
  if (value !== null) return value.toLocaleString(locale);
  return `${low?.toLocaleString(locale)}–${high?.toLocaleString(locale)}`;
}
