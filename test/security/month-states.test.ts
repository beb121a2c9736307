import { expect, test } from "vitest";
import type { Action } from "../../shared/domain/permissions.ts";
import { MAY, ROLES, type Role } from "../../shared/domain/permissions.ts";
import type { PeriodState } from "../../shared/domain/revision.ts";
import type { Client } from "../support/client.ts";
import { describeEachEngine } from "../support/databases.ts";
import { aFilledWorld } from "../support/filled-world.ts";

type World = Awaited<ReturnType<typeof aFilledWorld>>;

const MONTHS = { open: "2026-03", closed: "2026-02", locked: "2026-01" } as const satisfies Record<PeriodState, string>;
const STATES = Object.keys(MONTHS) as (keyof typeof MONTHS)[];

/** A write about one unit's month: which right it takes, and what the month itself answers, whoever asks. */
interface Write {
  readonly name: string;
  readonly needed: Action;
  readonly answers: Readonly<Record<PeriodState, string>>;
  send(client: Client, place: { unit: string; month: string }): Promise<string>;
}

async function codeOf(client: Client, call: string, input: unknown): Promise<string> {
  const { status, json } = await client.mutate(call, input);
  return status === 200 ? "done" : json.error.data.code;
}

const value = (number: number) => ({ kind: "value", value: number });
let salt = 100;

const WRITES: readonly Write[] = [
  {
    name: "enter",
    needed: "enter-results",
    answers: { open: "done", closed: "month-closed", locked: "month-locked" },
    send: (client, place) => {
      const cells = [{ kpi: "COMPLAINTS", content: value(salt++), expectedRevision: 1 }];
      return codeOf(client, "results.enter", { ...place, cells });
    },
  },
  {
    name: "submit",
    needed: "enter-results",
    answers: { open: "done", closed: "month-closed", locked: "month-locked" },
    send: (client, place) => codeOf(client, "results.submit", place),
  },
  {
    name: "put by the interface",
    needed: "enter-results",
    answers: { open: "done", closed: "refused", locked: "refused" },
    send: async (client, { unit, month }) => {
      const results = [{ unit, kpi: "COMPLAINTS", period: month, value: salt++ }];
      const { status, json } = await client.send("PUT", "/api/v1/results", { body: { results } });
      if (status === 200) return "done";
      const codes: string[] = (json.errors ?? []).map(({ code }: { code: string }) => code);
      return codes.some((code) => code.startsWith("month-")) ? "refused" : (codes[0] ?? json.code);
    },
  },
  {
    name: "restate",
    needed: "restate",
    answers: { open: "month-not-locked", closed: "month-not-locked", locked: "done|restatement-pending" },
    send: async (client, place) => {
      const entry = await client.query("results.entry", place);
      const rows: { kpi: string; revision: number }[] = entry.json.result?.data.rows ?? [];
      const expectedRevision = rows.find(({ kpi }) => kpi === "COMPLAINTS")?.revision ?? 0;
      const said = { kpi: "COMPLAINTS", content: value(salt++), reason: "A slip", expectedRevision };
      return codeOf(client, "results.restate", { ...place, ...said });
    },
  },
  {
    name: "set a target",
    needed: "edit-targets",
    answers: { open: "done", closed: "done", locked: "month-locked" },
    send: (client, { unit, month }) =>
      codeOf(client, "results.acceptDeviation", {
        ...{ kpi: "ON-TIME", unit, from: month, until: month, value: salt++ / 10, low: null, high: null, reason: "x" },
      }),
  },
  {
    name: "reopen",
    needed: "reopen-month",
    answers: { open: "done", closed: "done", locked: "month-locked" },
    send: (client, place) => codeOf(client, "results.reopenMonth", { ...place, reason: "x" }),
  },
];

async function setStates(world: World): Promise<void> {
  await world.store.command({ actor: "operator", command: "months", entity: "period" }, async (store) => {
    const units = ["NORTH", "N-1", "S-1"];
    await store.organisation.setPeriodStates(
      STATES.flatMap((state) => units.map((unit) => ({ unit, month: MONTHS[state] as never, state, by: null }))),
    );
  });
}

/** Sends every write about a month in this state, elsewhere and at home; answers what was not as it should be. */
async function wrongIn(state: PeriodState, role: Role, client: Client): Promise<string[]> {
  const month = MONTHS[state];
  const wrong: string[] = [];
  for (const { name, needed, answers, send } of WRITES) {
    const other = await send(client, { unit: "S-1", month });
    if (!["not-allowed", "not-found"].includes(other)) wrong.push(`${role} ${name} ${state} elsewhere: ${other}`);
    const own = await send(client, { unit: "N-1", month });
    const expected = (MAY[role] as readonly Action[]).includes(needed) ? answers[state] : "not-allowed";
    if (!expected.split("|").includes(own)) wrong.push(`${role} ${name} ${state}: ${own}`);
  }
  return wrong;
}

describeEachEngine("open, closed and locked months", (database) => {
  test("take of every role what right and state allow, in its unit alone", { timeout: 180_000 }, async () => {
    const world = await aFilledWorld({ place: await database.place() });
    try {
      const wrong: string[] = [];
      for (const role of ROLES) {
        await setStates(world);
        await world.person(role, [role, "NORTH"]);
        const client = await world.as(role);
        for (const state of STATES) wrong.push(...(await wrongIn(state, role, client)));
      }
      expect(wrong).toEqual([]);
    } finally {
      await world.close();
    }
  });
});
