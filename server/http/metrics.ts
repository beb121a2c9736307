import type { RequestHandler } from "express";
import { collectDefaultMetrics, Histogram, Registry } from "prom-client";

/** What Prometheus may ask: the process itself, and how long requests took by method, route and status. */
export function createMetrics(): { registry: Registry; observe: RequestHandler; stop: () => void } {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: "plumbline_http_request_seconds",
    help: "Seconds from a request's arrival to its answer.",
    labelNames: ["method", "route", "status"],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10],
    registers: [registry],
  });
  const observe: RequestHandler = (request, response, next) => {
    const stop = duration.startTimer();
    response.once("finish", () => {
      stop({ method: request.method, route: routeLabel(request.route), status: response.statusCode });
    });
    next();
  };
  return { registry, observe, stop: () => registry.clear() };
}

/** The route's pattern, so that codes in addresses do not become labels. */
function routeLabel(route: unknown): string {
  return typeof route === "object" && route !== null && "path" in route ? String(route.path) : "other";
}
