import { afterAll, beforeAll, expect, test } from "vitest";
import { aWorld, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
  await world.person("admin", ["admin", null]);
});
afterAll(() => world.close());

const PATH = "/trpc/organisation.people";

test.each([
  [{ "Sec-Fetch-Site": "cross-site" }],
  [{ "Sec-Fetch-Site": "same-site" }],
  [{ Origin: "https://evil.example" }],
  [{ Origin: "null" }],
  [{ Origin: "http://127.0.0.1:1" }],
])("another site's call with a visitor's cookie is not carried out: %j", async (headers) => {
  const admin = await world.as("admin");
  expect((await admin.send("GET", PATH, { headers })).status).toBe(403);
  const body = { person: "admin", grant: { role: "viewer", unit: null, from: null, to: null } };
  expect((await admin.send("POST", "/trpc/organisation.grantRole", { body, headers })).status).toBe(403);
  expect((await admin.send("POST", "/api/auth/sign-out", { body: {}, headers })).status).toBe(403);
});

test("the product's own pages and programs may call", async () => {
  const admin = await world.as("admin");
  for (const headers of [{ "Sec-Fetch-Site": "same-origin" }, { Origin: world.address }, {}]) {
    expect((await admin.send("GET", PATH, { headers })).status).toBe(200);
  }
});

test("a form of another site cannot make a call that takes no input", async () => {
  const admin = await world.as("admin");
  const form = new FormData();
  form.set("x", "1");
  const boundary = "----form";
  const answer = await admin.send("POST", "/trpc/organisation.people", {
    body: `--${boundary}--`,
    headers: { "Content-Type": `multipart/form-data; boundary=${boundary}`, "Sec-Fetch-Site": "cross-site" },
  });
  expect(answer.status).toBe(403);
});

test("scripts come from the server alone, and nobody frames its pages", async () => {
  const policy = (await world.stranger().get("/healthz")).headers.get("content-security-policy") ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain("upgrade-insecure-requests");
});

test("in demo mode only this machine's own names are answered", async () => {
  const demo = await aWorld({ mode: "demo" });
  try {
    const { hostname, port } = new URL(demo.address);
    const { request } = await import("node:http");
    const statusFor = (host: string) =>
      new Promise<number>((resolve, reject) => {
        const asked = request({ hostname, port, path: "/healthz", headers: { Host: host } }, (response) => {
          response.resume();
          resolve(response.statusCode ?? 0);
        });
        asked.once("error", reject).end();
      });
    expect(await statusFor(`localhost:${port}`)).toBe(200);
    expect(await statusFor(`rebound.example:${port}`)).toBe(403);
  } finally {
    await demo.close();
  }
});
