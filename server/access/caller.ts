import type { IncomingHttpHeaders } from "node:http";
import { AppError } from "../../shared/domain/failures.ts";
import type { Service } from "../service.ts";
import { type Actor, actorOfAccount } from "./actor.ts";
import { askedLanguage } from "./asked-language.ts";
import type { Caller } from "./authorise.ts";

const NOBODY = { caller: null, setCookies: [] } as const;

/** What a request says about who sends it. */
type Sender = { readonly headers: IncomingHttpHeaders; readonly query?: unknown };

/**
 * Who sends a request: the owner of its key, or of its session. Asked on every call, so that an ended session, a revoked
 * key, a suspended person or a withdrawn grant counts at once. A key that is not known is refused, never taken for nobody.
 */
export async function callerOf(
  service: Service,
  sender: Sender,
): Promise<{ caller: Caller | null; setCookies: readonly string[] }> {
  const { headers } = sender;
  if (headers.authorization !== undefined) {
    const caller = await callerByKey(service, headers.authorization);
    return { caller: { ...caller, actor: answeredIn(sender, caller.actor) }, setCookies: [] };
  }
  const session = await service.accounts.accountOf(cookiesOf(headers));
  if (session === null) return NOBODY;
  const actor = await actorOfAccount(service, { accountId: session.accountId, source: "grid" });
  if (actor === null) return NOBODY;
  return {
    caller: { actor: answeredIn(sender, actor), by: "session", mayWrite: true },
    setCookies: session.setCookies,
  };
}

/** The language that the request asks for goes before the person's own. */
function answeredIn(sender: Sender, actor: Actor): Actor {
  return { ...actor, language: askedLanguage(sender) ?? actor.language };
}

async function callerByKey(service: Service, authorization: string): Promise<Caller> {
  const [, key] = /^Bearer\s+(\S+)$/i.exec(authorization) ?? [];
  const owner = key === undefined ? null : await service.accounts.keys.ownerOf(key);
  const actor = owner && (await actorOfAccount(service, { accountId: owner.accountId, source: "api" }));
  if (owner === null || actor === null) throw new AppError("not-signed-in");
  return { actor, by: "api-key", mayWrite: owner.scope === "write" };
}

function cookiesOf({ cookie }: IncomingHttpHeaders): Headers {
  return cookie === undefined ? new Headers() : new Headers({ cookie });
}
