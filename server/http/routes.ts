import type { Express, Request, Response } from "express";
import { authorise, type Caller } from "../access/authorise.ts";
import { callerOf } from "../access/caller.ts";
import { ROUTES } from "../permissions-table.ts";
import type { Service } from "../service.ts";

type Method = "GET" | "POST" | "PUT" | "DELETE";

/** One exchange over HTTP: who asks, what they sent, and where the answer goes. */
export interface Exchange {
  readonly service: Service;
  /** Null where the table lets anyone in and nobody is signed in. */
  readonly caller: Caller | null;
  readonly request: Request;
  readonly response: Response;
}

export type RouteHandler = (exchange: Exchange) => Promise<void> | void;

/** A route's method and path, as the permissions table names it. */
export type RouteName = `${Method} /${string}`;

/** Adds routes that the permissions table knows; one without its line there keeps the server from starting. */
export function routesOf(app: Express, service: Service) {
  return (name: RouteName, handle: RouteHandler): void => {
    const needed = ROUTES[name];
    if (needed === undefined) throw new Error(`${name} has no line in the permissions table.`);
    const [method = "", path = ""] = name.split(" ");
    const verb = method.toLowerCase() as Lowercase<Method>;
    app[verb](path, async (request, response) => {
      const { caller, setCookies } = await callerOf(service, request);
      for (const cookie of setCookies) response.append("Set-Cookie", cookie);
      response.locals["caller"] = caller;
      authorise(caller, needed, { writes: method !== "GET" });
      await handle({ service, caller, request, response });
    });
  };
}

export type AddRoute = ReturnType<typeof routesOf>;
