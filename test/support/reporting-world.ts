import type { Store, Writings } from "../../db/store.ts";
import { type Actor, actorOfEmail, operator } from "../../server/access/actor.ts";
import { type Answer, type Asked, takeStep } from "../../server/results/results.service.ts";
import { decimalOfNumber } from "../../shared/domain/decimal.ts";
import { ALWAYS, type Month } from "../../shared/domain/month.ts";
import type { Role } from "../../shared/domain/permissions.ts";
import type { RevisionStep } from "../../shared/domain/revision.ts";
import { aDefinition } from "../db/cells-world.ts";
import { TEST_NOW } from "./databases.ts";

/** People of the world by what they are; each holds the role for the whole organisation, `stranger` for B2 alone. */
export const PEOPLE = {
  contributor: "contributor",
  colleague: "contributor",
  approver: "approver",
  quality: "quality-manager",
  viewer: "viewer",
  stranger: "contributor",
} as const satisfies Record<string, Role>;
export type PersonName = keyof typeof PEOPLE;

/** A group with the branches B1 and B2 that report SOLD (a value, 0 to 1000), RATE (a ratio) and MOOD (quarterly). */
export type ReportingWorld = {
  readonly store: Store;
  as(name: PersonName | "operator"): Promise<Actor>;
  take(name: PersonName | "operator", step: RevisionStep, ...asked: Asked[]): Promise<Answer>;
  say(work: (store: Writings) => Promise<unknown>): Promise<void>;
  /** What the unit shows of a KPI (SOLD) in a month (March); null where nothing is reported. */
  shown(cell: { kpi?: string; unit: string; month?: string; moment?: "now" | number }): Promise<number | null>;
};

const SETTINGS = {
  ...{ name: "Example", fiscalYearStart: 1, locale: "en", timeZone: "UTC", entryDueDay: 10 },
  ...{ minimumCoverage: 90, approval: false, retentionYears: 10 },
};

export const month = (text: string): Month => text as Month;

export function sold(value: number, more: Partial<Asked> = {}): Asked {
  return { unit: "B1", kpi: "SOLD", period: month("2026-03"), content: { kind: "value", value }, ...more };
}

export async function aReportingWorld(store: Store, settings: Partial<typeof SETTINGS> = {}): Promise<ReportingWorld> {
  const say = async (work: (store: Writings) => Promise<unknown>) => {
    await store.command({ actor: "operator", command: "said", entity: "world" }, work);
  };
  await say(async (store) => {
    await store.organisation.say({ ...SETTINGS, ...settings });
    await store.organisation.putUnits(["GROUP", "B1", "B2"].map((code) => ({ code, name: code, kind: "branch" })));
    const edges = [
      { child: "GROUP", parent: null },
      { child: "B1", parent: "GROUP" },
      { child: "B2", parent: "GROUP" },
    ];
    await store.organisation.setEdges(edges.map((edge) => ({ ...edge, from: ALWAYS, ends: false, withdrawn: false })));
    for (const [name, role] of Object.entries(PEOPLE)) {
      const person = await store.people.add({ name, email: `${name}@example.org` });
      await store.people.grant(person.id, { role, unit: name === "stranger" ? "B2" : null, from: null, to: null });
    }
  });
  await say(addKpis);
  const as = async (name: PersonName | "operator"): Promise<Actor> => {
    const asked = { store, now: () => TEST_NOW };
    if (name === "operator") return operator(asked);
    const actor = await actorOfEmail(asked, { email: `${name}@example.org`, source: "grid" });
    if (actor === null) throw new Error(`no ${name}`);
    return actor;
  };
  return {
    ...{ store, say, as },
    take: async (name, step, ...asked) => takeStep(await as(name), { step, asked, allOrNothing: false }),
    shown: async ({ kpi = "SOLD", unit, month: period = "2026-03", moment = "now" }) => {
      const readings = store.at(moment);
      const id = (await readings.organisation.unitIds([unit])).get(unit) ?? 0;
      const answer = await readings.insight.figures({ units: [id], kpis: null, months: [month(period)] });
      const cell = answer.at(id).get(kpi)?.periods[0]?.cell;
      return cell === undefined || cell.reported === 0 ? null : Number(cell.numer.digits) / 10 ** cell.numer.scale;
    },
  };
}

async function addKpis(store: Writings): Promise<void> {
  const codes = ["MOOD", "RATE", "SOLD"];
  const ids = await store.kpis.put(codes.map((code) => ({ code, owner: null, theme: null, timing: "lagging" })));
  const idOf = (code: string) => ids.get(code) ?? 0;
  const ratio = { input: "ratio", orgRule: "ratio", timeRule: "ratio", multiplier: decimalOfNumber(100) } as const;
  await store.kpis.define([
    { kpi: idOf("SOLD"), definition: aDefinition({ minimum: 0, maximum: 1000, timeRule: "sum" }) },
    { kpi: idOf("RATE"), definition: aDefinition(ratio) },
    { kpi: idOf("MOOD"), definition: aDefinition({ frequency: "quarter", orgRule: "mean" }) },
  ]);
  const units = await store.organisation.unitIds(["B1", "B2"]);
  const nobody = { enteredBy: null, approver: null, deputy: null, notApplicableReason: null, withdrawn: false };
  await store.kpis.assign(
    codes.flatMap((code) =>
      [...units.values()].map((unit) => ({ kpi: idOf(code), unit, from: month("2025-01"), to: null, ...nobody })),
    ),
  );
}
