import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type DerivedInput,
  derivedCoverage,
  derivedFigure,
  evaluate,
  evaluationOrder,
  findCycle,
} from "../../shared/domain/derived.ts";
import { codesOf, type Expression, parseExpression } from "../../shared/domain/expression.ts";
import { type Figure, figureView, MISSING, NOT_APPLICABLE } from "../../shared/domain/figure.ts";
import { type Rational, rationalOf } from "../../shared/domain/rational.ts";
import {
  add,
  CASES,
  divide,
  enteredText,
  least,
  most,
  multiply,
  PATIENCE,
  type Q,
  q,
  qOfNullable,
  qOfText,
  subtract,
  total,
} from "./exact-oracle.ts";
import { decimal } from "./org-worlds.ts";

function parsed(text: string): Expression {
  const found = parseExpression(text);
  return found.kind === "parsed" ? found.expression : expect.fail(`${text}: ${found.fault} at ${found.at}`);
}

const number = (text: string): Figure => ({
  kind: "number",
  exact: rationalOf(decimal(text)),
  numer: null,
  denom: null,
});
const input = (figure: Figure, reported = 1, due = 1): DerivedInput => ({ figure, coverage: { reported, due } });

/** An expression as text, fully bracketed or not, beside the value that it has by construction. */
type Known = { readonly text: string; readonly value: Q | null; readonly precedence: number };

const leaf: fc.Arbitrary<Known> = fc.oneof(
  enteredText.filter((text) => !text.startsWith("-")).map((text) => ({ text, value: qOfText(text), precedence: 3 })),
  fc.constantFrom("A", "B-1", "C.x").map((code) => ({ text: `[${code}]`, value: VALUES[code] ?? null, precedence: 3 })),
);
const VALUES: Record<string, Q> = { A: q(7), "B-1": q(-5, 2), "C.x": q(0) };
const RATIONALS = new Map<string, Rational>([
  ["A", rationalOf(decimal("7"))],
  ["B-1", rationalOf(decimal("-2.5"))],
  ["C.x", rationalOf(decimal("0"))],
]);

const both = (a: Q | null, b: Q | null, of: (a: Q, b: Q) => Q | null) => (a === null || b === null ? null : of(a, b));
const OPERATIONS = {
  "+": { precedence: 1, of: add },
  "-": { precedence: 1, of: subtract },
  "*": { precedence: 2, of: multiply },
  "/": { precedence: 2, of: (a: Q, b: Q) => (b.n === 0n ? null : divide(a, b)) },
} as const;
const bracketed = (known: Known, atLeast: number) => (known.precedence >= atLeast ? known.text : `(${known.text})`);

const { expression: anyExpression } = fc.letrec<{ expression: Known }>((tie) => ({
  expression: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    leaf,
    fc.tuple(fc.constantFrom("+", "-", "*", "/"), tie("expression"), tie("expression")).map(([sign, left, right]) => {
      const { precedence, of } = OPERATIONS[sign];
      const text = `${bracketed(left, precedence)} ${sign} ${bracketed(right, precedence + 1)}`;
      return { text, value: both(left.value, right.value, of), precedence };
    }),
    tie("expression").map((inner) => ({
      text: `-${bracketed(inner, 3)}`,
      value: inner.value === null ? null : q(-inner.value.n, inner.value.d),
      precedence: 2,
    })),
    fc
      .tuple(fc.constantFrom("min", "max", "sum"), fc.array(tie("expression"), { minLength: 1, maxLength: 3 }))
      .map(([name, parts]) => {
        const values = parts.map((part) => part.value).filter((value) => value !== null);
        const of = { min: least, max: most, sum: total }[name];
        return {
          text: `${name}(${parts.map((part) => part.text).join(", ")})`,
          value: values.length < parts.length ? null : of(values),
          precedence: 3,
        };
      }),
  ),
}));

test(
  "an expression has its exact value, by the usual precedence",
  () => {
    fc.assert(
      fc.property(anyExpression, ({ text, value }) => {
        fc.pre(text.length <= 2_000);
        expect(qOfNullable(evaluate(parsed(text), RATIONALS))).toEqual(value);
      }),
      CASES,
    );
  },
  PATIENCE,
);

describe("the language", () => {
  test.each([
    ["1 - 2 - 3", -4],
    ["12 / 3 / 2", 2],
    ["2 + 3 * 4", 14],
    ["(2 + 3) * 4", 20],
    ["-2 * -3", 6],
    ["0.1 + 0.2 - 0.3", 0],
    ["sum(1, 2, min(5, 4), max(1, 7))", 14],
  ])("%s = %d", (text, value) => {
    expect(qOfNullable(evaluate(parsed(text), new Map()))).toEqual(q(value));
  });

  test.each([
    ["", "empty", 0],
    ["[A] +", "value-expected", 5],
    ["[A] [B]", "end-expected", 4],
    ["(1 + 2", "bracket-expected", 6],
    ["1 + alert(1)", "unknown-word", 4],
    ["process.exit()", "unknown-word", 0],
    ["[A]; 1", "unknown-sign", 3],
    ["[-A]", "unknown-sign", 0],
    ["min()", "value-expected", 4],
    ["1e5", "unknown-word", 1],
    ["minimum(1)", "unknown-word", 0],
  ])("%s is refused", (text, fault, at) => {
    expect(parseExpression(text)).toEqual({ kind: "fault", fault, at });
  });

  test("is bounded: neither long nor deep texts are read", () => {
    expect(parseExpression(`1${" + 1".repeat(600)}`)).toMatchObject({ fault: "too-long" });
    expect(parseExpression(`${"(".repeat(60)}1${")".repeat(60)}`)).toMatchObject({ fault: "too-deep" });
    expect(parseExpression(`${"-".repeat(60)}1`)).toMatchObject({ fault: "too-deep" });
  });

  test("any text at all is parsed or refused, with a place within it", () => {
    const texts = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom("1", "[A]", "+", "-", "*", "/", "(", ")", ",", "min", " ") }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const found = parseExpression(text);
        if (found.kind === "fault") expect(found.at).toBeLessThanOrEqual(text.length);
      }),
      CASES,
    );
  });

  test("names each code once", () => {
    expect(codesOf(parsed("[B] + sum([A], -[B]) / [C-1.x]"))).toEqual(["B", "A", "C-1.x"]);
  });
});

describe("a derived figure", () => {
  const share = parsed("100 * [PART] / [WHOLE]");
  const of = (part: Figure, whole: Figure) =>
    derivedFigure(
      share,
      new Map([
        ["PART", input(part)],
        ["WHOLE", input(whole)],
      ]),
    );

  test("is the expression over its inputs' values", () => {
    expect(figureView(of(number("1"), number("3"))).value).toBe(100 / 3);
  });

  test("is missing when an input is, before anything else is said", () => {
    expect(of(number("1"), MISSING)).toEqual(MISSING);
    expect(of(NOT_APPLICABLE, MISSING)).toEqual(MISSING);
    expect(derivedFigure(share, new Map())).toEqual(MISSING);
  });

  test("is not applicable when an input is, and has no value where something is divided by 0", () => {
    expect(of(number("1"), NOT_APPLICABLE)).toEqual(NOT_APPLICABLE);
    expect(figureView(of(number("1"), number("0")))).toMatchObject({ kind: "number", value: null });
    expect(figureView(of(number("0"), number("1"))).value).toBe(0);
  });

  test("beyond the range of doubles has no value", () => {
    const power = parsed(Array.from({ length: 30 }, () => "[A]").join(" * "));
    expect(figureView(derivedFigure(power, new Map([["A", input(number("100000000000000"))]]))).value).toBeNull();
  });

  test("has the smallest coverage of its inputs", () => {
    const inputs = new Map([
      ["PART", input(number("1"), 9, 10)],
      ["WHOLE", input(number("2"), 89, 100)],
    ]);
    expect(derivedCoverage(share, inputs)).toEqual({ reported: 89, due: 100 });
  });
});

describe("the graph of derived KPIs", () => {
  test("names a cycle from its first to its first", () => {
    expect(
      findCycle(
        new Map([
          ["A", ["B"]],
          ["B", ["C", "X"]],
          ["C", ["B"]],
        ]),
      ),
    ).toEqual(["B", "C", "B"]);
    expect(findCycle(new Map([["A", ["A"]]]))).toEqual(["A", "A"]);
    expect(
      findCycle(
        new Map([
          ["A", ["B", "C"]],
          ["B", ["C"]],
        ]),
      ),
    ).toBeNull();
  });

  test("is computed from the inputs up", () => {
    expect(
      evaluationOrder(
        new Map([
          ["A", ["B", "X"]],
          ["B", ["C"]],
          ["C", ["Y"]],
        ]),
      ),
    ).toEqual(["C", "B", "A"]);
  });
});
