import { afterAll, beforeAll, expect, test } from "vitest";
import { RATE_LIMITS } from "../../server/http/rate-limits.ts";
import { aWorld, PASSWORD, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
  await world.person("maija", ["viewer", null]);
  await world.password("maija");
});
afterAll(() => world.close());

const EMAIL = "maija@plant.example";

test("the right password signs in, and the session is the person's", async () => {
  const client = world.stranger();
  expect((await client.signIn(EMAIL, PASSWORD)).status).toBe(200);
  const session = await client.query("organisation.session");
  expect(session.json.result.data.person).toMatchObject({ code: "maija", roles: [{ role: "viewer", unit: null }] });
});

test("cookies are out of the reach of scripts and of other sites", async () => {
  const answer = await world.stranger().signIn(EMAIL, PASSWORD);
  for (const cookie of answer.headers.getSetCookie()) {
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=(Lax|Strict)/i);
  }
});

test("a public address on https gives secure cookies", async () => {
  const secure = await aWorld({ environment: { PUBLIC_URL: "https://quality.example" } });
  try {
    await secure.person("maija", ["viewer", null]);
    await secure.password("maija");
    const answer = await secure.stranger().signIn(EMAIL, PASSWORD);
    for (const cookie of answer.headers.getSetCookie()) expect(cookie).toMatch(/;\s*Secure/i);
    expect(answer.headers.get("strict-transport-security")).not.toBeNull();
  } finally {
    await secure.close();
  }
});

test("known and unknown people are refused with the same words", async () => {
  const known = await world.stranger().signIn(EMAIL, "not the password at all");
  const unknown = await world.stranger().signIn("nobody@plant.example", "not the password at all");
  expect(known.status).toBe(401);
  const wordsOf = ({ reference: _, ...rest }: Record<string, unknown>) => rest;
  expect([unknown.status, wordsOf(unknown.json)]).toEqual([known.status, wordsOf(known.json)]);
});

async function millisecondsOf(email: string): Promise<number> {
  const begun = performance.now();
  await world.stranger().signIn(email, "not the password at all");
  return performance.now() - begun;
}

/** Median of known over unknown in pairs, each order as often: the machine's other work falls on both alike. */
async function ratioOfTimes(pairs: number): Promise<number> {
  const ratios: number[] = [];
  for (let i = 0; i < pairs; i += 1) {
    const unknownFirst = i % 2 === 0 ? await millisecondsOf(`nobody-${i}@plant.example`) : null;
    const known = await millisecondsOf(EMAIL);
    ratios.push(known / (unknownFirst ?? (await millisecondsOf(`nobody-${i}@plant.example`))));
  }
  return ratios.toSorted((a, b) => a - b)[Math.floor(pairs / 2)] ?? 0;
}

test("known and unknown people are refused after the same time, within a tenth", { timeout: 90_000 }, async () => {
  await ratioOfTimes(1);
  const rounds: number[] = [];
  // A difference of the product's own shows in every round; one of the machine's in one.
  for (let round = 0; round < 3; round += 1) rounds.push(Math.abs((await ratioOfTimes(11)) - 1));
  expect(Math.min(...rounds)).toBeLessThan(0.1);
});

test("nobody signs themselves up", async () => {
  const body = { email: "new@plant.example", password: PASSWORD, name: "New" };
  expect((await world.stranger().send("POST", "/api/auth/sign-up/email", { body })).status).toBe(404);
  const direct = await world.service.accounts.handle(
    new Request(`${world.address}/api/auth/sign-up/email`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    }),
  );
  expect(direct.ok).toBe(false);
});

test("a session cannot be opened from outside", async () => {
  const { accountId } = (await world.store.people.findByCode("maija")) ?? {};
  const direct = await world.service.accounts.handle(
    new Request(`${world.address}/api/auth/open-session`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ userId: accountId }),
    }),
  );
  expect(direct.status).toBe(404);
  expect(direct.headers.getSetCookie()).toEqual([]);
});

test("nobody makes a key without a session, not even for a user that they name", async () => {
  const { accountId } = (await world.store.people.findByCode("maija")) ?? {};
  const body = { name: "mine", userId: accountId };
  const overHttp = await world.stranger().send("POST", "/api/auth/api-key/create", { body });
  expect(overHttp.status).toBe(404);
  const direct = await world.service.accounts.handle(
    new Request(`${world.address}/api/auth/api-key/create`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    }),
  );
  expect(direct.ok).toBe(false);
  expect(await world.service.accounts.keys.list(accountId ?? "")).toEqual([]);
});

test("guessing is slowed by account, whatever address the guesser claims", async () => {
  const limited = await aWorld({ rateLimits: RATE_LIMITS });
  try {
    await limited.person("maija", ["viewer", null]);
    await limited.password("maija");
    const statuses: number[] = [];
    for (let i = 0; i < RATE_LIMITS.signInsByAccount + 2; i += 1) {
      const answer = await limited.stranger().send("POST", "/api/auth/sign-in/email", {
        body: { email: EMAIL.toUpperCase(), password: "not the password at all" },
        headers: { "X-Forwarded-For": `10.0.0.${i}` },
      });
      statuses.push(answer.status);
    }
    expect(statuses.slice(0, RATE_LIMITS.signInsByAccount)).toEqual(Array(RATE_LIMITS.signInsByAccount).fill(401));
    expect(statuses.slice(RATE_LIMITS.signInsByAccount)).toEqual([429, 429]);
    expect((await limited.stranger().signIn(EMAIL, PASSWORD)).status).toBe(429);
  } finally {
    await limited.close();
  }
}, 30_000);

test("guessing is slowed by address, and a forged address helps nobody", async () => {
  const limited = await aWorld({ rateLimits: { ...RATE_LIMITS, signInsByAddress: 5 } });
  try {
    const statuses: number[] = [];
    for (let i = 0; i < 7; i += 1) {
      const answer = await limited.stranger().send("POST", "/api/auth/sign-in/email", {
        body: { email: `nobody-${i}@plant.example`, password: "not the password at all" },
        headers: { "X-Forwarded-For": `10.0.0.${i}`, Forwarded: `for=10.0.0.${i}` },
      });
      statuses.push(answer.status);
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429]);
  } finally {
    await limited.close();
  }
}, 30_000);
