import { createHash } from "node:crypto";

/** The id of a job that is made once however many servers ask for it: the same parts give the same id. */
export function jobIdOf(...parts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64url").slice(0, 32);
}
