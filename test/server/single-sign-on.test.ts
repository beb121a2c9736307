import { afterAll, beforeAll, expect, test } from "vitest";
import type { Client } from "../support/client.ts";
import { anIdentityProvider, CLIENT, type IdentityProvider } from "../support/identity-provider.ts";
import { aWorld, type World } from "../support/world.ts";

const PUBLIC_URL = "http://plumbline.example";

let provider: IdentityProvider;
let world: World;

beforeAll(async () => {
  provider = await anIdentityProvider(`${PUBLIC_URL}/api/auth/callback/oidc`);
  world = await aWorld({
    environment: {
      ...{ PUBLIC_URL, OIDC_ISSUER: provider.issuer, OIDC_NAME: "the works account" },
      ...{ OIDC_CLIENT_ID: CLIENT.client_id, OIDC_CLIENT_SECRET: CLIENT.client_secret },
    },
  });
});
afterAll(async () => {
  await world.close();
  await provider.stop();
});

/** Goes the whole way that a browser goes; answers where it ends. */
async function signInBy(client: Client): Promise<string> {
  const begun = await client.send("POST", "/api/auth/sign-in/social", { body: {} });
  expect(begun.status).toBe(200);
  const cookies = new Map<string, string>();
  let next = new URL(begun.json.url);
  while (next.origin === provider.issuer) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(next, { redirect: "manual", headers: cookie === "" ? {} : { cookie } });
    for (const set of answer.headers.getSetCookie()) {
      const [pair = ""] = set.split(";");
      cookies.set(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1));
    }
    next = new URL(answer.headers.get("location") ?? "/stuck", next);
    if (next.pathname === "/stuck") throw new Error(`the provider answered ${answer.status}: ${await answer.text()}`);
  }
  const back = await client.get(`${next.pathname}${next.search}`);
  expect(back.status).toBe(303);
  return back.headers.get("location") ?? "";
}

const whoIs = async (client: Client) => (await client.query("organisation.session")).json.result.data.person?.code;

async function invited(code: string): Promise<void> {
  await world.store.command({ actor: "operator", command: "person-added", entity: "person" }, async (store) => {
    const person = await store.people.add({ code, email: `${code}@plant.example`, name: code });
    await store.people.grant(person.id, { role: "viewer", unit: null, from: null, to: null });
  });
}

test("the sign-in page is told what single sign-on is called", async () => {
  const session = await world.stranger().query("organisation.session");
  expect(session.json.result.data.singleSignOn).toBe("the works account");
});

test("a person who was added comes in without a password, and again, as the same account", async () => {
  await invited("anna");
  provider.say({ sub: "s-1", email: "Anna@plant.example", email_verified: true });
  const [first, second] = [world.stranger(), world.stranger()];
  expect(await signInBy(first)).toBe("/");
  expect(await whoIs(first)).toBe("anna");
  const { accountId } = (await world.store.people.findByCode("anna")) ?? {};
  expect(await signInBy(second)).toBe("/");
  expect(await whoIs(second)).toBe("anna");
  expect((await world.store.people.findByCode("anna"))?.accountId).toBe(accountId);
});

test("someone with a password account comes in by single sign-on too", async () => {
  await world.person("erik", ["viewer", null]);
  provider.say({ sub: "s-2", email: "erik@plant.example", email_verified: true });
  const client = world.stranger();
  expect(await signInBy(client)).toBe("/");
  expect(await whoIs(client)).toBe("erik");
});

test("nobody comes in whom no one added, whose address is not verified, or who was suspended; nothing is left of them", async () => {
  await invited("ines");
  await world.person("olli", ["viewer", null]);
  const olli = await world.store.people.findByCode("olli");
  await world.store.command({ actor: "operator", command: "person-suspended", entity: "person" }, (store) =>
    store.people.sayState(olli?.id ?? 0, "suspended"),
  );
  for (const identity of [
    { sub: "s-3", email: "stranger@else.example", email_verified: true },
    { sub: "s-4", email: "ines@plant.example", email_verified: false },
    { sub: "s-5", email: "olli@plant.example", email_verified: true },
  ]) {
    provider.say(identity);
    const client = world.stranger();
    expect(await signInBy(client), identity.email).toMatch(/^\/sign-in\?refused=/);
    expect(await whoIs(client)).toBeUndefined();
  }
  expect((await world.store.people.findByCode("ines"))?.accountId).toBeNull();
  provider.say({ sub: "s-4", email: "ines@plant.example", email_verified: true });
  const client = world.stranger();
  expect(await signInBy(client)).toBe("/");
  expect(await whoIs(client)).toBe("ines");
});

test("a way back that was made up opens nothing", async () => {
  const client = world.stranger();
  const back = await client.get("/api/auth/callback/oidc?code=made-up&state=made-up");
  expect(back.headers.get("location")).toMatch(/^\/sign-in\?refused=/);
  expect(await whoIs(client)).toBeUndefined();
});
