import { AppError } from "../../shared/domain/failures.ts";
import { type Action, maySomewhere } from "../../shared/domain/permissions.ts";
import type { Actor } from "./actor.ts";

/** What a call needs: an action of the roles, only to be signed in, or nothing. */
export type Needed = Action | "signed-in" | "anyone";

/** Who called, and by which means. */
export interface Caller {
  readonly actor: Actor;
  readonly by: "session" | "api-key";
  /** False for an API key that may only read. */
  readonly mayWrite: boolean;
}

/**
 * Whether the caller may make this call at all; on which unit is judged by the service, on the stored record, inside its
 * transaction. Without a line in the table (`needed` undefined) nobody may.
 */
export function authorise(caller: Caller | null, needed: Needed | undefined, call: { writes: boolean }): void {
  if (needed === undefined) throw new AppError("not-allowed");
  if (needed === "anyone") return;
  if (caller === null) throw new AppError("not-signed-in");
  if (call.writes && !caller.mayWrite) throw new AppError("not-allowed");
  if (needed !== "signed-in" && !maySomewhere(caller.actor.holder, needed)) throw new AppError("not-allowed");
}
