import { initTRPC, TRPCError } from "@trpc/server";
import type { TRPC_ERROR_CODE_KEY } from "@trpc/server/rpc";
import { AppError, FAILURE_STATUS, type FailureCode } from "../../shared/domain/failures.ts";
import type { Language } from "../../shared/text/languages.ts";
import type { Actor } from "../access/actor.ts";
import { authorise, type Caller } from "../access/authorise.ts";
import { failureAnswer, refusalIn } from "../failure-answer.ts";
import { PROCEDURES } from "../permissions-table.ts";
import type { Service } from "../service.ts";

/** What a procedure gets: who calls (null before sign-in), and the service it runs in. */
export interface CallContext {
  readonly caller: Caller | null;
  readonly service: Service;
  readonly reference: string;
  /** In which a failure is told; null: nobody asked for one. */
  readonly language: Language | null;
}

const CODES = {
  400: "BAD_REQUEST",
  401: "UNAUTHORIZED",
  403: "FORBIDDEN",
  404: "NOT_FOUND",
  409: "CONFLICT",
  413: "PAYLOAD_TOO_LARGE",
  422: "UNPROCESSABLE_CONTENT",
  429: "TOO_MANY_REQUESTS",
  500: "INTERNAL_SERVER_ERROR",
  503: "SERVICE_UNAVAILABLE",
} as const satisfies Record<(typeof FAILURE_STATUS)[keyof typeof FAILURE_STATUS], TRPC_ERROR_CODE_KEY>;

const t = initTRPC.context<CallContext>().create({
  /** Of an error only this leaves: code, sentence, details and reference; never a stack, a cause or a message of ours. */
  errorFormatter({ shape, error, ctx }) {
    const { status, body } = failureAnswer(asRefusal(error), {
      reference: ctx?.reference ?? "",
      language: ctx?.language ?? null,
    });
    return { code: shape.code, message: body.message, data: { ...body, httpStatus: status } };
  },
});

/** tRPC's own refusals in the words of the product; anything else as it is. */
function asRefusal(error: TRPCError): unknown {
  if (refusalIn(error) !== null) return error;
  if (error.code === "NOT_FOUND") return new AppError("not-found", { what: "call" }, { cause: error });
  if (error.code === "METHOD_NOT_SUPPORTED" || error.code === "UNSUPPORTED_MEDIA_TYPE" || isUnreadable(error)) {
    return new AppError("unreadable", {}, { cause: error });
  }
  return error.code === "PAYLOAD_TOO_LARGE" ? new AppError("too-large", { limit: "size" }, { cause: error }) : error;
}

function isUnreadable(error: TRPCError): boolean {
  return error.code === "BAD_REQUEST" || error.code === "PARSE_ERROR";
}

/** The code of an error that left tRPC. What is `internal` is a fault of ours and belongs in the log with its cause. */
export function failureCodeOf(error: TRPCError): FailureCode {
  return failureAnswer(asRefusal(error), { reference: "", language: null }).body.code;
}

/** Judged by the table alone: a procedure without its line there is refused, whoever asks. */
const permitted = t.middleware(({ ctx, path, type, next }) => {
  authorise(ctx.caller, PROCEDURES[path], { writes: type !== "query" });
  return next();
});

/** Gives a refusal the status of its code. */
const refusing = t.middleware(async ({ next }) => {
  const result = await next();
  const refusal = result.ok ? null : refusalIn(result.error);
  if (result.ok || refusal === null) return result;
  const code = CODES[FAILURE_STATUS[refusal.code]];
  return { ...result, error: new TRPCError({ code, message: refusal.code, cause: refusal }) };
});

export const router = t.router;

/** A procedure that also answers before sign-in, where the table says so. */
export const openProcedure = t.procedure.use(refusing).use(permitted);

/** A procedure of a person: `ctx.actor` says who, with which rights. */
export const procedure = openProcedure.use(({ ctx, next }) => next({ ctx: { ...ctx, actor: actorOf(ctx) } }));

function actorOf({ caller }: CallContext): Actor {
  if (caller === null) throw new AppError("not-signed-in");
  return caller.actor;
}
