import fc from "fast-check";
import { type Decimal, decimalOfNumber, decimalOfText, integer, ONE, ZERO } from "../../shared/domain/decimal.ts";
import { type Fact, valueFact } from "../../shared/domain/figure.ts";
import { type FigureRules, ORG_RULES, type OrgRule, type TimeRule } from "../../shared/domain/kpi-definition.ts";
import { ALWAYS } from "../../shared/domain/month.ts";
import { rationalOf } from "../../shared/domain/rational.ts";
import type { Target } from "../../shared/domain/target.ts";
import { type OrgTree, treeOfMonth } from "../../shared/domain/tree.ts";
import { divide, enteredText, multiply, type Q, q, qOfText, total } from "./exact-oracle.ts";

/** Rules of a KPI with nothing special about it; name what the test is about. */
export function rulesOf(named: Partial<FigureRules>): FigureRules {
  const plain = { input: "value", decimals: 1, direction: "higher", orgRule: "sum", timeRule: "sum" } as const;
  return { ...plain, multiplier: ONE, ...named };
}

/** What one unit says, as texts: what the product and the judge of it are both given. */
export type Saying =
  | { readonly kind: "number"; readonly numer: string; readonly denom: string }
  | { readonly kind: "not_applicable" }
  | { readonly kind: "missing" };

/** A small organisation in one month of one KPI. Unit 0 is the root; `parents[i]` is the parent of unit i + 1. */
export type World = {
  readonly parents: readonly number[];
  readonly sayings: readonly (Saying | null)[];
  readonly targets: readonly (readonly string[] | null)[];
};

export const unitName = (at: number): string => `U${at}`;

export function treeOf(world: Pick<World, "parents">): OrgTree {
  const edges = [null, ...world.parents].map((parent, at) => ({
    child: unitName(at),
    parent: parent === null ? null : unitName(parent),
    fromMonth: ALWAYS,
    toMonth: null,
  }));
  return treeOfMonth(edges, ALWAYS);
}

export function factsOf(world: Pick<World, "sayings">): Map<string, Fact> {
  const facts = new Map<string, Fact>();
  world.sayings.forEach((saying, at) => {
    if (saying !== null) facts.set(unitName(at), factOf(saying));
  });
  return facts;
}

export function factOf(saying: Saying): Fact {
  if (saying.kind !== "number") return saying;
  return saying.denom === "1"
    ? valueFact(decimal(saying.numer))
    : { kind: "number", numer: decimal(saying.numer), denom: decimal(saying.denom) };
}

export function targetsOf(world: Pick<World, "targets">): Map<string, Target> {
  const targets = new Map<string, Target>();
  world.targets.forEach((amounts, at) => {
    if (amounts !== null) targets.set(unitName(at), targetOfTexts(amounts));
  });
  return targets;
}

export function targetOfTexts(amounts: readonly string[]): Target {
  const [first = "0", second] = amounts;
  const low = rationalOf(decimal(first));
  return second === undefined
    ? { kind: "value", value: low }
    : { kind: "band", low, high: rationalOf(decimal(second)) };
}

/** Entered as a person would: through a double. */
export function decimal(text: string): Decimal {
  const value = decimalOfText(text) ?? ZERO;
  const entered = decimalOfNumber(Number(text));
  return entered.digits === value.digits ? entered : value;
}

/** The unit and all below it, by the world's own parents. */
export function below(world: Pick<World, "parents">, top: number): number[] {
  const isBelow = (unit: number): boolean => unit === top || (unit > 0 && isBelow(world.parents[unit - 1] ?? 0));
  return [0, ...world.parents.map((_, at) => at + 1)].filter(isBelow);
}

export function childrenAt(world: Pick<World, "parents">, unit: number): number[] {
  return world.parents.flatMap((parent, at) => (parent === unit ? [at + 1] : []));
}

/** The value of a saying, exactly, without multiplier; null for a denominator of 0. */
function valueOfSaying(saying: Saying): Q | null {
  if (saying.kind !== "number") return null;
  const denom = qOfText(saying.denom);
  return denom.n === 0n ? null : divide(qOfText(saying.numer), denom);
}

/** The org rule over sayings, from the text of the rule: null for no value. */
export function valueByRule(sayings: readonly Saying[], rules: FigureRules): Q | null {
  const numbers = sayings.filter((saying) => saying.kind === "number");
  const values = numbers.map(valueOfSaying).filter((value) => value !== null);
  if (values.length === 0) return null;
  const factor = qOfText(String(rules.multiplier.digits));
  const scaled = values.map((value) => multiply(value, factor));
  switch (rules.orgRule) {
    case "ratio": {
      const denom = total(numbers.map((saying) => qOfText(saying.denom)));
      if (denom.n === 0n) return null;
      return multiply(factor, divide(total(numbers.map((saying) => qOfText(saying.numer))), denom));
    }
    case "sum":
      return total(scaled);
    case "mean":
      return divide(total(scaled), q(scaled.length));
    case "min":
      return scaled.reduce((a, b) => (a.n * b.d <= b.n * a.d ? a : b));
    case "max":
      return scaled.reduce((a, b) => (a.n * b.d >= b.n * a.d ? a : b));
    case "none":
      return scaled[0] ?? null;
  }
}

const smallAmount = fc
  .tuple(fc.integer({ min: -500, max: 2_000 }), fc.nat(2))
  .map(([digits, scale]) =>
    (digits / 10 ** scale).toFixed(scale).replace(/\.?0+$/, (end) => (end.includes(".") ? "" : end)),
  );
const anyAmount = fc.oneof({ weight: 3, arbitrary: smallAmount }, { weight: 1, arbitrary: enteredText });
const positive = fc.oneof(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 9_999_999 })).map(String);
const denominator = fc.oneof({ weight: 9, arbitrary: positive }, { weight: 1, arbitrary: fc.constant("0") });

const number = (isRatio: boolean): fc.Arbitrary<Saying> =>
  fc
    .record({ numer: anyAmount, denom: isRatio ? denominator : fc.constant("1") })
    .map((sums): Saying => ({ kind: "number", ...sums }));

export function saying(isRatio: boolean): fc.Arbitrary<Saying> {
  return fc.oneof(
    { weight: 6, arbitrary: number(isRatio) },
    { weight: 1, arbitrary: fc.constant<Saying>({ kind: "not_applicable" }) },
    { weight: 2, arbitrary: fc.constant<Saying>({ kind: "missing" }) },
  );
}

export type WorldShape = {
  readonly isRatio: boolean;
  readonly isBand?: boolean;
  /** Of ten units, how many have an explicit target. */
  readonly targeted?: number;
  readonly most?: number;
};

/** Organisations of up to `most` units in any shape: chains, stars and all between, with assignments at any level. */
function world({ isRatio, isBand = false, targeted = 0, most = 9 }: WorldShape): fc.Arbitrary<World> {
  const amounts = fc.tuple(smallAmount, smallAmount).map(([a, b]) => (isBand ? [a, b] : [a]));
  const target = fc.oneof(
    { weight: 10 - targeted, arbitrary: fc.constant(null) },
    { weight: targeted, arbitrary: amounts },
  );
  const said = fc.oneof({ weight: 4, arbitrary: saying(isRatio) }, { weight: 1, arbitrary: fc.constant(null) });
  return fc.array(fc.record({ seed: fc.nat(), said, target }), { minLength: 1, maxLength: most }).map((units) => ({
    parents: units.slice(1).map(({ seed }, at) => seed % (at + 1)),
    sayings: units.map((unit) => unit.said),
    targets: units.map((unit) => unit.target),
  }));
}

/** Rules and a world that fits them. */
export function ruledWorld(
  shape: Omit<WorldShape, "isRatio" | "isBand"> = {},
): fc.Arbitrary<{ rules: FigureRules; world: World }> {
  return fc
    .record({
      orgRule: fc.constantFrom<OrgRule>(...ORG_RULES),
      isRatio: fc.boolean(),
      isBand: fc.boolean(),
      multiplier: fc.constantFrom(1, 100, 12),
    })
    .chain(({ orgRule, isRatio, isBand, multiplier }) => {
      const input = orgRule === "ratio" || isRatio ? "ratio" : "value";
      const timeRule: TimeRule = input === "ratio" ? "ratio" : "mean";
      const rules = rulesOf({
        orgRule,
        timeRule,
        input,
        direction: isBand ? "band" : "higher",
        multiplier: input === "ratio" ? integer(multiplier) : ONE,
      });
      return world({ ...shape, isRatio: input === "ratio", isBand }).map((made) => ({ rules, world: made }));
    });
}
