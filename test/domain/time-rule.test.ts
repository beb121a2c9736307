import fc from "fast-check";
import { expect, test } from "vitest";
import type { DateText, DueRule } from "../../shared/domain/calendar.ts";
import { cellOfUnit } from "../../shared/domain/cell.ts";
import { integer, ONE } from "../../shared/domain/decimal.ts";
import { exactValue, figureView } from "../../shared/domain/figure.ts";
import { type FigureRules, TIME_RULES, type TimeRule } from "../../shared/domain/kpi-definition.ts";
import { addMonths, type Month, monthRange } from "../../shared/domain/month.ts";
import { targetView } from "../../shared/domain/target.ts";
import { targetOverTime, wholeTarget } from "../../shared/domain/target-over-time.ts";
import { coverageOverTime, figureOverTime, type PeriodCell } from "../../shared/domain/time-rule.ts";
import {
  CASES,
  divide,
  least,
  most,
  multiply,
  PATIENCE,
  type Q,
  q,
  qOfNullable,
  qOfText,
  total,
} from "./exact-oracle.ts";
import { factOf, rulesOf, type Saying, saying, targetOfTexts, valueByRule } from "./org-worlds.ts";

const FIRST = "2025-04" as Month;
const LATER: DueRule = { today: "2027-01-01" as DateText, entryDueDay: 10 };

/** One unit with some children, over months: what is said in each month, and the target in force. */
type Year = readonly { readonly sayings: readonly Saying[]; readonly target: string | null }[];

function periodsOf(year: Year, rules: FigureRules): PeriodCell[] {
  return year.map(({ sayings, target }, at) => {
    const children = sayings.map((said) => cellOfUnit({ own: factOf(said), children: [], explicit: null }, rules));
    const explicit = target === null ? null : targetOfTexts([target]);
    const cell = cellOfUnit({ own: null, children, explicit }, rules);
    const resolved = explicit === null ? null : ({ target: explicit, source: "explicit" } as const);
    return { month: addMonths(FIRST, at), cell, rules, target: resolved };
  });
}

const orgRuleFor = { ratio: ["ratio", "mean", "max"], value: ["sum", "mean", "min"] } as const;

const ruledYear = fc
  .record({
    timeRule: fc.constantFrom<TimeRule>(...TIME_RULES),
    isRatio: fc.boolean(),
    org: fc.nat(2),
    multiplier: fc.constantFrom(1, 100),
  })
  .chain(({ timeRule, isRatio, org, multiplier }) => {
    const input = isRatio || timeRule === "ratio" || timeRule === "cumulative_ratio" ? "ratio" : "value";
    const rules = rulesOf({
      input,
      timeRule,
      orgRule: orgRuleFor[input][org] ?? "mean",
      multiplier: input === "ratio" ? integer(multiplier) : ONE,
    });
    const month = fc.record({
      sayings: fc.array(saying(input === "ratio"), { minLength: 1, maxLength: 3 }),
      target: fc.oneof(
        { weight: 12, arbitrary: fc.integer({ min: 0, max: 100 }).map(String) },
        { weight: 1, arbitrary: fc.constant(null) },
      ),
    });
    return fc.record({ rules: fc.constant(rules), year: fc.array(month, { minLength: 1, maxLength: 12 }) });
  });

const numbersOf = (month: Year[number]) => month.sayings.filter((said) => said.kind === "number");
const denomOf = (month: Year[number]) => total(numbersOf(month).map((said) => qOfText(said.denom)));

/** Rule 4.4 from its text, over the months' values and the sums of their denominators. */
function byTimeRule(months: readonly { value: Q | null; weight: Q }[], rule: TimeRule): Q | null {
  const valued = months.flatMap(({ value, weight }) => (value === null ? [] : [{ value, weight }]));
  const values = valued.map(({ value }) => value);
  if (values.length === 0) return null;
  if (rule === "sum") return total(values);
  if (rule === "mean") return divide(total(values), q(values.length));
  if (rule === "min") return least(values);
  if (rule === "max") return most(values);
  if (rule === "last") return months.at(-1)?.value ?? null;
  const whole = total(valued.map(({ value, weight }) => multiply(value, weight)));
  const weights = total(months.map(({ weight }) => weight));
  if (weights.n === 0n) return null;
  return divide(rule === "ratio" ? whole : multiply(whole, q(months.length)), weights);
}

/** A ratio's numerator counts where its denominator is 0, too: such months are left to the worked examples. */
const isPlain = (year: Year) => year.every((month) => numbersOf(month).every((said) => Number(said.denom) !== 0));

test(
  "the figure of a window is the time rule over the months' figures, exactly",
  () => {
    fc.assert(
      fc.property(ruledYear, ({ rules, year }) => {
        fc.pre(isPlain(year));
        const figure = figureOverTime(periodsOf(year, rules), rules.timeRule, LATER);
        const due = year.filter(({ sayings }) => sayings.some(({ kind }) => kind !== "not_applicable"));
        const counted = rules.timeRule === "last" ? due.slice(-1) : due.filter((month) => numbersOf(month).length > 0);
        const months = counted.map((month) => ({ value: valueByRule(month.sayings, rules), weight: denomOf(month) }));
        const found = qOfNullable(exactValue(figure));
        expect(found).toEqual(byTimeRule(months, rules.timeRule));
        if (counted.every((month) => numbersOf(month).length === 0)) {
          expect(figure.kind).toBe(due.length === 0 ? "not_applicable" : "missing");
        }
      }),
      CASES,
    );
  },
  PATIENCE,
);

test(
  "the target of a window is the time rule over the reported months' targets, with the weights of results",
  () => {
    fc.assert(
      fc.property(ruledYear, ({ rules, year }) => {
        fc.pre(isPlain(year));
        const target = targetOverTime(periodsOf(year, rules), rules.timeRule, LATER);
        const found = target?.kind === "value" ? qOfNullable(target.value) : null;
        const assigned = year.filter(({ sayings }) => sayings.some(({ kind }) => kind !== "not_applicable"));
        const reported = assigned.filter((month) => numbersOf(month).length > 0);
        const spoken = reported.length > 0 ? reported : assigned;
        const counted = rules.timeRule === "last" ? assigned.slice(-1) : spoken;
        const months = counted.map((month) => ({
          value: month.target === null ? null : qOfText(month.target),
          weight: numbersOf(month).length > 0 ? denomOf(month) : q(1),
        }));
        const isOpen = months.some(({ value }) => value === null);
        expect(found).toEqual(isOpen ? null : byTimeRule(months, rules.timeRule));
      }),
      CASES,
    );
  },
  PATIENCE,
);

test(
  "meeting every month's target exactly is meeting the window's exactly",
  () => {
    const met = fc.record({
      timeRule: fc.constantFrom<TimeRule>(...TIME_RULES),
      months: fc.array(
        fc.record({
          target: fc.integer({ min: 1, max: 999 }),
          denom: fc.integer({ min: 1, max: 9_999 }),
          isMissing: fc.boolean(),
        }),
        { minLength: 1, maxLength: 12 },
      ),
    });
    fc.assert(
      fc.property(met, ({ timeRule, months }) => {
        const rules = rulesOf({ input: "ratio", orgRule: "ratio", timeRule, multiplier: integer(100) });
        const year: Year = months.map(({ target, denom, isMissing }) => ({
          target: String(target),
          sayings: [
            isMissing
              ? { kind: "missing" }
              : { kind: "number", numer: String(target * denom), denom: String(denom * 100) },
          ],
        }));
        const periods = periodsOf(year, rules);
        const value = qOfNullable(exactValue(figureOverTime(periods, timeRule, LATER)));
        const target = targetOverTime(periods, timeRule, LATER);
        if (value !== null) expect(qOfNullable(target?.kind === "value" ? target.value : null)).toEqual(value);
        else expect(timeRule === "last" || months.every(({ isMissing }) => isMissing)).toBe(true);
      }),
      CASES,
    );
  },
  PATIENCE,
);

test(
  "coverage of a window adds up its months, without those not ended and silent ones not past their due day",
  () => {
    const today = fc
      .integer({ min: 0, max: 14 })
      .chain((months) =>
        fc
          .integer({ min: 1, max: 28 })
          .map((day) => `${addMonths(FIRST, months)}-${String(day).padStart(2, "0")}` as DateText),
      );
    fc.assert(
      fc.property(ruledYear, today, fc.integer({ min: 1, max: 28 }), ({ rules, year }, now, entryDueDay) => {
        const coverage = coverageOverTime(periodsOf(year, rules), { today: now, entryDueDay });
        let [reported, due] = [0, 0];
        year.forEach((month, at) => {
          const numbers = numbersOf(month).length;
          const next = addMonths(FIRST, at + 1);
          const hasEnded = now >= `${next}-01`;
          const isLate = now > `${next}-${String(entryDueDay).padStart(2, "0")}`;
          if (!hasEnded || (numbers === 0 && !isLate)) return;
          reported += numbers;
          due += month.sayings.filter(({ kind }) => kind !== "not_applicable").length;
        });
        expect(coverage).toEqual({ reported, due });
      }),
      CASES,
    );
  },
  PATIENCE,
);

const months = (rules: FigureRules, said: [string, string][], target: string | null = null) =>
  periodsOf(
    said.map(([numer, denom]) => ({ target, sayings: [{ kind: "number", numer, denom }] })),
    rules,
  );
const ratioRules = (timeRule: TimeRule) => rulesOf({ input: "ratio", orgRule: "ratio", timeRule, multiplier: ONE });
const value = (periods: PeriodCell[], rule: TimeRule) => figureView(figureOverTime(periods, rule, LATER)).value;

test("cumulative ratio: accidents of the year per head, heads being the months' mean", () => {
  const rules = { ...ratioRules("cumulative_ratio"), multiplier: integer(100) };
  expect(
    value(
      months(rules, [
        ["1", "50"],
        ["2", "100"],
        ["0", "150"],
      ]),
      "cumulative_ratio",
    ),
  ).toBe(3);
});

test("a year's target in equal shares is the year's target again", () => {
  const rules = ratioRules("cumulative_ratio");
  const share = { kind: "value", value: { numer: integer(100), denom: integer(12) } } as const;
  const year = months(
    rules,
    Array.from({ length: 12 }, () => ["1", "7"]),
  );
  const split = year.map((period) => ({ ...period, target: { target: share, source: "explicit" as const } }));
  expect(targetView(targetOverTime(split, "cumulative_ratio", LATER)).value).toBe(100);
  expect(targetView(targetOverTime(split, "sum", LATER)).value).toBe(100);
});

test("a numerator beside a denominator of 0 counts in the sums", () => {
  expect(
    value(
      months(ratioRules("ratio"), [
        ["3", "0"],
        ["1", "8"],
      ]),
      "ratio",
    ),
  ).toBe(0.5);
  expect(value(months(ratioRules("ratio"), [["3", "0"]]), "ratio")).toBeNull();
});

test("last is missing when the last due month is, and not the month before", () => {
  const rules = rulesOf({ orgRule: "sum", timeRule: "last" });
  const [first] = months(rules, [["5", "1"]], "4");
  const silent = cellOfUnit({ own: { kind: "missing" }, children: [], explicit: null }, rules);
  const second: PeriodCell = { month: addMonths(FIRST, 1), cell: silent, rules, target: null };
  const year = [first ?? expect.fail("no month"), second];
  expect(figureOverTime(year, "last", LATER).kind).toBe("missing");
  const early: DueRule = { today: "2025-06-10" as DateText, entryDueDay: 10 };
  expect(figureView(figureOverTime(year, "last", early)).value).toBe(5);
  expect(targetView(targetOverTime(year, "last", early)).value).toBe(4);
});

test("the year's target takes months to come at the newest weight", () => {
  const rules = ratioRules("ratio");
  const silent = cellOfUnit({ own: { kind: "missing" }, children: [], explicit: targetOfTexts(["0.8"]) }, rules);
  const year = monthRange(FIRST, addMonths(FIRST, 2)).map((month, at): PeriodCell => {
    const [reported] = months(rules, [["1", at === 0 ? "100" : "300"]]);
    const cell = at === 2 ? silent : (reported?.cell ?? silent);
    return { month, cell, rules, target: { target: targetOfTexts([at === 2 ? "0.8" : "0.4"]), source: "explicit" } };
  });
  const expected = (0.4 * 400 + 0.8 * 300) / 700;
  expect(targetView(wholeTarget(year, "ratio")).value).toBeCloseTo(expected, 12);
  expect(targetView(targetOverTime(year, "ratio", LATER)).value).toBe(0.4);
  expect(targetView(wholeTarget(year, "sum")).value).toBe(1.6);
});
