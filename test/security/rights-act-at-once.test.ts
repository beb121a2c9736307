import { afterEach, beforeEach, expect, test } from "vitest";
import { Client } from "../support/client.ts";
import { aWorld, PASSWORD, type World } from "../support/world.ts";

let world: World;
beforeEach(async () => {
  world = await aWorld();
  await world.person("admin", ["admin", null]);
  await world.person("maija", ["admin", null]);
});
afterEach(() => world.close());

/** The status of a call that an administrator may make and nobody else. */
async function statusFor(client: Client): Promise<number> {
  return (await client.query("organisation.people")).status;
}

test("a suspended person is refused on every session, and let back in", async () => {
  await world.password("maija");
  const [admin, maija] = [await world.as("admin"), await world.as("maija")];
  const other = await world.as("maija");
  expect(await statusFor(maija)).toBe(200);
  await admin.mutate("organisation.sayPersonState", { person: "maija", state: "suspended" });
  expect([await statusFor(maija), await statusFor(other)]).toEqual([401, 401]);
  expect((await world.stranger().signIn("maija@plant.example", PASSWORD)).status).toBe(401);
  await admin.mutate("organisation.sayPersonState", { person: "maija", state: "active" });
  expect(await statusFor(maija)).toBe(401);
  const again = world.stranger();
  expect((await again.signIn("maija@plant.example", PASSWORD)).status).toBe(200);
  expect(await statusFor(again)).toBe(200);
});

test("a withdrawn role no longer counts at the next call", async () => {
  const [admin, maija] = [await world.as("admin"), await world.as("maija")];
  const { people } = (await admin.query("organisation.people")).json.result.data;
  const { grants } = people.find(({ code }: { code: string }) => code === "maija");
  const answer = await admin.mutate("organisation.withdrawRole", { no: grants[0].no, version: grants[0].version });
  expect(answer.status).toBe(200);
  expect(await statusFor(maija)).toBe(403);
});

test("a role ends with its last day", async () => {
  const admin = await world.as("admin");
  await world.person("guest");
  const grant = { role: "admin", unit: null, from: null, to: "2026-04-20" };
  await admin.mutate("organisation.grantRole", { person: "guest", grant });
  const guest = await world.as("guest");
  expect(await statusFor(guest)).toBe(200);
  world.setClock(Date.UTC(2026, 3, 20, 21, 0, 1));
  expect(await statusFor(guest)).toBe(403);
});

test("a changed password ends every other session at once", async () => {
  await world.password("maija");
  const [here, elsewhere] = [await world.as("maija"), await world.as("maija")];
  const held = here.copy();
  const body = { currentPassword: PASSWORD, newPassword: "lantern over deep water" };
  expect((await here.send("POST", "/api/auth/change-password", { body })).status).toBe(200);
  expect([await statusFor(elsewhere), await statusFor(held)]).toEqual([401, 401]);
  expect(await statusFor(here)).toBe(200);
  expect((await world.stranger().signIn("maija@plant.example", PASSWORD)).status).toBe(401);
});

test("a key rests while its owner is suspended, and is gone once revoked", async () => {
  const [admin, maija] = [await world.as("admin"), await world.as("maija")];
  const created = await maija.mutate("organisation.createKey", { name: "sync", scope: "read", days: null });
  const { id, key } = created.json.result.data;
  const program = new Client(world.address, { key });
  expect(await statusFor(program)).toBe(200);
  await admin.mutate("organisation.sayPersonState", { person: "maija", state: "suspended" });
  expect(await statusFor(program)).toBe(401);
  await admin.mutate("organisation.sayPersonState", { person: "maija", state: "active" });
  expect(await statusFor(program)).toBe(200);
  await admin.mutate("organisation.revokeKey", { id });
  expect(await statusFor(program)).toBe(401);
});

test("a key that may only read changes nothing", async () => {
  const maija = await world.as("maija");
  const created = await maija.mutate("organisation.createKey", { name: "sync", scope: "read", days: null });
  const program = new Client(world.address, { key: created.json.result.data.key });
  const answer = await program.mutate("organisation.sayPersonState", { person: "admin", state: "left" });
  expect(answer.status).toBe(403);
});

test("a password that attackers know is not taken", async () => {
  const maija = await world.as("maija");
  const body = { currentPassword: PASSWORD, newPassword: "passwordpassword" };
  const answer = await maija.send("POST", "/api/auth/change-password", { body });
  expect([answer.status, answer.json.code]).toEqual([422, "password-too-common"]);
});

test("signing out ends the session, also for whoever copied its cookie", async () => {
  const maija = await world.as("maija");
  const copied = maija.copy();
  expect((await maija.send("POST", "/api/auth/sign-out", { body: {} })).status).toBe(200);
  expect([await statusFor(maija), await statusFor(copied)]).toEqual([401, 401]);
});

test("the last administrator stays", async () => {
  const admin = await world.as("admin");
  await admin.mutate("organisation.sayPersonState", { person: "maija", state: "left" });
  const { seq } = await world.store.audit.head();
  const answer = await admin.mutate("organisation.sayPersonState", { person: "admin", state: "left" });
  expect([answer.status, answer.json.error.data.code]).toEqual([422, "last-admin"]);
  expect((await world.store.audit.head()).seq).toBe(seq);
  expect(await statusFor(admin)).toBe(200);
});

test("a part's administrator gives no role outside the part", async () => {
  await world.person("north", ["admin", "NORTH"]);
  const north = await world.as("north");
  const grantAt = (unit: string | null) =>
    north.mutate("organisation.grantRole", { person: "north", grant: { role: "viewer", unit, from: null, to: null } });
  expect((await grantAt("N-1")).status).toBe(200);
  expect((await grantAt("SOUTH")).status).toBe(403);
  expect((await grantAt(null)).status).toBe(403);
  const suspended = await north.mutate("organisation.sayPersonState", { person: "maija", state: "suspended" });
  expect(suspended.status).toBe(403);
});
