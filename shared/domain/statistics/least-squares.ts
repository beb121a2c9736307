import { at, isPresent } from "./numerics.ts";

/**
 * The weights whose sum of columns comes nearest to the target, by the normal equations and Cholesky's factors. Rows with
 * a NaN target are left out; a column that the others already say gets the weight 0.
 */
export function solveLeastSquares(columns: readonly (readonly number[])[], target: readonly number[]): number[] {
  const size = columns.length;
  const dot = (a: readonly number[], b: readonly number[]) => {
    let sum = 0;
    for (let i = 0; i < target.length; i++) if (isPresent(at(target, i))) sum += at(a, i) * at(b, i);
    return sum;
  };
  const factor: number[][] = columns.map(() => new Array<number>(size).fill(0));
  const partly: number[] = [];
  for (let i = 0; i < size; i++) {
    const column = at(columns, i);
    for (let j = 0; j <= i; j++) {
      const known = at(factor, i)
        .slice(0, j)
        .reduce((sum, x, k) => sum + x * (factor[j]?.[k] ?? 0), 0);
      const left = dot(column, at(columns, j)) - known;
      const pivot = factor[j]?.[j] ?? 0;
      at(factor, i)[j] = i === j ? Math.sqrt(Math.max(0, left)) : safeQuotient(left, pivot);
    }
    const known = partly.reduce((sum, x, k) => sum + x * (factor[i]?.[k] ?? 0), 0);
    partly.push(safeQuotient(dot(column, target) - known, factor[i]?.[i] ?? 0));
  }
  const weights = new Array<number>(size).fill(0);
  for (let i = size - 1; i >= 0; i--) {
    let left = at(partly, i);
    for (let k = i + 1; k < size; k++) left -= (factor[k]?.[i] ?? 0) * at(weights, k);
    weights[i] = safeQuotient(left, factor[i]?.[i] ?? 0);
  }
  return weights;
}

function safeQuotient(value: number, by: number): number {
  return by > 1e-9 ? value / by : 0;
}
