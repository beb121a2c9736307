import { randomUUID } from "node:crypto";
import type { Request, RequestHandler, Response } from "express";
import { pinoHttp } from "pino-http";
import type { Log } from "../log.ts";

/** Gives each request its reference and writes one line when it is answered: method, path, status, duration. */
export function requestLog(log: Log): RequestHandler {
  const handler = pinoHttp<Request, Response>({
    logger: log,
    genReqId: (_request, response) => {
      const reference = randomUUID();
      response.setHeader("X-Request-Id", reference);
      return reference;
    },
    serializers: {
      req: (request: { id: string; method: string; url: string }) => ({
        id: request.id,
        method: request.method,
        path: withoutToken(request.url.split("?")[0] ?? ""),
      }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
    },
    // What went wrong stands in a line of its own, under the same reference.
    customLogLevel: () => "debug",
    customErrorObject: (...[, , , line]: unknown[]) => ({ ...(line as object), err: undefined }),
  });
  return (request, response, next) => handler(request, response, next);
}

/** The id by which the log knows a request. */
export function referenceOf(request: Request): string {
  return String(request.id);
}

/** Some addresses are keys themselves: what stands after `/s/` or `/unsubscribe/` is written to no log. */
function withoutToken(path: string): string {
  return path.replace(/^\/(s|unsubscribe)\/.*$/, "/$1/…");
}
