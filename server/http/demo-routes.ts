import { json, urlencoded } from "express";
import { SIGN_IN } from "../../db/demo/people.ts";
import { AppError } from "../../shared/domain/failures.ts";
import type { AddRoute, Exchange } from "./routes.ts";

export const demoBodies = [json({ limit: "1kb" }), urlencoded({ limit: "1kb", extended: false })];

/** Signs in as one of the demonstration's people. The route is added in demo mode only: elsewhere it does not exist. */
export function addDemoRoutes(add: AddRoute): void {
  add("POST /demo/sign-in", signIn);
}

async function signIn({ service, request, response }: Exchange): Promise<void> {
  const asked = (request.body as { person?: unknown } | undefined)?.person;
  const code = SIGN_IN.find((each) => each.code === asked)?.code;
  if (code === undefined) throw new AppError("unknown-code", { what: "Demo person", code: "" });
  const person = await service.store.people.findByCode(code);
  if (person === null || person.accountId === null) throw new AppError("not-found", { what: "demo person" });
  for (const cookie of await service.accounts.openSession(person.accountId)) response.append("Set-Cookie", cookie);
  response.set("Cache-Control", "no-store");
  if (request.accepts(["json", "html"]) === "html") response.redirect(303, "/");
  else response.json({ person: code });
}
