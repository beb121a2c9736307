/** The languages that sentences are written in; dates and numbers follow any locale. */
export const LANGUAGES = ["en", "fi", "de", "sv", "zh-CN", "ar"] as const;

export type Language = (typeof LANGUAGES)[number];

/** The language of a tag ("de-AT" is "de", any Chinese is "zh-CN"); null where it is not written here. */
export function languageOf(tag: string): Language | null {
  const [base = ""] = tag.toLowerCase().split(/[-_]/);
  return LANGUAGES.find((language) => language.toLowerCase().split("-")[0] === base) ?? null;
}
