import { expect, test } from "vitest";
import { PROCEDURES, ROUTES } from "../../server/permissions-table.ts";
import { router } from "../../server/router.ts";
import { MAY, ROLES, type Role } from "../../shared/domain/permissions.ts";
import type { Answer, Client } from "../support/client.ts";
import { describeEachEngine } from "../support/databases.ts";
import { aFilledWorld } from "../support/filled-world.ts";
import { digestOfAll } from "../support/whole-database.ts";
import type { SampleCall } from "./sample-call.ts";
import { PROCEDURE_CALLS } from "./sample-calls.ts";
import { ROUTE_CALLS } from "./sample-routes.ts";

type World = Awaited<ReturnType<typeof aFilledWorld>>;

/** Every role holds its own area; what it may do there it may not do beside it. */
const OWN = "NORTH";
const UNITS = { own: "N-1", other: "S-1" } as const;

interface Actor {
  readonly name: string;
  /** Null where nothing is permitted to them. */
  readonly role: Role | null;
  readonly isSignedIn: boolean;
  readonly client: Client;
}

interface Call {
  readonly name: string;
  readonly needed: string;
  readonly sample: SampleCall;
  send(client: Client, unit: string): Promise<Answer>;
}

const CALLS: readonly Call[] = [
  ...Object.entries(PROCEDURES).map(([name, needed]) => procedureCall(name, needed)),
  ...Object.entries(ROUTES).map(([name, needed]) => routeCall(name, needed)),
];

function sampleOf(samples: Readonly<Record<string, SampleCall>>, name: string): SampleCall {
  const sample = samples[name];
  if (sample === undefined) throw new Error(`${name} has no sample call: add one, so that its rights are tested.`);
  return sample;
}

function procedureCall(name: string, needed: string): Call {
  const sample = sampleOf(PROCEDURE_CALLS, name);
  const procedures = router._def.procedures as unknown as Readonly<Record<string, { _def: { type: string } }>>;
  const isQuery = procedures[name]?._def.type === "query";
  return {
    ...{ name, needed, sample },
    send: (client, unit) =>
      isQuery ? client.query(name, sample.input?.(unit)) : client.mutate(name, sample.input?.(unit)),
  };
}

function routeCall(name: string, needed: string): Call {
  const sample = sampleOf(ROUTE_CALLS, name);
  const [method = "", pattern = ""] = name.split(" ");
  return {
    ...{ name, needed, sample },
    send: (client, unit) =>
      client.send(method, `${sample.path?.(unit) ?? pattern}${sample.query?.(unit) ?? ""}`, {
        ...(sample.input === undefined ? {} : { body: sample.input(unit) }),
      }),
  };
}

/** By the table of roles alone: what the answer must be, whatever the code between does. */
function isPermitted(call: Call, actor: Actor, where: keyof typeof UNITS): boolean {
  if (call.needed === "anyone") return true;
  if (!actor.isSignedIn) return false;
  if (call.needed === "signed-in") return true;
  if (actor.role === null || !(MAY[actor.role] as readonly string[]).includes(call.needed)) return false;
  if (call.sample.scope === "organisation") return false;
  return call.sample.scope !== "unit" || where === "own";
}

async function actorsOf(world: World): Promise<Actor[]> {
  const actors: Actor[] = [];
  for (const role of ROLES) {
    await world.person(role, [role, OWN]);
    actors.push({ name: role, role, isSignedIn: true, client: await world.as(role) });
  }
  await world.person("roleless");
  actors.push({ name: "without a role", role: null, isSignedIn: true, client: await world.as("roleless") });
  for (const state of ["suspended", "left"] as const) {
    await world.person(state, ["quality-manager", null]);
    const client = await world.as(state);
    const id = (await world.store.people.findByCode(state))?.id ?? 0;
    const event = { actor: "operator", command: "person-state", entity: "person" };
    await world.store.command(event, (store) => store.people.sayState(id, state));
    actors.push({ name: state, role: null, isSignedIn: false, client });
  }
  actors.push({ name: "stranger", role: null, isSignedIn: false, client: world.stranger() });
  return actors;
}

/** A route says by its status that it refused; the import's report says it row by row. */
function isRefused({ status, json }: Answer): boolean {
  const errors: readonly { code: string }[] = json?.errors ?? [];
  return [401, 403, 404].includes(status) || errors.some(({ code }) => code === "not-allowed");
}

/** Whether the call came as far as its service, whatever that said of it. */
function isReached({ status, json }: Answer): boolean {
  const { code } = json?.error?.data ?? json ?? {};
  return status < 500 && code !== "not-allowed" && code !== "not-signed-in";
}

/** Makes every call that is not permitted; answers what went through, and whether anything was written. */
async function wronglyAllowed(world: World, actor: Actor): Promise<string[]> {
  const wrong: string[] = [];
  const before = await digestOfAll(world.store);
  for (const { call, where } of CALLS.flatMap((call) =>
    (["own", "other"] as const).map((where) => ({ call, where })),
  )) {
    if (call.sample.scope === "open" || isPermitted(call, actor, where)) continue;
    const answer = await call.send(actor.client, UNITS[where]);
    if (!isRefused(answer)) wrong.push(`${actor.name} was allowed ${call.name} (${where}): ${answer.status}`);
  }
  if ((await digestOfAll(world.store)) !== before) wrong.push(`a refusal to ${actor.name} wrote something`);
  return wrong;
}

/** Makes every call that is permitted; answers what was refused. */
async function wronglyRefused(actor: Actor): Promise<string[]> {
  const wrong: string[] = [];
  for (const call of CALLS) {
    if (call.sample.scope === "open" || !isPermitted(call, actor, "own")) continue;
    const answer = await call.send(actor.client, UNITS.own);
    if (!isReached(answer)) wrong.push(`${actor.name} was refused ${call.name}: ${answer.status} ${answer.text}`);
  }
  return wrong;
}

describeEachEngine("rights", (database) => {
  const forEachActor = async (judge: (world: World, actor: Actor) => Promise<string[]>) => {
    const world = await aFilledWorld({ place: await database.place() });
    try {
      const wrong: string[] = [];
      for (const actor of await actorsOf(world)) wrong.push(...(await judge(world, actor)));
      expect(wrong).toEqual([]);
    } finally {
      await world.close();
    }
  };

  test("go no further than the table of roles says, and a refusal writes nothing", { timeout: 180_000 }, () =>
    forEachActor(wronglyAllowed),
  );

  test("reach as far as the table of roles says", { timeout: 180_000 }, () =>
    forEachActor((_, actor) => wronglyRefused(actor)),
  );
});
