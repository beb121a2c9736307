import { describe, expect, test } from "vitest";
import { type Month, monthAt } from "../../shared/domain/month.ts";
import { analyseSeries } from "../../shared/domain/statistics/analyse-series.ts";
import { seededRandom } from "../../shared/domain/statistics/seeded-random.ts";
import { OUTLOOKS, type SeriesAnalysis, VARIATIONS } from "../../shared/domain/statistics/series.ts";
import { STATUS_KINDS } from "../../shared/domain/status-kind.ts";
import { type Verdict, type VerdictInput, verdictOf } from "../../shared/domain/verdict.ts";
import {
  decisionHeadline,
  roundedPercent,
  verdictAnswers,
  verdictText,
  yearEndSentence,
} from "../../shared/text/verdict.ts";
import { independent, seriesOf } from "../support/simulated-series.ts";

const style = { decimals: 1, locale: "en-GB" };
const analysis = analyseSeries(seriesOf(independent(40, seededRandom(4)).map((x) => 4 + x / 10)));
const run = { rule: "shift", since: "2023-02" as Month, changedIn: "2023-04" as Month, months: 7 } as const;

function verdict(reading: Partial<SeriesAnalysis>, rest: Partial<VerdictInput> = {}): Verdict {
  const withRun = ["improving", "worsening", "higher", "lower"].includes(reading.variation ?? "") ? { run } : {};
  return verdictOf({
    period: "2023-08" as Month,
    status: "on",
    offSince: null,
    plan: "none",
    newestDecision: null,
    ...rest,
    analysis: { ...analysis, chanceOfMiss: 0.31, ...withRun, ...reading },
  });
}

const say = (reading: Partial<SeriesAnalysis>, rest: Partial<VerdictInput> = {}) => {
  const { sentence, advice } = verdictText(verdict(reading, rest), style);
  return `${sentence} → ${advice}`;
};

describe("the nine sentences of variation and outlook", () => {
  test.each([
    [
      "improving",
      "will_meet",
      "Better than usual since Feb 2023 and safely on target. → Lock in the change; reset the usual range.",
    ],
    ["improving", "may_miss", "Better than usual since Feb 2023. Some months still miss. → Keep the plan."],
    ["improving", "will_miss", "Improving since Feb 2023 and still short of target. → Keep the plan or move the date."],
    ["stable", "will_meet", "Steady and reliably on target. → No action; look less often."],
    [
      "stable",
      "may_miss",
      "Steady around the target: about 3 in 10 months miss by chance. → Do not explain single months; reduce the spread.",
    ],
    [
      "stable",
      "will_miss",
      "Steady and short of target. Expect 3.6–4.3 until the process changes. → Change the process or the target.",
    ],
    [
      "worsening",
      "will_meet",
      "Worse than usual since Feb 2023, still on target. → Find what changed in Apr 2023 now.",
    ],
    ["worsening", "may_miss", "Worse than usual for 7 months, since Feb 2023. → Find what changed in Apr 2023."],
    [
      "worsening",
      "will_miss",
      "Worse than usual since Feb 2023 and short of target. → Decide: countermeasure, resources or target.",
    ],
  ] as const)("%s and %s", (variation, outlook, expected) => {
    const expectedRange = { mean: 4, lower: 3.62, upper: 4.31 };
    expect(say({ variation, outlook, expected: expectedRange })).toBe(expected);
  });
});

test("no chance is said to be none or all of ten months", () => {
  expect(say({ outlook: "may_miss", chanceOfMiss: 0.01 })).toContain("about 1 in 10");
  expect(say({ outlook: "may_miss", chanceOfMiss: 0.99 })).toContain("about 9 in 10");
});

test("an expected range does not leave the hard limits of the KPI", () => {
  const all = verdict({ outlook: "will_miss", expected: { mean: 99, lower: 96.2, upper: 101.8 } });
  const bounded = { ...style, bounds: { minimum: 0, maximum: 100 } };
  expect(verdictText(all, bounded).sentence).toContain("Expect 96.2–100.0");
});

test("a one-off names its month and value", () => {
  const last = analysis.points.at(-1);
  const month = new Intl.DateTimeFormat("en-GB", { month: "short", timeZone: "UTC" }).format(
    new Date(`${last?.period}-15`),
  );
  expect(say({ variation: "one_off" })).toMatch(
    new RegExp(`^${month} 2023 was unusual \\(\\d\\.\\d\\); nothing else changed\\.`),
  );
});

test("a month that is missing, incomplete or has no value is said first", () => {
  expect(say({}, { status: "missing" })).toMatch(/^Aug 2023 is not reported\. Steady/);
  expect(say({}, { status: "incomplete" })).toMatch(/^Aug 2023 is incomplete\. Steady/);
  expect(say({}, { status: "no_value" })).toMatch(/^Aug 2023 has no value\. Steady/);
});

test("constant, few and no months have words of their own", () => {
  const read = (values: (number | null)[], target: number | null) => {
    const series = seriesOf(values);
    const rows = series.rows.map((row) => ({ ...row, target }));
    return verdictText(verdictOf({ ...base, analysis: analyseSeries({ ...series, rows }) }), style).sentence;
  };
  const base = { period: monthAt(24_245), status: "on", offSince: null, plan: "none", newestDecision: null } as const;
  const same = Array.from({ length: 20 }, () => 100);
  expect(read(same, 100)).toBe("No variation seen, and on target.");
  expect(read(same, 101)).toBe("No variation seen, and short of target.");
  expect(read(same, null)).toBe("No variation seen.");
  expect(read([1, 2, 3], 2)).toBe("Too few months to judge: 3 so far.");
  expect(read([null], 2)).toBe("Nothing has been reported yet.");
});

describe("every combination", () => {
  const combinations = STATUS_KINDS.flatMap((status) =>
    VARIATIONS.flatMap((variation) =>
      [null, ...OUTLOOKS].map((outlook) => ({
        verdict: verdict({ variation, outlook }, { status }),
        name: `${status} ${variation} ${outlook}`,
      })),
    ),
  );
  const facts = { figure: "4.6", target: "at most 4.0", coverage: { reported: 3, due: 4 } };
  const everyText = combinations.map((c) => {
    const answers = verdictAnswers(c.verdict, facts, style);
    const texts = Object.values(answers).flatMap(({ question, answer, detail }) => [question, answer, detail]);
    return {
      name: c.name,
      texts: [...texts, ...Object.values(verdictText(c.verdict, style)).filter((text) => text !== null)],
    };
  });

  test("has words without jargon, blanks or raw codes", () => {
    const banned = /\b(UCL|LCL|sigma|XmR|RAG|null|undefined|NaN|object)\b|[{}]|_|–\./i;
    const wrong = everyText.filter(({ texts }) => texts.some((text) => text === "" || banned.test(text)));
    expect(wrong).toEqual([]);
  });

  test("has a message of at most 15 words, the gap before it aside", () => {
    const long = combinations.filter(
      (c) => verdictText({ ...c.verdict, gap: null }, style).sentence.split(" ").length > 15,
    );
    expect(long.map((c) => c.name)).toEqual([]);
  });

  test("answers the three questions with the verdict's own words", () => {
    for (const c of combinations) {
      const { willMeet, onTarget } = verdictAnswers(c.verdict, facts, style);
      if (c.verdict.outlook !== null) expect(willMeet.answer).toBe(verdictText(c.verdict, style).outlookWord);
      expect(onTarget.detail).toBe("4.6 against at most 4.0. 3 of 4 reported.");
    }
  });
});

test("one red month inside the usual range is not a trend", () => {
  const answers = verdictAnswers(
    verdict({ outlook: "may_miss" }, { status: "off" }),
    { figure: null, target: null, coverage: null },
    style,
  );
  expect(answers.changed).toMatchObject({ answer: "No", detail: "Within the usual range. Not a trend." });
});

test("the headline counts in words, then in figures", () => {
  expect(decisionHeadline(0, "en")).toBe("No KPI needs a decision this month");
  expect(decisionHeadline(1, "en")).toBe("One KPI needs a decision this month");
  expect(decisionHeadline(3, "en")).toBe("Three KPIs need a decision this month");
  expect(decisionHeadline(13, "en")).toBe("13 KPIs need a decision this month");
});

test("the year end is a sentence of its own, to the nearest 5 % and never settled before it is", () => {
  const facts = { median: 94.2, low80: 93.1, high80: 95.3, target: "at least 95.0" };
  expect(yearEndSentence({ ...facts, probability: 0.231 }, style)).toBe(
    "Year end: 94.2 expected (93.1–95.3); the chance to reach at least 95.0 is about 25 %.",
  );
  expect(roundedPercent(0.001)).toBe(5);
  expect(roundedPercent(0.999)).toBe(95);
  expect(yearEndSentence({ ...facts, probability: 1 }, style)).toBe("Year end: at least 95.0 is already reached.");
  expect(yearEndSentence({ ...facts, probability: 0, isOver: true }, style)).toMatch(
    /at least 95\.0 was not reached\.$/,
  );
  expect(yearEndSentence({ ...facts, probability: 1, littleHistory: 8 }, style)).toMatch(
    /Only 8 results are behind it\.$/,
  );
  expect(yearEndSentence({ ...facts, probability: null, target: null }, style)).toBe(
    "Year end: 94.2 expected (93.1–95.3).",
  );
});
