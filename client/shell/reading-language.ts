import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useCallback, useEffect } from "react";
import type { SessionView } from "../../shared/contracts/organisation.ts";
import { firstLanguage, type Language, languageOf } from "../../shared/text/languages.ts";
import { api } from "../api.ts";
import { type LanguageSearch, readLanguage } from "../search.ts";
import { useSpokenLanguage } from "../text/say.ts";

const KEY = "plumbline-language";

/** The language of the page before it is known who reads: the address's, else the last one here, else the browser's. */
export function firstReadingLanguage(): Language {
  const asked = readLanguage(Object.fromEntries(new URLSearchParams(window.location.search))).lang;
  return asked ?? languageOf(localStorage.getItem(KEY) ?? "") ?? firstLanguage(navigator.languages) ?? "en";
}

/** The language that the reader is to be answered in: the address's, else their own, else the organisation's. */
export function useReadingLanguage(): Language {
  const { lang } = useSearch({ strict: false }) as LanguageSearch;
  const spoken = useSpokenLanguage();
  // Only watched: who needs the session asks for it.
  const { data: session } = useQuery({ ...api.organisation.session.queryOptions(), enabled: false });
  const own = session === undefined ? null : languageOfSession(session);
  const isEntered = session !== undefined && session.person !== null;
  useEffect(() => {
    if (isEntered && own !== null) localStorage.setItem(KEY, own);
    else if (own !== null) localStorage.removeItem(KEY);
  }, [isEntered, own]);
  return lang ?? own ?? spoken;
}

/** Before the sign-in the browser's, after it the account's; else the organisation's. */
function languageOfSession({ person, organisation }: SessionView): Language {
  const own = person === null ? firstLanguage(navigator.languages) : languageOf(person.language ?? "");
  return own ?? languageOf(organisation.locale) ?? "en";
}

/** Forgets every answer that was given in another language: all but who is here. */
export function useForgetAnswers(): () => void {
  const queries = useQueryClient();
  return useCallback(() => {
    const session = api.organisation.session.queryKey()[0];
    queries.removeQueries({ predicate: ({ queryKey }) => String(queryKey[0]) !== String(session) });
  }, [queries]);
}
