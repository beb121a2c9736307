import { at } from "./numerics.ts";

type Corner = { point: number[]; value: number };

export type NelderMeadOptions = { step: number; evaluations: number; tolerance: number };

/**
 * Lowest value that the downhill simplex of Nelder and Mead (1965) finds from a start. The function answers Infinity
 * outside its bounds. The same input takes the same path.
 */
export function nelderMead(
  evaluate: (point: readonly number[]) => number,
  start: readonly number[],
  { step, evaluations, tolerance }: NelderMeadOptions,
): Corner {
  let used = 0;
  const corner = (point: number[]): Corner => {
    used += 1;
    return { point, value: evaluate(point) };
  };
  const shifted = (i: number) => start.map((x, j) => (i === j ? x + step : x));
  const simplex = [corner([...start]), ...start.map((_, i) => corner(shifted(i)))];
  while (used < evaluations) {
    simplex.sort((a, b) => a.value - b.value);
    const best = at(simplex, 0);
    const worst = at(simplex, simplex.length - 1);
    if (worst.value - best.value <= tolerance * (Math.abs(best.value) + tolerance)) break;
    const others = simplex.slice(0, -1);
    const centre = start.map((_, j) => others.reduce((sum, c) => sum + at(c.point, j), 0) / others.length);
    const along = (factor: number) => corner(centre.map((x, j) => x + factor * (x - at(worst.point, j))));
    const next = replacement(along, { best, worst, second: at(simplex, simplex.length - 2) });
    if (next !== null) {
      simplex[simplex.length - 1] = next;
    } else {
      const shrunk = others
        .slice(1)
        .concat(worst)
        .map((c) => corner(c.point.map((x, j) => (x + at(best.point, j)) / 2)));
      simplex.splice(1, simplex.length - 1, ...shrunk);
    }
  }
  return simplex.reduce((a, b) => (b.value < a.value ? b : a));
}

/** Reflected, expanded or contracted corner that is better than the worst; null where the simplex must shrink. */
function replacement(
  along: (factor: number) => Corner,
  { best, worst, second }: { best: Corner; worst: Corner; second: Corner },
): Corner | null {
  const reflected = along(1);
  if (reflected.value < best.value) {
    const expanded = along(2);
    return expanded.value < reflected.value ? expanded : reflected;
  }
  if (reflected.value < second.value) return reflected;
  const contracted = along(reflected.value < worst.value ? 0.5 : -0.5);
  return contracted.value < Math.min(reflected.value, worst.value) ? contracted : null;
}
