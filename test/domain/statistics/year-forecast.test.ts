import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { TIME_RULES, type TimeRule } from "../../../shared/domain/kpi-definition.ts";
import type { Month } from "../../../shared/domain/month.ts";
import type { YearSlot } from "../../../shared/domain/statistics/year-course.ts";
import { yearFigure } from "../../../shared/domain/statistics/year-figure.ts";
import { forecastYear, type YearNode, type YearQuestion } from "../../../shared/domain/statistics/year-forecast.ts";
import { casesFor } from "../../support/depth.ts";

const MONTHS = Array.from({ length: 12 }, (_, i) => `2026-${String(i + 1).padStart(2, "0")}` as Month);

type Year = { values: number[]; rule: TimeRule; known: number; target: number; gap?: number | undefined };

const someYear = fc.record({
  values: fc.array(fc.integer({ min: 400, max: 600 }), { minLength: 36, maxLength: 36 }),
  rule: fc.constantFrom(...TIME_RULES),
  known: fc.integer({ min: 1, max: 11 }),
  target: fc.integer({ min: 300, max: 700 }),
});

function ownNode({ values, rule, known, gap }: Year): Extract<YearNode, { kind: "own" }> {
  const history = values.slice(0, 24 + known).map((value, i) => ({ value, denominator: 100 + (i % 7) }));
  const slots = MONTHS.map((_, i): YearSlot => {
    if (i === gap) return { kind: "gap" };
    return i < known
      ? { kind: "known", ...history[24 + i], value: values[24 + i] ?? null }
      : { kind: "open", ahead: i - known + 1 };
  });
  const course = { history, slots, bounds: { minimum: 0, maximum: null }, seed: 7, paths: 400, monthly: true };
  return { kind: "own", timeRule: rule, months: MONTHS, course };
}

function questionOf(year: Year): YearQuestion {
  const targets = MONTHS.map(() => ({ value: year.target }));
  return { node: ownNode(year), direction: "higher", decimals: 0, targets };
}

/** By trying the least and the most that the open months can hold; weights and last months leave it open. */
function isSettled({ values, rule, known, target }: Year): boolean {
  if (rule === "ratio" || rule === "cumulative_ratio" || rule === "last") return false;
  const reaches = (open: number) => {
    const months = [...values.slice(24, 24 + known), ...new Array<number>(12 - known).fill(open)];
    const aim = rule === "sum" ? 12 * target : target;
    return Math.round(yearFigure({ values: months, denominators: [] }, rule)) >= aim;
  };
  return reaches(0) === reaches(1e9);
}

const runs = { numRuns: casesFor(40) };

describe("the forecast of a year", () => {
  test("is the same each time", () => {
    fc.assert(
      fc.property(someYear, (year) => {
        const question = questionOf(year);
        expect(forecastYear({ question: structuredClone(question) })).toEqual(forecastYear({ question }));
      }),
      runs,
    );
  });

  test("says 0 or 1 exactly where no value of the open months, from 0 up, can change the verdict", () => {
    fc.assert(
      fc.property(someYear, (year) => {
        const { probability } = forecastYear({ question: questionOf(year) }) ?? { probability: null };
        expect(probability === 0 || probability === 1).toBe(isSettled(year));
      }),
      runs,
    );
  });

  test("uses nothing of the months to come but their targets", () => {
    fc.assert(
      fc.property(someYear, fc.integer({ min: 0, max: 1000 }), (year, other) => {
        const later = { ...year, values: year.values.map((value, i) => (i < 24 + year.known ? value : other)) };
        expect(forecastYear({ question: questionOf(later) })).toEqual(forecastYear({ question: questionOf(year) }));
      }),
      runs,
    );
  });

  test("says of a year that is over what it was, and whether it reached its target", () => {
    fc.assert(
      fc.property(someYear, ({ values, rule, target }) => {
        const inYear = values.slice(24);
        const denominators = inYear.map((_, i) => 100 + ((24 + i) % 7));
        const forecast = forecastYear({ question: questionOf({ values, rule, target, known: 12 }) });
        const figure = yearFigure({ values: inYear, denominators }, rule);
        expect(forecast?.median).toBe(figure);
        expect([0, 1]).toContain(forecast?.probability);
      }),
      runs,
    );
  });

  test("asks of the months to come what makes the year meet its target exactly", () => {
    const straight = fc.constantFrom("sum", "mean", "ratio", "cumulative_ratio" as const);
    fc.assert(
      fc.property(someYear, straight, (year, rule) => {
        const question = questionOf({ ...year, rule: rule as TimeRule });
        const forecast = forecastYear({ question });
        const level = forecast?.required?.atLeast ?? Number.NaN;
        const target = forecast?.target;
        const aim = target !== null && target !== undefined && "value" in target ? target.value : Number.NaN;
        if (rule === "ratio" || rule === "cumulative_ratio") return;
        const values = [...year.values.slice(24, 24 + year.known), ...new Array<number>(12 - year.known).fill(level)];
        expect(yearFigure({ values, denominators: [] }, rule as TimeRule)).toBeCloseTo(aim, 6);
      }),
      runs,
    );
  });
});

describe("a forecast's open months", () => {
  test("hold past ones that nobody can count, drawn like the others", () => {
    const values = Array.from({ length: 36 }, (_, i) => 500 + ((i * 37) % 11));
    const year = { values, rule: "sum", known: 8, target: 500 } as const;
    const whole = forecastYear({ question: questionOf(year) });
    const holed = forecastYear({ question: questionOf({ ...year, gap: 3 }) });
    expect(Math.abs((holed?.median ?? 0) - (whole?.median ?? 0))).toBeLessThan(20);
    expect((holed?.high80 ?? 0) - (holed?.low80 ?? 0)).toBeGreaterThan((whole?.high80 ?? 0) - (whole?.low80 ?? 0));
    expect(holed?.months.find(({ month }) => month === "2026-04")).toMatchObject({ isPast: true });
  });

  test("move with a what-if on the same paths: a level, or a shift", () => {
    const values = Array.from({ length: 36 }, (_, i) => 500 + ((i * 37) % 11));
    const question = questionOf({ values, rule: "mean", known: 6, target: 505 });
    const plain = forecastYear({ question });
    const same = forecastYear({ question, whatIf: { kind: "shift", amount: 0 } });
    const higher = forecastYear({ question, whatIf: { kind: "shift", amount: 10 } });
    const level = forecastYear({ question, whatIf: { kind: "level", amount: 520 } });
    expect(same).toEqual(plain);
    expect((higher?.median ?? 0) - (plain?.median ?? 0)).toBeCloseTo(5, 9);
    expect(higher?.probability ?? 0).toBeGreaterThan(plain?.probability ?? 1);
    const known = values.slice(24, 30).reduce((sum, value) => sum + value, 0);
    expect(Math.abs((level?.median ?? 0) - (known + 6 * 520) / 12)).toBeLessThan(1);
  });

  test("of an expression are the expression of its inputs' months", () => {
    const values = Array.from({ length: 36 }, (_, i) => 500 + ((i * 37) % 11));
    const input = ownNode({ values, rule: "sum", known: 6, target: 0 });
    const node: YearNode = { kind: "derived", expression: "[A] / [B]", inputs: { A: input, B: input } };
    const question: YearQuestion = { node, direction: "higher", decimals: 1, targets: [{ value: 1 }] };
    const forecast = forecastYear({ question });
    expect(forecast).toMatchObject({ median: 1, low95: 1, high95: 1, required: null });
    expect(forecast?.probability).toBe(400.5 / 401);
    expect(forecast?.months.map(({ median }) => median)).toEqual([1, 1, 1, 1, 1, 1]);
  });

  test("needs six months that count", () => {
    const question = questionOf({ values: [1, 2, 3, 4, 5, 6, 7, 8, 9], rule: "mean", known: 2, target: 1 });
    const node = ownNode({ values: [1, 2, 3, 4, 5], rule: "mean", known: -19, target: 1 });
    expect(forecastYear({ question: { ...question, node } })).toBeNull();
  });
});
