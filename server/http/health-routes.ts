import type { Request } from "express";
import type { Registry } from "prom-client";
import { AppError } from "../../shared/domain/failures.ts";
import { may } from "../../shared/domain/permissions.ts";
import type { Caller } from "../access/authorise.ts";
import { isLoopback } from "../config.ts";
import type { AddRoute } from "./routes.ts";

/** Whether the process lives, whether it can work, and how it fares. */
export function addHealthRoutes(add: AddRoute, registry: Registry): void {
  add("GET /healthz", ({ response }) => {
    response.json({ status: "alive" });
  });

  add("GET /readyz", async ({ service, response }) => {
    try {
      await service.store.ping();
    } catch (cause) {
      throw new AppError("not-ready", {}, { cause });
    }
    response.json({ status: "ready" });
  });

  add("GET /metrics", async ({ request, response, caller }) => {
    if (!isFromThisMachine(request) && !isAdministrator(caller)) throw new AppError("not-allowed");
    response.type(registry.contentType).send(await registry.metrics());
  });
}

/** The socket's own address; a request that a proxy passed on comes from somewhere else. */
function isFromThisMachine(request: Request): boolean {
  const isForwarded = ["x-forwarded-for", "forwarded", "via"].some((name) => request.headers[name] !== undefined);
  return !isForwarded && isLoopback((request.socket.remoteAddress ?? "").replace(/^::ffff:/, ""));
}

function isAdministrator(caller: Caller | null): boolean {
  return caller !== null && may(caller.actor.holder, "change-settings", null);
}
