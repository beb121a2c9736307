import type { ReactNode } from "react";
import { createElement, Fragment, useSyncExternalStore } from "react";
import { directionOf, type Language } from "../../shared/text/languages.ts";
import { filled, type Words } from "../../shared/text/message-format.ts";
import { ENGLISH, type MessageKey, type Messages } from "./messages.ts";

/** English comes with the page, since every message is written in it first; another language when it is asked for. */
const LOADED: Readonly<Record<Language, () => Promise<Messages>>> = {
  en: async () => ENGLISH,
  fi: async () => (await import("./fi/messages.ts")).FINNISH,
  de: async () => (await import("./de/messages.ts")).GERMAN,
  sv: async () => (await import("./sv/messages.ts")).SWEDISH,
  "zh-CN": async () => (await import("./zh/messages.ts")).CHINESE,
  ar: async () => (await import("./ar/messages.ts")).ARABIC,
};

/** One page speaks one language: whoever changes it draws everything anew (`client/text/in-language.tsx`). */
let spoken: { readonly language: Language; readonly messages: Messages } = { language: "en", messages: ENGLISH };
const listeners = new Set<() => void>();

/** A message of the screen in the language of the page, its places filled in. */
export function say(key: MessageKey, words: Words = {}): string {
  return filled(spoken.messages[key], words, spoken.language);
}

/** First of the places that parts of a page stand in: characters that no message holds. */
const FIRST_MARK = 0xe000;

/** The same where a place holds a part of the page: a link, or words that stand out. */
export function sayWith(key: MessageKey, parts: Readonly<Record<string, ReactNode>>, words: Words = {}): ReactNode {
  const names = Object.keys(parts);
  const marks = Object.fromEntries(names.map((name, at) => [name, String.fromCharCode(FIRST_MARK + at)]));
  const pieces = say(key, { ...words, ...marks }).split(/([\ue000-\uf8ff])/);
  return createElement(
    Fragment,
    null,
    ...pieces.map((piece) => {
      const name = names[piece.charCodeAt(0) - FIRST_MARK];
      return name === undefined ? piece : parts[name];
    }),
  );
}

/** Loads the words of a language and makes it that of the page; `onChange` comes before anything is drawn in it. */
export async function speak(language: Language, onChange: () => void = () => undefined): Promise<void> {
  const messages = await LOADED[language]();
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
  if (spoken.language === language) return;
  onChange();
  spoken = { language, messages };
  for (const tell of listeners) tell();
}

export function spokenLanguage(): Language {
  return spoken.language;
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

export function useSpokenLanguage(): Language {
  return useSyncExternalStore(subscribe, spokenLanguage);
}
