import { ZodError } from "zod";
import { AppError, FAILURE_STATUS, type FailureCode, type FailureDetails } from "../shared/domain/failures.ts";
import { failureSentence } from "../shared/text/failures.ts";
import type { Language } from "../shared/text/languages.ts";

/** What leaves the server when a call fails: the same for tRPC, the REST routes and the command line. */
export interface FailureAnswer {
  readonly code: FailureCode;
  /** One sentence that a unit manager understands. */
  readonly message: string;
  readonly details?: FailureDetails;
  /** The id under which the log tells more. */
  readonly reference: string;
}

/** The refusal in an error, looking through what wraps it; null where the fault is ours. */
export function refusalIn(error: unknown): AppError | null {
  for (let each: unknown = error, depth = 0; each instanceof Error && depth < 8; each = each.cause, depth += 1) {
    if (each instanceof AppError) return each;
    if (each instanceof ZodError) return unreadable(each);
  }
  return bodyRefusal(error);
}

export function failureAnswer(
  error: unknown,
  { reference, language }: { readonly reference: string; readonly language: Language | null },
): { status: number; body: FailureAnswer } {
  const locale = language ?? "en";
  const refusal = refusalIn(error);
  if (refusal === null) {
    return { status: 500, body: { code: "internal", message: failureSentence("internal", {}, locale), reference } };
  }
  const { code, details } = refusal;
  const body = { code, message: failureSentence(code, details, locale), reference };
  return {
    status: FAILURE_STATUS[code],
    body: Object.keys(details).length === 0 ? body : { ...body, details },
  };
}

function unreadable(error: ZodError): AppError {
  const fields = error.issues.slice(0, 20).map(({ path, message }) => ({ field: path.join("."), problem: message }));
  const first = fields[0];
  const problem = first === undefined ? "" : `${first.field || "The request"}: ${first.problem}.`;
  return new AppError("unreadable", { problem, fields }, { cause: error });
}

/** What Express's readers of bodies and addresses say when a request is too large or broken. */
function bodyRefusal(error: unknown): AppError | null {
  if (!(error instanceof Error) || !("status" in error)) return null;
  if (error.status === 413) return new AppError("too-large", { limit: "size" }, { cause: error });
  if (typeof error.status === "number" && error.status >= 400 && error.status < 500) {
    return new AppError("unreadable", {}, { cause: error });
  }
  return null;
}
