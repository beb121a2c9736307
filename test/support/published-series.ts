import { expect } from "vitest";
import { type Month, monthRange } from "../../shared/domain/month.ts";
import type { FigureAnswer, JudgedAnswer } from "./api-answers.ts";
import { type Fraction, numberOf } from "./fractions.ts";
import type { Published } from "./real-input.ts";
import { isClose } from "./reference-compare.ts";

/** The published rows of one measure at one unit, in order of time. */
export type Series = {
  readonly unit: string;
  readonly measure: string;
  readonly first: string;
  readonly last: string;
  readonly rows: readonly Published[];
};

export function seriesIn(rows: readonly Published[]): Series[] {
  return [...Map.groupBy(rows, ({ unit, measure }) => `${unit}\n${measure}`).values()].flatMap((own) => {
    const [first, last] = [own[0], own.at(-1)];
    if (first === undefined || last === undefined) return [];
    return [{ unit: first.unit, measure: first.measure, first: first.period, last: last.period, rows: own }];
  });
}

/** How many months lie from the first row to the last, those without a row counted too. */
export function monthsIn({ first, last }: Series): number {
  return monthRange(first as Month, last as Month).length;
}

/** What the published data say of some cells together, by arithmetic of the tests alone. */
export type Expected = {
  readonly value: Fraction | null;
  /** Null where no parts are published. */
  readonly parts: { readonly numerator: number; readonly denominator: number } | null;
  readonly target: Fraction | null;
  readonly reported: number;
  readonly due: number;
  readonly status: string;
};

export function expectFigure(figure: FigureAnswer, { value, parts }: Expected, where: string): void {
  expect(figure.kind, where).toBe(value === null ? "missing" : "number");
  expect(isClose(figure.value, value === null ? null : numberOf(value), 1e-14), `${where}: ${figure.value}`).toBe(true);
  if (parts !== null) expect(figure, where).toMatchObject(parts);
}

export function expectJudged(answer: JudgedAnswer, told: Expected, where: string): void {
  expectFigure(answer.figure, told, where);
  expect(answer.coverage, where).toEqual({ reported: told.reported, due: told.due });
  expect(answer.status, where).toBe(told.status);
  const target = told.target === null ? null : numberOf(told.target);
  expect(isClose(answer.target, target, 1e-14), `${where}: target ${answer.target} instead of ${target}`).toBe(true);
}
