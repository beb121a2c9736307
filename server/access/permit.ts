import type { Writings } from "../../db/store.ts";
import { AppError } from "../../shared/domain/failures.ts";
import { type Action, may } from "../../shared/domain/permissions.ts";
import { type Actor, holderWithin } from "./actor.ts";

/**
 * Throws unless the actor may do this to the unit (null: to the organisation as a whole), by the rights as they stand
 * inside the command. The unit is the stored record's, never the caller's word.
 */
export async function permit(
  store: Writings,
  actor: Actor,
  needed: { readonly action: Action; readonly unit: string | null },
): Promise<void> {
  const holder = await holderWithin(store, actor);
  if (!may(holder, needed.action, needed.unit)) throw new AppError("not-allowed");
}
