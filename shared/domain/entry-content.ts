import { decimalOfNumber, multiplyDecimals } from "./decimal.ts";
import { type Figure, MISSING, NOT_APPLICABLE } from "./figure.ts";
import type { Direction, Input } from "./kpi-definition.ts";
import { rational, rationalNumber, rationalOf } from "./rational.ts";
import { statusOf } from "./status.ts";
import type { StatusKind } from "./status-kind.ts";
import type { Target } from "./target.ts";
import type { Tolerance } from "./tolerance.ts";

/** What was typed into a cell of the entry grid, read as numbers. `missing` is a cell that was emptied. */
export type EntryContent =
  | { readonly kind: "value"; readonly value: number }
  | { readonly kind: "ratio"; readonly numerator: number; readonly denominator: number }
  | { readonly kind: "not_applicable"; readonly reason: string }
  | { readonly kind: "missing" };

/** The part of a definition that an entered cell is read and judged by. */
export type EntryRules = {
  readonly input: Input;
  /** A ratio's value is multiplier x numerator / denominator; 1 for other inputs. */
  readonly multiplier: number;
  readonly decimals: number;
  readonly direction: Direction;
  readonly minimum: number | null;
  readonly maximum: number | null;
};

/** The figure that a cell stands for, exact. */
export function figureOfContent(content: EntryContent, { multiplier }: Pick<EntryRules, "multiplier">): Figure {
  if (content.kind === "missing") return MISSING;
  if (content.kind === "not_applicable") return NOT_APPLICABLE;
  if (content.kind === "value") {
    return { kind: "number", exact: rationalOf(decimalOfNumber(content.value)), numer: null, denom: null };
  }
  const numer = decimalOfNumber(content.numerator);
  const denom = decimalOfNumber(content.denominator);
  const exact = rational(multiplyDecimals(numer, decimalOfNumber(multiplier)), denom);
  return { kind: "number", exact, numer, denom };
}

/** The value of a cell as the nearest double; null where it has none (not applicable, emptied, a denominator of 0). */
export function valueOfContent(content: EntryContent, rules: Pick<EntryRules, "multiplier">): number | null {
  const figure = figureOfContent(content, rules);
  return figure.kind !== "number" || figure.exact === null ? null : rationalNumber(figure.exact);
}

export type EntryGoal = { readonly target: Target | null; readonly tolerance: Tolerance | null };

/**
 * How one unit's own result stands, as if it counted already: what the grid shows beside the cell, while it is typed and
 * after it is saved. An emptied cell is `missing`, due or not.
 */
export function statusOfContent(
  content: EntryContent,
  rules: EntryRules,
  { target, tolerance }: EntryGoal,
): StatusKind {
  const figure = figureOfContent(content, rules);
  const reported = figure.kind === "number" ? 1 : 0;
  return statusOf(
    {
      figure,
      target,
      coverage: { reported, due: figure.kind === "not_applicable" ? 0 : 1 },
      ended: true,
      partOfWhole: false,
    },
    { ...rules, tolerance, minimumCoverage: decimalOfNumber(0) },
  );
}

export function isSameContent(a: EntryContent, b: EntryContent): boolean {
  switch (a.kind) {
    case "value":
      return b.kind === "value" && a.value === b.value;
    case "ratio":
      return b.kind === "ratio" && a.numerator === b.numerator && a.denominator === b.denominator;
    case "not_applicable":
      return b.kind === "not_applicable" && a.reason === b.reason;
    case "missing":
      return b.kind === "missing";
  }
}
