import compression from "compression";
import express, { type ErrorRequestHandler, type Express, json } from "express";
import { AppError } from "../../shared/domain/failures.ts";
import { askedLanguage } from "../access/asked-language.ts";
import type { Caller } from "../access/authorise.ts";
import { addApiRoutes } from "../api/api-route.ts";
import { API_ROUTES } from "../api/routes.ts";
import { failureAnswer } from "../failure-answer.ts";
import { noteRefusal } from "../security-events.ts";
import type { Service } from "../service.ts";
import { accountBody, addAccountRoutes } from "./account-routes.ts";
import { addDemoRoutes, demoBodies } from "./demo-routes.ts";
import { addHealthRoutes } from "./health-routes.ts";
import { addLiveRoute } from "./live-route.ts";
import { addMailRoutes } from "./mail-routes.ts";
import { createMetrics } from "./metrics.ts";
import { RATE_LIMITS, type RateLimits, refusalLimit, signInLimits } from "./rate-limits.ts";
import { referenceOf, requestLog } from "./request-log.ts";
import { routesOf } from "./routes.ts";
import { sameOriginOnly } from "./same-origin.ts";
import { securityHeaders } from "./security-headers.ts";
import { staticClient } from "./static-client.ts";
import { trpcHandler } from "./trpc-handler.ts";

export interface AppOptions {
  /** Folder of the built client; null where there is none to serve. */
  readonly clientFolder: string | null;
  readonly rateLimits?: RateLimits;
}

/** The whole service over HTTP, from the first header to the last sentence of a failure. */
export function createApp(service: Service, { clientFolder, rateLimits = RATE_LIMITS }: AppOptions): Express {
  const { config, mode, log } = service;
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", config.trustProxy ?? false);
  app.set("query parser", "simple");
  const metrics = createMetrics();
  app.use(requestLog(log), metrics.observe, securityHeaders(config.publicUrl));
  app.use(compression({ level: 1 }));
  app.use(sameOriginOnly({ publicUrl: config.publicUrl, isDemo: mode === "demo" }));
  app.use(["/api", "/trpc", "/demo", "/unsubscribe"], refusalLimit(rateLimits));

  const add = routesOf(app, service);
  addHealthRoutes(add, metrics.registry);
  addMailRoutes(add);
  app.use("/api/auth", accountBody);
  app.use("/api/auth/sign-in", signInLimits(rateLimits));
  addAccountRoutes(add);
  if (mode === "demo") {
    app.use("/demo", demoBodies);
    addDemoRoutes(add);
  }
  addLiveRoute(add);
  app.use(["/api/v1/results", "/api/v1/snapshots"], json({ limit: "20mb", strict: false }));
  addApiRoutes(add, API_ROUTES);
  app.use("/trpc", trpcHandler(service));
  app.use(["/api", "/trpc", "/demo"], () => {
    throw new AppError("not-found", { what: "address" });
  });
  if (clientFolder !== null) app.use(staticClient(clientFolder));
  app.use(() => {
    throw new AppError("not-found", { what: "page" });
  });
  app.use(answerFailure(service));
  return app;
}

function answerFailure(service: Service): ErrorRequestHandler {
  // biome-ignore lint/complexity/useMaxParams: Express knows a handler of errors by its four parameters.
  return (error: unknown, request, response, next) => {
    const reference = referenceOf(request);
    const caller = (response.locals as { caller?: Caller | null }).caller ?? null;
    const language = caller?.actor.language ?? askedLanguage(request);
    const { status, body } = failureAnswer(error, { reference, language });
    if (status >= 500) service.log.error({ reference, err: error }, "a request failed");
    noteRefusal(service, { code: body.code, called: `${request.method} ${request.path}`, caller });
    if (response.headersSent) return next(error);
    response.status(status).set("Cache-Control", "no-store").json(body);
  };
}
