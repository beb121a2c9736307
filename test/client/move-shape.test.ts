import fc from "fast-check";
import { expect, test } from "vitest";
import { type MoveStep, moveShape } from "../../shared/charts/move-shape.ts";

const effect = fc.double({ min: -50, max: 50, noNaN: true });
const steps = fc.array(fc.record({ rate: effect, mix: effect }), { minLength: 1, maxLength: 30 });

function shapeOf(effects: readonly { rate: number; mix: number }[]) {
  const named = effects.map((each, at): MoveStep => ({ key: `${at}`, name: `U${at}`, shown: "", ...each }));
  const change = effects.reduce((sum, { rate, mix }) => sum + rate + mix, 0);
  const total = { name: "Whole change", rate: change, mix: 0, shown: "" };
  return moveShape(named, { width: 800, most: 12, better: 1, total });
}

test("each step of a waterfall begins where the one before ended, and the last ends where the whole change does", () => {
  fc.assert(
    fc.property(steps, (effects) => {
      const { rows, zero } = shapeOf(effects);
      const parts = rows.filter(({ isTotal }) => !isTotal);
      let from = zero;
      for (const { rate, mix, end } of parts) {
        const edges = [rate.x, rate.x + rate.width];
        expect(Math.min(...edges.map((edge) => Math.abs(edge - from)))).toBeLessThan(0.05);
        expect(Math.min(Math.abs(mix.x - end), Math.abs(mix.x + mix.width - end))).toBeLessThan(0.05);
        from = end;
      }
      expect(rows.at(-1)?.end).toBeCloseTo(from, 0);
    }),
  );
});

test("beyond twelve rows the smallest stand together, so that no effect is left out", () => {
  const { rows } = shapeOf(Array.from({ length: 64 }, (_, at) => ({ rate: 1 / (at + 1), mix: 0 })));
  expect(rows).toHaveLength(13);
  expect(rows[11]?.name).toBe("53 others");
});
