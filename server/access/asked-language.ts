import type { IncomingHttpHeaders } from "node:http";
import type { OrganisationRow } from "../../db/store.ts";
import { firstLanguage, type Language, languageOf, localeIn } from "../../shared/text/languages.ts";
import type { Actor } from "./actor.ts";

/** What a request says about the language of its answer. */
type Asking = { readonly headers: IncomingHttpHeaders; readonly query?: unknown };

/** The language that a request asks for: by `lang` in its address, else by Accept-Language; null where by neither. */
export function askedLanguage({ headers, query }: Asking): Language | null {
  const said = typeof query === "object" && query !== null && "lang" in query ? query.lang : undefined;
  const named = typeof said === "string" ? languageOf(said) : null;
  return named ?? firstLanguage((headers["accept-language"] ?? "").split(","));
}

/** The locale of what an actor is told: of their language, in the organisation's way where that is its own. */
export function localeOf({ language }: Pick<Actor, "language">, organisation: Pick<OrganisationRow, "locale"> | null) {
  return localeIn(language, organisation?.locale ?? "en");
}
