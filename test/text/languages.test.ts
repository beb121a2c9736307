import { describe, expect, test } from "vitest";
import type { Month } from "../../shared/domain/month.ts";
import { analyseSeries } from "../../shared/domain/statistics/analyse-series.ts";
import { seededRandom } from "../../shared/domain/statistics/seeded-random.ts";
import { OUTLOOKS, VARIATIONS } from "../../shared/domain/statistics/series.ts";
import { STATUS_KINDS } from "../../shared/domain/status-kind.ts";
import { type Verdict, verdictOf } from "../../shared/domain/verdict.ts";
import { LANGUAGES, languageOf } from "../../shared/text/languages.ts";
import { filled } from "../../shared/text/message-format.ts";
import { decisionHeadline, messagesFor, verdictText, yearEndSentence } from "../../shared/text/verdict.ts";
import { independent, seriesOf } from "../support/simulated-series.ts";

/** The names of a message's places, those within plural forms too. */
function placesOf(message: string): string[] {
  const names = [...message.matchAll(/\{(\w+)(?=[},])/g)].map(([, name = ""]) => name);
  return [...new Set(names)].sort();
}

/** Every message with its address, lists of words aside. */
function messagesOf(value: unknown, address = ""): [string, string][] {
  if (typeof value === "string") return [[address, value]];
  if (Array.isArray(value) || typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => messagesOf(inner, `${address}.${key}`));
}

const english = new Map(messagesOf(messagesFor("en")));
const others = LANGUAGES.filter((language) => language !== "en");
/** Addresses whose words may be the same in two languages. */
const SAME = /separator|monthStyle|range\.median|charts\.names|onTarget|coverage|against|target\./;

describe.each(others)("in %s", (language) => {
  const messages = new Map(messagesOf(messagesFor(language)));

  test("no message is missing or empty, and none is left in English", () => {
    expect([...messages.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [address, message] of messages) {
      expect(message.trim(), address).not.toBe("");
      if (!SAME.test(address)) expect(message, address).not.toBe(english.get(address));
    }
  });

  test("every message has the places of the English one", () => {
    for (const [address, message] of messages) {
      expect(placesOf(message), address).toEqual(placesOf(english.get(address) ?? ""));
    }
  });

  test("every verdict is a sentence without open places, in words longer by 40 % too", () => {
    for (const verdict of verdicts()) {
      const text = verdictText(verdict, { decimals: 1, locale: language });
      expect(Object.values(text).join(" "), JSON.stringify(verdict.situation)).not.toMatch(/[{}]|undefined|NaN/);
    }
    for (const [address, message] of messages) {
      const words = Object.fromEntries(placesOf(message).map((name) => [name, 3]));
      const pseudo = message + "~".repeat(Math.ceil(message.length * 0.4));
      expect(filled(pseudo, words, language), address).not.toMatch(/[{}]/);
    }
  });
});

function verdicts(): Verdict[] {
  const analysis = analyseSeries(seriesOf(independent(40, seededRandom(4)).map((x) => 4 + x / 10)));
  const run = { rule: "shift", since: "2023-02" as Month, changedIn: "2023-04" as Month, months: 7 } as const;
  return STATUS_KINDS.flatMap((status) =>
    VARIATIONS.flatMap((variation) =>
      [...OUTLOOKS, null].map((outlook) =>
        verdictOf({
          ...{ period: "2023-08" as Month, status, offSince: null, plan: "none", newestDecision: null },
          analysis: { ...analysis, variation, outlook, run, chanceOfMiss: 0.3 },
        }),
      ),
    ),
  );
}

const worsening = verdicts().find(({ situation }) => situation === "worsening_may_miss");

test("a worsening reads as people say it", () => {
  const say = (locale: string) =>
    worsening === undefined ? "" : verdictText({ ...worsening, gap: null }, { decimals: 1, locale }).sentence;
  expect(say("fi")).toBe("Tavallista heikompi jo 7 kuukautta, 2/2023 alkaen.");
  expect(say("de")).toBe("Schlechter als üblich seit 7 Monaten, seit Februar 2023.");
  expect(say("sv")).toBe("Sämre än vanligt i 7 månader, sedan februari 2023.");
  expect(say("zh-CN")).toBe("已有7个月差于常态，始于2023年2月。");
  expect(say("ar")).toContain("7 أشهر");
});

test("the year's end and the headline keep their plurals", () => {
  const facts = { median: 4.3, low80: 4.1, high80: 4.6, probability: 0.62, target: "4.0" };
  for (const locale of LANGUAGES) {
    expect(yearEndSentence(facts, { decimals: 1, locale })).toContain("60");
    for (const count of [0, 1, 2, 5, 11, 30]) expect(decisionHeadline(count, locale)).not.toMatch(/[{}]/);
  }
  expect(decisionHeadline(2, "ar")).toContain("مؤشران");
  expect(decisionHeadline(5, "ar")).toContain("5 مؤشرات");
  expect(decisionHeadline(3, "de")).toBe("Drei Kennzahlen brauchen diesen Monat eine Entscheidung");
});

test("a tag finds its language, and none where there is none", () => {
  expect(["de-AT", "zh-Hans-CN", "sv_FI", "en-GB", "fr"].map(languageOf)).toEqual(["de", "zh-CN", "sv", "en", null]);
});
