import { createContext, useContext } from "react";
import type { SessionView } from "../../shared/contracts/organisation.ts";
import { type Language, localeIn } from "../../shared/text/languages.ts";

/** A session with a person in it: what every screen behind the sign-in may rely on. */
export type SignedIn = SessionView & { person: NonNullable<SessionView["person"]> };

export const SessionContext = createContext<SignedIn | null>(null);

export function useSession(): SignedIn {
  const session = useContext(SessionContext);
  if (session === null) throw new Error("this part is drawn inside the shell only");
  return session;
}

/** How numbers and dates are written here. */
export function useLocale(): string {
  return useSession().organisation.locale;
}

/** The same with the locale of the language that the page speaks: numbers and dates follow it. */
export function inReadersLocale(session: SignedIn, language: Language): SignedIn {
  const { organisation } = session;
  return { ...session, organisation: { ...organisation, locale: localeIn(language, organisation.locale) } };
}

export function isSignedIn(session: SessionView): session is SignedIn {
  return session.person !== null;
}
