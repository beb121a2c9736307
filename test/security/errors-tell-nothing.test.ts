import { afterAll, beforeAll, expect, test } from "vitest";
import type { Answer } from "../support/client.ts";
import { aWorld, type World } from "../support/world.ts";

let world: World;
const logLines: string[] = [];
beforeAll(async () => {
  world = await aWorld({ logLines });
  await world.person("admin", ["admin", null]);
});
afterAll(() => world.close());

/** What must never leave: stacks, SQL, paths of the host, names of modules. */
const TELLTALE =
  /\bat \S+ \(|\bselect\b.*\bfrom\b|insert into|sqlite|postgres|node_modules|\/(work|home|usr|tmp|var)\/|\.ts\b|kysely/i;

function expectSilent({ text, status }: Answer): void {
  expect(text).not.toMatch(TELLTALE);
  expect(status).not.toBe(200);
}

test.each([
  { what: "a broken body", method: "POST", path: "/trpc/organisation.changeSettings", body: "{" },
  { what: "a body of the wrong shape", method: "POST", path: "/trpc/organisation.changeSettings", body: '{"name":5}' },
  {
    what: "a body that is too large",
    method: "POST",
    path: "/api/auth/sign-in/email",
    body: JSON.stringify({ email: "x".repeat(20_000) }),
  },
  { what: "a broken body of a sign-in", method: "POST", path: "/api/auth/sign-in/email", body: "{" },
  { what: "a call that is not there", method: "GET", path: "/trpc/organisation.nothing", body: undefined },
  { what: "a broken query", method: "GET", path: "/trpc/organisation.readInvitation?input=%7B", body: undefined },
  { what: "a broken address", method: "GET", path: "/api/%E0%A4%A", body: undefined },
  { what: "a page that is not there", method: "GET", path: "/api/v1/nothing", body: undefined },
  { what: "the wrong method", method: "POST", path: "/trpc/organisation.people", body: "{}" },
  {
    what: "a batch that is too long",
    method: "GET",
    path: `/trpc/${Array(21).fill("organisation.session").join(",")}?batch=1`,
    body: undefined,
  },
])("$what is refused in one sentence", async ({ method, path, body }) => {
  const admin = await world.as("admin");
  const answer = await admin.send(method, path, { ...(body === undefined ? {} : { body }) });
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
  expectSilent(answer);
});

test("a fault of ours leaves as one sentence with a reference, and the log tells its cause", async () => {
  const broken = { ...world.service.store.people };
  const find = world.store.people.findByAccount;
  const fault = new Error("insert into person failed at /var/lib/plumbline", { cause: new Error("disk") });
  Object.assign(world.store.people, {
    findByAccount: () => Promise.reject(fault),
  });
  try {
    for (const [method, path] of [
      ["GET", "/trpc/organisation.people"],
      ["GET", "/metrics"],
    ] as const) {
      const answer = await (await world.as("admin")).send(method, path);
      expect(answer.status).toBe(500);
      expectSilent(answer);
      const { reference } = answer.json.error?.data ?? answer.json;
      const told = logLines.filter((line) => line.includes(reference)).join("\n");
      expect(told).toContain("insert into person failed");
      expect(told).toContain("disk");
    }
  } finally {
    Object.assign(world.store.people, { ...broken, findByAccount: find });
  }
});

test("the log names no person, address, cookie or password", async () => {
  await world.person("maija", ["viewer", null]);
  const email = await world.password("maija");
  await world.stranger().signIn(email, "a secret that must not be logged");
  await world.stranger().send("GET", "/?token=a-secret-token");
  const all = logLines.join("\n");
  for (const secret of [email, "a secret that", "a-secret-token", "127.0.0.1", "cookie"])
    expect(all).not.toContain(secret);
});
