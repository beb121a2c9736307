import type { Writings } from "../../db/store.ts";
import { AppError } from "../../shared/domain/failures.ts";
import { type Action, deputisedFor, type Holder, may } from "../../shared/domain/permissions.ts";
import { type Actor, holderWithin } from "./actor.ts";

type Needed = { readonly action: Action; readonly unit: string | null };

/**
 * Throws unless the actor may do this to the unit (null: to the organisation as a whole), by the rights as they stand
 * inside the command. The unit is the stored record's, never the caller's word.
 */
export async function permit(store: Writings, actor: Actor, needed: Needed): Promise<void> {
  const holder = await holderWithin(store, actor);
  if (!may(holder, needed.action, needed.unit)) throw new AppError("not-allowed");
  await noteDeputy(store, { holder, by: actor.by }, [needed]);
}

/** Records for whom the actor acts, where a right that the command rests on is not their own. */
export async function noteDeputy(
  store: Writings,
  { holder, by }: { readonly holder: Holder; readonly by: string },
  rights: readonly Needed[],
): Promise<void> {
  for (const { action, unit } of rights) {
    const of = deputisedFor(holder, action, unit);
    if (of !== null) await store.duties.actFor({ by, for: of, action });
  }
}
