import { createHmac, timingSafeEqual } from "node:crypto";

/** What the link at the foot of a mail ends. */
export type Ending = "reminders" | "alerts";

const LETTERS: Readonly<Record<Ending, string>> = { reminders: "r", alerts: "a" };

/** A token that ends mails of one kind to one person, and can do nothing else. It is signed, so that none can be made up. */
export function endingToken(key: string, { kind, person }: { readonly kind: Ending; readonly person: string }): string {
  return `${LETTERS[kind]}~${signed(key, kind, person)}~${person}`;
}

/** Whom a token belongs to and what it ends; null where it was not signed here. */
export function readEndingToken(key: string, token: string): { readonly kind: Ending; readonly person: string } | null {
  const [letter, signature = "", person = ""] = token.split("~");
  const kind = (Object.keys(LETTERS) as Ending[]).find((each) => LETTERS[each] === letter);
  if (kind === undefined) return null;
  const [given, right] = [Buffer.from(signature), Buffer.from(signed(key, kind, person))];
  return given.length === right.length && timingSafeEqual(given, right) ? { kind, person } : null;
}

function signed(key: string, kind: Ending, person: string): string {
  return createHmac("sha256", key).update(`unsubscribe ${kind} ${person}`).digest("base64url");
}
