import type { z } from "zod";
import type { Readings, Writings } from "../../db/store.ts";
import type {
  acceptDeviationInput,
  DeviationsView,
  withdrawDeviationInput,
} from "../../shared/contracts/deviations.ts";
import { monthOf } from "../../shared/domain/calendar.ts";
import { AppError } from "../../shared/domain/failures.ts";
import { versionOf } from "../../shared/domain/kpi-definition.ts";
import type { Month } from "../../shared/domain/month.ts";
import { may } from "../../shared/domain/permissions.ts";
import { targetOfRecord } from "../../shared/domain/target.ts";
import { ancestorsOf, subtreeOf, treeOfMonth } from "../../shared/domain/tree.ts";
import { targetText } from "../../shared/text/figure-text.ts";
import { longMonthText } from "../../shared/text/month-text.ts";
import type { Actor } from "../access/actor.ts";
import { localeOf } from "../access/asked-language.ts";
import { permit } from "../access/permit.ts";
import { applyChange } from "./apply-change.ts";

const ACTION = "edit-targets";
type Row = DeviationsView["deviations"][number];

/** Deviations that were accepted for a unit and those below it, the newest end first. */
export async function deviationsView(actor: Actor, { unit }: { readonly unit: string }): Promise<DeviationsView> {
  const { store, holder, today } = actor;
  if (!may(holder, "read", unit)) throw new AppError("not-found", { what: "unit", code: unit });
  const now = monthOf(today);
  const tree = treeOfMonth(await store.organisation.edges(), now);
  const codes = new Set(subtreeOf(tree, unit).filter((code) => may(holder, "read", code)));
  const units = new Map(
    (await store.organisation.units()).filter(({ code }) => codes.has(code)).map((one) => [one.id, one]),
  );
  const kpis = await store.kpis.list();
  const definitions = await store.kpis.definitionsOf(null);
  const locale = localeOf(actor, await store.organisation.find());
  const found = await store.kpis.deviationsOf({ kpis: kpis.map(({ id }) => id), units: [...units.keys()] });
  const codeOf = new Map(kpis.map(({ id, code }) => [id, code]));
  const rows = found.flatMap((one): Row[] => {
    const [at, definition] = [units.get(one.unit), versionOf(definitions.get(one.kpi) ?? [], one.from)];
    const target = targetOfRecord({ ...one, share: 1 });
    if (at === undefined || definition === null || target === null) return [];
    const { decimals, direction, name } = definition;
    return [
      {
        ...{ kpi: codeOf.get(one.kpi) ?? "", name, from: one.from, until: one.until, reason: one.reason },
        unit: { code: at.code, name: at.name, kind: at.kind },
        target: targetText(target, { decimals, direction, locale }),
        state: stateOf(one, now),
        mayWithdraw: may(holder, ACTION, at.code),
      },
    ];
  });
  const inForce = rows.filter(({ state }) => state === "in_force").length;
  return {
    headline:
      inForce === 1 ? "1 deviation is accepted now" : `${inForce === 0 ? "No" : inForce} deviations are accepted now`,
    mayAccept: may(holder, ACTION, unit),
    deviations: rows.toSorted((a, b) => (a.until < b.until ? 1 : -1)),
  };
}

function stateOf({ from, until }: { readonly from: Month; readonly until: Month }, now: Month): Row["state"] {
  if (until < now) return "ended";
  return from > now ? "to_come" : "in_force";
}

/** Accepts another target for a while, with its reason and end. Saying it again from the same month changes its end. */
export async function acceptDeviation(actor: Actor, input: z.infer<typeof acceptDeviationInput>) {
  const { kpi, unit, from, until, reason, value, low, high } = input;
  refuseUnreadable(actor, unit);
  const place = { entity: "deviation", entityCode: kpi, unitCode: unit };
  await actor.store.command(
    { actor: actor.by, command: "deviation-accepted", ...place, reason },
    async (store, written) => {
      await permit(store, actor, { action: ACTION, unit });
      const before = await findDeviation(store, { kpi, unit, from });
      const last = before === null || before.until < until ? until : before.until;
      await refuseLocked(store, { unit, from, until: last });
      written.describe({ before, after: { from, until, value, low, high } });
      const change = { kind: "deviation", kpi, unit, from, until, value, low, high } as const;
      await applyChange(store, change, { reason, by: actor.person?.id ?? null });
    },
  );
  const locale = localeOf(actor, await actor.store.organisation.find());
  return { sentence: `Accepted until ${longMonthText(until, locale)}; the real target counts again after it.` };
}

/** Takes a deviation back: the real target counts again in all its months. */
export async function withdrawDeviation(actor: Actor, input: z.infer<typeof withdrawDeviationInput>) {
  const { kpi, unit, from, reason } = input;
  refuseUnreadable(actor, unit);
  const place = { entity: "deviation", entityCode: kpi, unitCode: unit };
  await actor.store.command(
    { actor: actor.by, command: "deviation-withdrawn", ...place, reason },
    async (store, written) => {
      await permit(store, actor, { action: ACTION, unit });
      const before = await findDeviation(store, { kpi, unit, from });
      if (before === null) throw new AppError("not-found", { what: "deviation" });
      await refuseLocked(store, { unit, from, until: before.until });
      written.describe({ before, after: null });
      await store.kpis.acceptDeviation({ ...before, reason, withdrawn: true });
    },
  );
  return { sentence: "Withdrawn: the real target counts again." };
}

function refuseUnreadable({ holder }: Actor, unit: string): void {
  if (!may(holder, "read", unit)) throw new AppError("not-found", { what: "unit", code: unit });
}

type Place = { readonly kpi: string; readonly unit: string; readonly from: Month };

async function findDeviation(store: Readings | Writings, { kpi, unit, from }: Place) {
  const kpis = [...(await store.kpis.idsOf([kpi])).values()];
  const units = [...(await store.organisation.unitIds([unit])).values()];
  const found = await store.kpis.deviationsOf({ kpis, units });
  return found.find((one) => one.from === from) ?? null;
}

/** A target is taken over below and summed up above: none of those months may be locked. */
async function refuseLocked(store: Writings, { unit, from, until }: { unit: string; from: Month; until: Month }) {
  const tree = treeOfMonth(await store.organisation.edges(), from);
  const units = [...subtreeOf(tree, unit), ...ancestorsOf(tree, unit)];
  const states = await store.organisation.periodStates({ units, from, to: until });
  const locked = states.find(({ state }) => state === "locked");
  if (locked !== undefined) throw new AppError("month-locked", { month: locked.month });
}
