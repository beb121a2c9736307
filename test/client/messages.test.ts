import { expect, test } from "vitest";
import { ARABIC } from "../../client/text/ar/messages.ts";
import { GERMAN } from "../../client/text/de/messages.ts";
import { FINNISH } from "../../client/text/fi/messages.ts";
import { ENGLISH, type MessageKey } from "../../client/text/messages.ts";
import { SWEDISH } from "../../client/text/sv/messages.ts";
import { CHINESE } from "../../client/text/zh/messages.ts";
import { filled } from "../../shared/text/message-format.ts";

const OTHERS = { fi: FINNISH, de: GERMAN, sv: SWEDISH, "zh-CN": CHINESE, ar: ARABIC };
const KEYS = Object.keys(ENGLISH) as MessageKey[];

/** The names of a message's places, those within plural forms too. */
function placesOf(message: string): string[] {
  return [...new Set([...message.matchAll(/\{(\w+)(?=[},])/g)].map(([, name = ""]) => name))].sort();
}

test.each(Object.entries(OTHERS))(
  "%s has every message of the screens, with the places of the English one",
  (_, messages) => {
    expect(Object.keys(messages).sort()).toEqual([...KEYS].sort());
    for (const key of KEYS) {
      expect(messages[key].trim(), key).not.toBe("");
      expect(placesOf(messages[key]), key).toEqual(placesOf(ENGLISH[key]));
    }
  },
);

test.each(Object.entries({ en: ENGLISH, ...OTHERS }))("%s fills every place, of every number", (language, messages) => {
  for (const key of KEYS) {
    for (const number of [0, 1, 2, 5, 11, 100]) {
      const words = Object.fromEntries(placesOf(messages[key]).map((name) => [name, number]));
      expect(filled(messages[key], words, language), key).not.toMatch(/[{}]|undefined|NaN/);
    }
  }
});

test("no more than a few words are the same as in English", () => {
  for (const [language, messages] of Object.entries(OTHERS)) {
    const same = KEYS.filter((key) => messages[key] === ENGLISH[key] && /[A-Za-z]{3}/.test(ENGLISH[key]));
    expect(same.length / KEYS.length, `${language}: ${same.join(", ")}`).toBeLessThan(0.05);
  }
});
