import { type Decimal, decimalNumber, ONE } from "./decimal.ts";
import { type Rational, rationalNumber, roundHalfAway } from "./rational.ts";

/**
 * What was said of one assignment in one period. A value stands as `numer` over `denom` 1.
 * Number, zero, not applicable and missing are four different things and stay so.
 */
export type Fact =
  | { readonly kind: "number"; readonly numer: Decimal; readonly denom: Decimal }
  | { readonly kind: "not_applicable" }
  | { readonly kind: "missing" };

/**
 * A number as it is computed: exact, unrounded. `exact` is null where it was reported and has no value (a
 * denominator of 0). `numer` and `denom` stand where the figure is a ratio of sums, without its multiplier.
 */
export type Figure =
  | {
      readonly kind: "number";
      readonly exact: Rational | null;
      readonly numer: Decimal | null;
      readonly denom: Decimal | null;
    }
  | { readonly kind: "not_applicable" }
  | { readonly kind: "missing" };

/** A figure as it leaves the product: doubles, each correctly rounded from the exact number; null where there is none. */
export type FigureView = {
  readonly kind: Figure["kind"];
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
};

export const MISSING: Figure = { kind: "missing" };
export const NOT_APPLICABLE: Figure = { kind: "not_applicable" };

export function valueFact(value: Decimal): Fact {
  return { kind: "number", numer: value, denom: ONE };
}

/** The exact value; null for missing, not applicable and no value alike: ask `kind` to tell them apart. */
export function exactValue(figure: Figure): Rational | null {
  return figure.kind === "number" ? figure.exact : null;
}

/** The figure as shown: rounded half away from zero to the KPI's decimals. Null where there is no value. */
export function shownValue(figure: Figure, decimals: number): Decimal | null {
  return figure.kind === "number" && figure.exact !== null ? roundHalfAway(figure.exact, decimals) : null;
}

export function figureView(figure: Figure): FigureView {
  if (figure.kind !== "number") return { kind: figure.kind, value: null, numerator: null, denominator: null };
  const { exact, numer, denom } = figure;
  return {
    kind: "number",
    value: exact === null ? null : rationalNumber(exact),
    numerator: numer === null ? null : decimalNumber(numer),
    denominator: denom === null ? null : decimalNumber(denom),
  };
}
