import { z } from "zod";
import { FAILURE_STATUS } from "../../shared/domain/failures.ts";
import type { ApiRoute } from "./api-route.ts";

const failureSchema = z.object({
  code: z.enum(Object.keys(FAILURE_STATUS) as [string, ...string[]]),
  /** One sentence that a unit manager understands. */
  message: z.string(),
  details: z.record(z.string(), z.unknown()).optional(),
  /** The id under which the log tells more. */
  reference: z.string(),
});

type Json = Record<string, unknown>;

/** The description of the routes in OpenAPI 3.1, made of the schemas that read their requests. */
export function openApiDocument(routes: readonly ApiRoute[]): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const [method = "", path = ""] = route.name.split(" ");
    const address = path.replace(/:(\w+)/g, "{$1}");
    paths[address] = { ...paths[address], [method.toLowerCase()]: operationOf(route, address) };
  }
  return {
    openapi: "3.1.0",
    info: { title: "Plumbline", version: "1", description: "Results, targets and what they say, for other systems." },
    servers: [{ url: "/" }],
    security: [{ key: [] }],
    paths,
    components: {
      securitySchemes: { key: { type: "http", scheme: "bearer", description: "An API key." } },
      schemas: { Failure: jsonSchema(failureSchema, "output") },
    },
  };
}

function operationOf(route: ApiRoute, address: string): Json {
  const { summary, body, media } = route;
  const requestTypes = media?.request ?? (body === null ? [] : ["application/json"]);
  const schema = body === null ? { type: "string", format: "binary" } : jsonSchema(body, "input");
  const content = Object.fromEntries(requestTypes.map((type) => [type, { schema }]));
  return {
    summary,
    parameters: [...pathParameters(address), ...queryParameters(route)],
    ...(requestTypes.length === 0 ? {} : { requestBody: { required: true, content } }),
    responses: { ...answersOf(route), default: FAILURE },
  };
}

const FAILURE = {
  description: "Refused, with the reason in one sentence.",
  content: { "application/json": { schema: { $ref: "#/components/schemas/Failure" } } },
};

function answersOf({ answers, media }: ApiRoute): Json {
  return Object.fromEntries(
    Object.entries(answers).map(([status, schema]) => {
      const types = schema === null ? (media?.answer ?? []) : ["application/json"];
      const shape = schema === null ? { type: "string", format: "binary" } : jsonSchema(schema, "output");
      const content = Object.fromEntries(types.map((type) => [type, { schema: shape }]));
      return [status, { description: status.startsWith("2") ? "Done." : "Refused; nothing was stored.", content }];
    }),
  );
}

function pathParameters(address: string): Json[] {
  return [...address.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    ...{ name, in: "path", required: true, schema: { type: "string" } },
  }));
}

function queryParameters({ query }: ApiRoute): Json[] {
  const { properties = {}, required = [] } = jsonSchema(query, "input") as { properties?: Json; required?: string[] };
  return Object.entries(properties).map(([name, schema]) => ({
    ...{ name, in: "query", required: required.includes(name), schema },
  }));
}

function jsonSchema(schema: z.ZodType, io: "input" | "output"): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any" }) as Json;
  return rest;
}

/** The route that describes all routes, itself among them. It tells nothing of the organisation and asks for no key. */
export function openApiRoute(routes: () => readonly ApiRoute[]): ApiRoute {
  return {
    name: "GET /api/v1/openapi.json",
    summary: "This description.",
    query: z.object({}),
    body: null,
    answers: { 200: z.record(z.string(), z.unknown()) },
    serve: async ({ response }) => void response.json(openApiDocument(routes())),
  };
}
