import type { Store } from "../../db/store.ts";
import type { Actor } from "../access/actor.ts";
import type { Asked } from "./asked-place.ts";

/** Views remembered at most; the oldest go first. About 100 kB each. */
const MOST = 100;

type Memory = { readonly seq: number; readonly views: Map<string, Promise<unknown>> };

const memories = new WeakMap<Store, Memory>();

/**
 * What `make` answers of now, remembered until the record changes: the end of the audit chain is its version, and rights,
 * day, language and question its name. Nothing else may go into it: a view that depends on who asks says so in its own name, and
 * names of people belong in it only as far as every change of one is a command. A question as of another moment is
 * answered anew.
 */
export async function remembered<View>(
  actor: Actor,
  question: { readonly view: string; readonly asked: Asked },
  make: () => Promise<View>,
): Promise<View> {
  if (question.asked.asOf !== undefined) return make();
  // Read before the records are: what is made of later ones is never found under an older version again.
  const { seq } = await actor.store.audit.head();
  const views = viewsAt(actor.store, seq);
  const { holder, today, language } = actor;
  const rights = holder.kind === "operator" ? "operator" : holder.grants;
  const name = JSON.stringify([question.view, question.asked, today, rights, language]);
  const known = views.get(name) as Promise<View> | undefined;
  if (known !== undefined) return known;
  const made = make();
  views.set(name, made);
  made.catch(() => views.delete(name));
  const [oldest] = views.keys();
  if (views.size > MOST && oldest !== undefined) views.delete(oldest);
  return made;
}

function viewsAt(store: Store, seq: number): Map<string, Promise<unknown>> {
  const memory = memories.get(store);
  if (memory !== undefined && memory.seq >= seq) return memory.seq === seq ? memory.views : new Map();
  const views = new Map<string, Promise<unknown>>();
  memories.set(store, { seq, views });
  return views;
}
