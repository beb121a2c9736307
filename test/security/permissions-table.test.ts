import type { AnyRouter } from "@trpc/server";
import type { Express } from "express";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createApp } from "../../server/http/app.ts";
import { PROCEDURES, ROUTES } from "../../server/permissions-table.ts";
import { router } from "../../server/router.ts";
import { ACTIONS } from "../../shared/domain/permissions.ts";
import { aWorld, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

function proceduresOf(tree: AnyRouter): string[] {
  return Object.keys(tree._def.procedures).sort();
}

/** Method and path of everything that the app answers by a route of its own. */
function routesOf(app: Express): string[] {
  const layers = app.router.stack as unknown as readonly {
    route?: { path: string; methods: Record<string, boolean> };
  }[];
  return layers
    .flatMap(({ route }) =>
      route === undefined ? [] : Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${route.path}`),
    )
    .sort();
}

test("every procedure has its line in the table, and no line is without its procedure", () => {
  expect(proceduresOf(router)).toEqual(Object.keys(PROCEDURES).sort());
});

test("every route has its line in the table, and no line is without its route", () => {
  const app = createApp({ ...world.service, mode: "demo" }, { clientFolder: null });
  expect(routesOf(app)).toEqual(Object.keys(ROUTES).sort());
});

test("outside demo mode the demonstration's sign-in does not exist", async () => {
  const app = createApp(world.service, { clientFolder: null });
  expect(routesOf(app)).not.toContain("POST /demo/sign-in");
  const answer = await world.stranger().send("POST", "/demo/sign-in", { body: { person: "admin" } });
  expect(answer.status).toBe(404);
});

test("every line names an action of the roles", () => {
  const known = new Set<string>([...ACTIONS, "signed-in", "anyone"]);
  for (const needed of [...Object.values(PROCEDURES), ...Object.values(ROUTES)]) expect(known).toContain(needed);
});
