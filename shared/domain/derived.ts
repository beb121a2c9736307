import { type Coverage, NOTHING_DUE, smallerCoverage } from "./coverage.ts";
import type { Decimal } from "./decimal.ts";
import { codesOf, type Expression } from "./expression.ts";
import { type Figure, MISSING, NOT_APPLICABLE } from "./figure.ts";
import {
  addRationals,
  divideRationals,
  greater,
  multiplyRationals,
  negateRational,
  type Rational,
  rationalNumber,
  rationalOf,
  smaller,
  subtractRationals,
} from "./rational.ts";

/** What an input KPI shows in the same cell: the same unit and the same month or window. */
export type DerivedInput = { readonly figure: Figure; readonly coverage: Coverage };

/**
 * The figure of a derived KPI in any cell: the expression over its inputs' values of that cell. A missing input gives
 * missing; else one that is not applicable gives not applicable; else one without a value, and a division by 0,
 * give no value.
 */
export function derivedFigure(expression: Expression, inputs: ReadonlyMap<string, DerivedInput>): Figure {
  const values = new Map<string, Rational | null>();
  let isNotApplicable = false;
  for (const code of codesOf(expression)) {
    const figure = inputs.get(code)?.figure ?? MISSING;
    if (figure.kind === "missing") return MISSING;
    if (figure.kind === "not_applicable") isNotApplicable = true;
    else values.set(code, figure.exact);
  }
  if (isNotApplicable) return NOT_APPLICABLE;
  return { kind: "number", exact: representable(evaluate(expression, values)), numer: null, denom: null };
}

/** The smallest coverage among the inputs; nothing is due where one of them is unknown. */
export function derivedCoverage(expression: Expression, inputs: ReadonlyMap<string, DerivedInput>): Coverage {
  const coverages = codesOf(expression).map((code) => inputs.get(code)?.coverage ?? NOTHING_DUE);
  return coverages.length === 0 ? NOTHING_DUE : coverages.reduce(smallerCoverage);
}

/** The value of an expression, exactly; null where an input has no value or something is divided by 0. */
export function evaluate(expression: Expression, values: ReadonlyMap<string, Rational | null>): Rational | null {
  switch (expression.kind) {
    case "number":
      return rationalOf(expression.value);
    case "kpi":
      return values.get(expression.code) ?? null;
    case "negative": {
      const value = evaluate(expression.of, values);
      return value === null ? null : negateRational(value);
    }
    case "operation": {
      const left = evaluate(expression.left, values);
      const right = evaluate(expression.right, values);
      return left === null || right === null ? null : OPERATIONS[expression.operator](left, right);
    }
    case "call": {
      const parts = expression.of.map((part) => evaluate(part, values));
      const known = parts.filter((part) => part !== null);
      return known.length < parts.length ? null : known.reduce(CALLS[expression.name]);
    }
  }
}

const OPERATIONS = {
  "+": addRationals,
  "-": subtractRationals,
  "*": multiplyRationals,
  "/": divideRationals,
} as const;

const CALLS = { min: smaller, max: greater, sum: addRationals } as const;

/** More digits than any sum of results has: beyond them an expression only multiplies digits. */
const LARGEST = 10n ** 20_000n;

/** A product can leave the range of doubles, or of reason; then there is no value that could be shown. */
function representable(value: Rational | null): Rational | null {
  if (value === null || isOversized(value.numer) || isOversized(value.denom)) return null;
  return rationalNumber(value) === null ? null : value;
}

function isOversized({ digits }: Decimal): boolean {
  return typeof digits === "bigint" && (digits > LARGEST || digits < -LARGEST);
}

/** A chain of derived KPIs that leads back to its first; null where the graph is acyclic. */
export function findCycle(inputsOf: ReadonlyMap<string, readonly string[]>): string[] | null {
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (code: string): string[] | null => {
    if (done.has(code)) return null;
    const start = path.indexOf(code);
    if (start >= 0) return [...path.slice(start), code];
    path.push(code);
    for (const input of inputsOf.get(code) ?? []) {
      const cycle = visit(input);
      if (cycle !== null) return cycle;
    }
    path.pop();
    done.add(code);
    return null;
  };
  for (const code of inputsOf.keys()) {
    const cycle = visit(code);
    if (cycle !== null) return cycle;
  }
  return null;
}

/** Derived KPIs, each after those it is made of: the order in which to compute them. Of an acyclic graph. */
export function evaluationOrder(inputsOf: ReadonlyMap<string, readonly string[]>): string[] {
  const ordered = new Set<string>();
  const visit = (code: string): void => {
    if (ordered.has(code)) return;
    for (const input of inputsOf.get(code) ?? []) if (inputsOf.has(input)) visit(input);
    ordered.add(code);
  };
  for (const code of inputsOf.keys()) visit(code);
  return [...ordered];
}
