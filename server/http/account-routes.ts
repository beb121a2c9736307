import { json, type Response as Outgoing, type Request } from "express";
import { AppError, type FailureCode } from "../../shared/domain/failures.ts";
import { OIDC_PROVIDER } from "../access/account-library.ts";
import { checkPassword } from "../access/password-rules.ts";
import type { Service } from "../service.ts";
import type { AddRoute, Exchange } from "./routes.ts";

/** The paths of the sign-in library that can be reached; all its others do not exist. */
export function addAccountRoutes(add: AddRoute): void {
  add("POST /api/auth/sign-in/email", signIn);
  add("POST /api/auth/sign-out", async (exchange) => send(await handled(exchange), exchange.response));
  add("GET /api/auth/get-session", async (exchange) => send(await handled(exchange), exchange.response));
  add("POST /api/auth/change-password", changePassword);
  add("POST /api/auth/sign-in/social", beginSingleSignOn);
  add("GET /api/auth/callback/:provider", endSingleSignOn);
}

/** Accounts are small: what is longer is no sign-in. */
export const accountBody = json({ limit: "10kb", type: ["application/json", "application/x-www-form-urlencoded"] });

/** A person who was suspended or has left is told the same as one who never was. */
async function signIn(exchange: Exchange): Promise<void> {
  const { service, response } = exchange;
  const answer = await handled(exchange);
  if (!answer.ok) throw new AppError(failureOf(answer.status, "sign-in-failed"));
  const { user } = (await answer.clone().json()) as { user: { id: string } };
  const person = await service.store.people.findByAccount(user.id);
  if (person?.state !== "active") {
    await service.accounts.endSessions(user.id);
    throw new AppError("sign-in-failed");
  }
  await send(answer, response);
}

/** A changed password ends every other session of the account. */
async function changePassword(exchange: Exchange): Promise<void> {
  const { service, request, response, caller } = exchange;
  if (caller?.by !== "session") throw new AppError("not-allowed");
  const { currentPassword, newPassword } = textsOf(request.body);
  checkPassword(newPassword ?? "", caller.actor.person?.email ?? "");
  const answer = await service.accounts.handle(
    webRequest(request, { currentPassword, newPassword, revokeOtherSessions: true }),
  );
  if (!answer.ok) throw new AppError("sign-in-failed");
  await send(answer, response);
}

/** Answers the address of the provider to which the browser goes next. */
async function beginSingleSignOn({ service, request, response }: Exchange): Promise<void> {
  if (service.config.oidc === null) throw new AppError("not-found", { what: "single sign-on" });
  const asked = { provider: OIDC_PROVIDER, callbackURL: "/", errorCallbackURL: SINGLE_SIGN_ON_REFUSED };
  const answer = await service.accounts.handle(webRequest(request, asked));
  if (!answer.ok) throw new AppError("not-ready");
  await send(answer, response);
}

const SINGLE_SIGN_ON_REFUSED = "/sign-in?refused=single-sign-on";

/**
 * The way back from the provider. Whoever it names must be an active person with that address, and the provider must have
 * verified it: an account that it made for anyone else is taken away again.
 */
async function endSingleSignOn({ service, request, response }: Exchange): Promise<void> {
  if (service.config.oidc === null) throw new AppError("not-found", { what: "single sign-on" });
  const answer = await service.accounts.handle(webRequest(request, null));
  const cookies = answer.headers.getSetCookie();
  const session = await service.accounts.accountOf(new Headers({ cookie: cookies.map(pairOf).join("; ") }));
  const isKnown = session !== null && (await isPersonOf(service, session.accountId));
  if (!isKnown) {
    response.redirect(303, SINGLE_SIGN_ON_REFUSED);
    return;
  }
  for (const cookie of cookies) response.append("Set-Cookie", cookie);
  response.set("Cache-Control", "no-store").redirect(303, "/");
}

function pairOf(cookie: string): string {
  return cookie.split(";")[0] ?? "";
}

async function isPersonOf({ store, accounts }: Service, accountId: string): Promise<boolean> {
  const owner = await store.people.findByAccount(accountId);
  if (owner !== null) {
    if (owner.state !== "active") await accounts.endSessions(accountId);
    return owner.state === "active";
  }
  const address = await accounts.addressOf(accountId);
  const person = address?.isVerified === true ? await store.people.findByEmail(address.email) : null;
  if (person?.state !== "active" || person.accountId !== null) {
    await accounts.remove(accountId);
    return false;
  }
  const event = { actor: person.code, command: "person-joined", entity: "person", entityCode: person.code };
  await store.command(event, (writing) => writing.people.linkAccount(person.id, accountId));
  return true;
}

function textsOf(body: unknown): Record<string, string | undefined> {
  const entries = typeof body === "object" && body !== null ? Object.entries(body) : [];
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === "string"));
}

function failureOf(status: number, otherwise: FailureCode): FailureCode {
  if (status === 413) return "too-large";
  return status === 400 || status === 415 ? "unreadable" : otherwise;
}

async function handled({ service, request }: { service: Service; request: Request }): Promise<Response> {
  return service.accounts.handle(webRequest(request, request.body));
}

/** The library's callbacks to other addresses are not used: nothing of them is passed on. */
function webRequest(request: Request, body: unknown): globalThis.Request {
  const headers = new Headers({ "content-type": "application/json" });
  for (const name of ["cookie", "accept", "user-agent"]) {
    const value = request.get(name);
    if (value !== undefined) headers.set(name, value);
  }
  return new globalThis.Request(`${request.protocol}://${request.host}${request.originalUrl}`, {
    method: request.method,
    headers,
    ...(request.method === "GET" ? {} : { body: JSON.stringify(body ?? {}) }),
  });
}

async function send(answer: Response, response: Outgoing): Promise<void> {
  for (const cookie of answer.headers.getSetCookie()) response.append("Set-Cookie", cookie);
  response
    .status(answer.status)
    .set("Cache-Control", "no-store")
    .type("json")
    .send(await answer.text());
}
