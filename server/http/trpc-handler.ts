import { createExpressMiddleware } from "@trpc/server/adapters/express";
import type { RequestHandler } from "express";
import { FAILURE_STATUS } from "../../shared/domain/failures.ts";
import { askedLanguage } from "../access/asked-language.ts";
import { callerOf } from "../access/caller.ts";
import { router } from "../router.ts";
import { noteRefusal } from "../security-events.ts";
import type { Service } from "../service.ts";
import { failureCodeOf } from "../trpc/trpc.ts";
import { referenceOf } from "./request-log.ts";

const MEGABYTE = 1024 * 1024;

/** The client's own API. */
export function trpcHandler(service: Service): RequestHandler {
  return createExpressMiddleware({
    router,
    maxBatchSize: 20,
    maxBodySize: 4 * MEGABYTE,
    createContext: async ({ req, res }) => {
      const { caller, setCookies } = await callerOf(service, req);
      for (const cookie of setCookies) res.append("Set-Cookie", cookie);
      const language = caller?.actor.language ?? askedLanguage(req);
      return { caller, service, reference: referenceOf(req), language };
    },
    onError: ({ error, path = "", req, ctx }) => {
      const code = failureCodeOf(error);
      if (FAILURE_STATUS[code] >= 500) {
        service.log.error({ reference: referenceOf(req), path, err: error }, "a call failed");
      }
      noteRefusal(service, { code, called: path, caller: ctx?.caller ?? null });
    },
    responseMeta: () => ({ headers: { "cache-control": "no-store" } }),
  });
}
