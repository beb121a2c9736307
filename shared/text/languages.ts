/** The languages that sentences are written in; dates and numbers follow any locale. */
export const LANGUAGES = ["en", "fi", "de", "sv", "zh-CN", "ar"] as const;

export type Language = (typeof LANGUAGES)[number];

/** How the language calls itself. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: "English",
  fi: "Suomi",
  de: "Deutsch",
  sv: "Svenska",
  "zh-CN": "简体中文",
  ar: "العربية",
};

/** Where the lines of a language begin. */
export function directionOf(language: Language): "ltr" | "rtl" {
  return language === "ar" ? "rtl" : "ltr";
}

/**
 * The locale in which a reader of `language` is written to in an organisation with the locale `own`: the
 * organisation's where it is of that language, with its way of writing numbers and dates. Null: the organisation's.
 */
export function localeIn(language: Language | null, own: string): string {
  if (language === null || language === languageOf(own)) return own;
  return language === "en" ? "en-GB" : language;
}

/** The first language of an Accept-Language header, or of the tags it is made of, that sentences are written in. */
export function firstLanguage(tags: readonly string[]): Language | null {
  for (const tag of tags) {
    const language = languageOf(tag.split(";")[0]?.trim() ?? "");
    if (language !== null) return language;
  }
  return null;
}

/** The language of a tag ("de-AT" is "de", any Chinese is "zh-CN"); null where it is not written here. */
export function languageOf(tag: string): Language | null {
  const [base = ""] = tag.toLowerCase().split(/[-_]/);
  return LANGUAGES.find((language) => language.toLowerCase().split("-")[0] === base) ?? null;
}
