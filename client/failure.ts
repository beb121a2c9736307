import { say } from "./text/say.ts";
/** What a failed call says: the sentence of the failure, its code, and the id under which the log tells more. */
export type Failure = { code: string; message: string; reference?: string };

/** Reads the failure out of an error of a call; without an answer the server could not be reached. */
export function failureOf(error: unknown): Failure {
  const data = field(error, "data");
  const code = field(data, "code");
  const message = field(data, "message");
  if (typeof code !== "string" || typeof message !== "string") {
    return { code: "unreachable", message: say("ui.unreachable") };
  }
  const reference = field(data, "reference");
  return typeof reference === "string" && reference !== "" ? { code, message, reference } : { code, message };
}

/** Whether asking again may help: no answer at all, or a fault that is not the asker's. */
export function isOurFault(error: unknown): boolean {
  const status = field(field(error, "data"), "httpStatus");
  return typeof status !== "number" || status >= 500;
}

function field(thing: unknown, name: string): unknown {
  return typeof thing === "object" && thing !== null && name in thing
    ? (thing as Record<string, unknown>)[name]
    : undefined;
}
