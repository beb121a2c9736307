import { z } from "zod";
import { AppError } from "../../shared/domain/failures.ts";
import type { Actor } from "../access/actor.ts";
import type { AddRoute, Exchange, RouteName } from "../http/routes.ts";
import type { Service } from "../service.ts";
import type { ApiAnswer } from "./api-answer.ts";

/** What a route for other systems is given: who asks, and what they asked for, read by its schemas. */
export interface ApiCall<Query, Body> {
  readonly actor: Actor;
  readonly service: Service;
  readonly query: Query;
  readonly body: Body;
  /** Parts of the address, by name. */
  readonly params: Readonly<Record<string, string>>;
  readonly exchange: Exchange;
}

/** A route for other systems: what serves it and what describes it stand together. */
export interface ApiRoute {
  readonly name: RouteName;
  readonly summary: string;
  readonly query: z.ZodType;
  /** Null where it takes no JSON body. */
  readonly body: z.ZodType | null;
  /** Schemas of the answers by status; null for an answer that is a file. */
  readonly answers: Readonly<Record<number, z.ZodType | null>>;
  /** Media types of a body or answer that is a file. */
  readonly media?: { readonly request?: readonly string[]; readonly answer?: readonly string[] };
  serve(exchange: Exchange): Promise<void>;
}

interface RouteSpec<Query extends z.ZodType, Body extends z.ZodType> {
  readonly name: RouteName;
  readonly summary: string;
  readonly query?: Query;
  readonly body?: Body;
  readonly answers: ApiRoute["answers"];
  readonly media?: ApiRoute["media"];
  /** Answers with a status and a body; null where it has answered itself. */
  handle(call: ApiCall<z.output<Query>, z.output<Body>>): Promise<ApiAnswer<unknown> | null>;
}

const NOTHING = z.object({});

export function apiRoute<Query extends z.ZodType = typeof NOTHING, Body extends z.ZodType = z.ZodUndefined>(
  spec: RouteSpec<Query, Body>,
): ApiRoute {
  const { name, summary, answers, media, handle } = spec;
  const query = spec.query ?? NOTHING;
  const body = spec.body ?? null;
  return {
    ...{ name, summary, query, body, answers },
    ...(media === undefined ? {} : { media }),
    serve: async (exchange) => {
      const { request, response, caller, service } = exchange;
      if (caller === null) throw new AppError("not-signed-in");
      const answer = await handle({
        actor: caller.actor,
        service,
        query: query.parse(request.query) as z.output<Query>,
        body: body?.parse(request.body) as z.output<Body>,
        params: request.params as Readonly<Record<string, string>>,
        exchange,
      });
      if (answer !== null) response.status(answer.status).set("Cache-Control", "no-store").json(answer.body);
    },
  };
}

export function addApiRoutes(add: AddRoute, routes: readonly ApiRoute[]): void {
  for (const route of routes) add(route.name, (exchange) => route.serve(exchange));
}
