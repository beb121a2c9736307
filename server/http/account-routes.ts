import { json, type Response as Outgoing, type Request } from "express";
import { AppError, type FailureCode } from "../../shared/domain/failures.ts";
import { checkPassword } from "../access/password-rules.ts";
import type { Service } from "../service.ts";
import type { AddRoute, Exchange } from "./routes.ts";

/** The paths of the sign-in library that can be reached; all its others do not exist. */
export function addAccountRoutes(add: AddRoute): void {
  add("POST /api/auth/sign-in/email", signIn);
  add("POST /api/auth/sign-out", async (exchange) => send(await handled(exchange), exchange.response));
  add("GET /api/auth/get-session", async (exchange) => send(await handled(exchange), exchange.response));
  add("POST /api/auth/change-password", changePassword);
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
  return new globalThis.Request(`${request.protocol}://${request.host}${request.path}`, {
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
