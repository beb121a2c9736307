import { type Language, languageOf } from "../languages.ts";
import { filled, type Words } from "../message-format.ts";

/** Says the messages of a catalogue in the language of a locale, their places filled in; English where there is none. */
export function tellerOf<Key extends string>(catalogue: Readonly<Record<Language, Readonly<Record<Key, string>>>>) {
  return (key: Key, locale: string, words: Words = {}): string => {
    const language = languageOf(locale) ?? "en";
    return filled(catalogue[language][key], words, language);
  };
}
