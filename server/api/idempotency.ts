import { createHash } from "node:crypto";
import type { Store } from "../../db/store.ts";
import { AppError } from "../../shared/domain/failures.ts";
import type { Actor } from "../access/actor.ts";
import type { ApiAnswer } from "./api-answer.ts";

const LONGEST_KEY = 255;
/** Stands for the answer while the call that makes it has not come to its end: 102, processing. */
const UNSETTLED = 102;

/** What makes two requests the same. */
export interface Identity {
  readonly personId: number;
  readonly key: string;
  readonly bodyHash: string;
}

/** What is read of a request. */
interface KeyedRequest {
  readonly method: string;
  readonly originalUrl: string;
  get(name: string): string | undefined;
}

interface Once<Result, Body> {
  carryOut(actor: Actor): Promise<ApiAnswer<Body>>;
  /** The answer, where the result of the call's command tells it: then a crash after the commit loses nothing. */
  answerOf?: (result: Result) => ApiAnswer<Body>;
}

/**
 * Carries out a call once for its Idempotency-Key. That it was done is written in the transaction of its command, so that
 * effect and key stand or fall together. A retry gets the kept answer; another request under the same key is refused.
 */
export async function once<Result, Body>(
  { actor, exchange }: { readonly actor: Actor; readonly exchange: { readonly request: KeyedRequest } },
  { carryOut, answerOf }: Once<Result, Body>,
  content: string | Uint8Array,
): Promise<ApiAnswer<unknown>> {
  const { request } = exchange;
  const identity = identityOf(actor, request.get("Idempotency-Key"), [request.method, request.originalUrl, content]);
  if (identity === null) return carryOut(actor);
  return carryOutOnce(actor, identity, { carryOut, ...(answerOf && { answerOf }) });
}

/** The part of `once` that a thread of its own can do. */
export async function carryOutOnce<Result, Body>(
  actor: Actor,
  identity: Identity,
  { carryOut, answerOf }: Once<Result, Body>,
): Promise<ApiAnswer<unknown>> {
  const known = await keptAnswer(actor.store, identity);
  if (known !== null) return known;
  let isKept = false;
  const store: Store = {
    ...actor.store,
    command: (event, work) =>
      actor.store.command(event, async (inner, written) => {
        const result = await work(inner, written);
        if (result === null) return result;
        const answer = answerOf?.(result as unknown as Result) ?? { status: UNSETTLED, body: null };
        await inner.idempotency.keep(identity, keptForm(identity, answer), written.at);
        isKept = true;
        return result;
      }),
  };
  try {
    const answer = await carryOut({ ...actor, store });
    const form = keptForm(identity, answer);
    if (isKept) await actor.store.idempotency.settle(identity, form);
    else await actor.store.idempotency.keep(identity, form, actor.now());
    return answer;
  } catch (error) {
    // Of two requests at once the second's own work is rolled back: it answers what the first has kept.
    const meanwhile = isKept ? null : await keptAnswer(actor.store, identity);
    if (meanwhile !== null) return meanwhile;
    throw error;
  }
}

/** Null where the request has no key. */
export function identityOf(
  { person }: Actor,
  key: string | undefined,
  parts: readonly (string | Uint8Array)[],
): Identity | null {
  if (key === undefined) return null;
  if (key === "" || key.length > LONGEST_KEY || person === null) {
    throw new AppError("unreadable", { problem: `An Idempotency-Key has 1 to ${LONGEST_KEY} characters.` });
  }
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part).update("\0");
  return { personId: person.id, key, bodyHash: hash.digest("hex") };
}

function keptForm({ bodyHash }: Identity, { status, body }: ApiAnswer<unknown>) {
  return { bodyHash, status, answer: JSON.stringify(body) };
}

async function keptAnswer(store: Store, identity: Identity): Promise<ApiAnswer<unknown> | null> {
  const kept = await store.idempotency.find(identity);
  if (kept === null) return null;
  if (kept.bodyHash !== identity.bodyHash) throw new AppError("key-reused");
  if (kept.status === UNSETTLED) throw new AppError("busy");
  return { status: kept.status, body: JSON.parse(kept.answer) };
}
