import fc from "fast-check";
import { expect, test } from "vitest";
import { cellValue } from "../../shared/domain/cell.ts";
import type { FigureRules } from "../../shared/domain/kpi-definition.ts";
import { compareRationals } from "../../shared/domain/rational.ts";
import { amountsOf } from "../../shared/domain/target.ts";
import { CASES, divide, multiply, PATIENCE, q, qOfRational, qOfText } from "./exact-oracle.ts";
import { below, childrenAt, ruledWorld, type Saying, unitName, type World } from "./org-worlds.ts";
import { resolved, TargetJudge } from "./target-judge.ts";

/** A part that reports only denominators of 0 weighs nothing, and so has no aggregate of its own to speak of. */
const hasValues = (world: World) =>
  world.sayings.every((saying) => saying?.kind !== "number" || Number(saying.denom) !== 0);

test(
  "the target of every unit is what rule 4.7 says, over reported parts and with the weights of results",
  () => {
    fc.assert(
      fc.property(ruledWorld({ targeted: 4, most: 7 }), ({ rules, world }) => {
        fc.pre(hasValues(world));
        const judge = new TargetJudge(world, rules);
        const { targets } = resolved(world, rules);
        below(world, 0).forEach((unit, at) => {
          const expected = judge.target(unit);
          const found = targets[at] ?? null;
          if (expected === null || found === null) {
            expect([unit, found]).toEqual([unit, expected]);
            return;
          }
          const amounts = amountsOf(found.target).map(qOfRational);
          expect(amounts).toEqual(expected);
        });
      }),
      CASES,
    );
  },
  PATIENCE,
);

/** Gives every assignment the value of its own target, exactly. */
function meetingTargets(world: World, rules: FigureRules): World {
  const judge = new TargetJudge(world, rules);
  const sayings = world.sayings.map((saying, unit): Saying | null => {
    if (saying?.kind !== "number") return saying;
    const target = (judge.explicit(unit) ?? judge.inherited(unit))?.[0];
    if (target === undefined) return { kind: "missing" };
    const denom = rules.input === "ratio" ? String(Math.abs(Number(saying.denom)) * 100) : "1";
    const numer = divide(multiply(target, qOfText(denom)), q(BigInt(rules.multiplier.digits)));
    const scale = 10n ** 8n;
    return (numer.n * scale) % numer.d === 0n
      ? { kind: "number", numer: plain((numer.n * scale) / numer.d, 8), denom }
      : { kind: "missing" };
  });
  return { ...world, sayings };
}

function plain(digits: bigint, scale: number): string {
  const size = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, "0");
  const text = `${size.slice(0, -scale)}.${size.slice(-scale)}`.replace(/\.?0+$/, "");
  return digits < 0n ? `-${text}` : text;
}

test(
  "meeting every part's target exactly is meeting the whole's exactly",
  () => {
    let met = 0;
    fc.assert(
      fc.property(ruledWorld({ targeted: 4, most: 8 }), ({ rules, world: made }) => {
        fc.pre(rules.direction === "higher" && rules.orgRule !== "none" && rules.multiplier.digits !== 12);
        const world = meetingTargets(made, rules);
        fc.pre(hasValues(world));
        const { cells, targets } = resolved(world, rules);
        const judge = new TargetJudge(world, rules);
        const isMet = (unit: number): boolean | null => {
          const value = cellValue(cells.get(unitName(unit)) ?? expect.fail("no cell"), rules);
          const target = targets[unit]?.target;
          if (value === null || target?.kind !== "value") return null;
          return compareRationals(value, target.value) === 0;
        };
        for (const unit of below(world, 0)) {
          if (judge.explicit(unit) !== null || isMet(unit) === null) continue;
          const parts = childrenAt(world, unit).map(isMet);
          if (parts.includes(false)) continue;
          expect(isMet(unit)).toBe(true);
          if (parts.length > 0) met += 1;
        }
      }),
      CASES,
    );
    expect(met).toBeGreaterThan(1_000);
  },
  PATIENCE,
);
