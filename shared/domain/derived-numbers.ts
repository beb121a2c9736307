import { decimalNumber } from "./decimal.ts";
import type { Expression } from "./expression.ts";

/** The value of an expression in plain numbers, for simulated figures; NaN where an input has none or 0 divides. */
export function evaluateNumbers(expression: Expression, values: ReadonlyMap<string, number>): number {
  switch (expression.kind) {
    case "number":
      return decimalNumber(expression.value) ?? Number.NaN;
    case "kpi":
      return values.get(expression.code) ?? Number.NaN;
    case "negative":
      return -evaluateNumbers(expression.of, values);
    case "operation": {
      const left = evaluateNumbers(expression.left, values);
      const right = evaluateNumbers(expression.right, values);
      return OPERATIONS[expression.operator](left, right);
    }
    case "call":
      return CALLS[expression.name](expression.of.map((part) => evaluateNumbers(part, values)));
  }
}

const OPERATIONS = {
  "+": (a: number, b: number) => a + b,
  "-": (a: number, b: number) => a - b,
  "*": (a: number, b: number) => a * b,
  "/": (a: number, b: number) => (b === 0 ? Number.NaN : a / b),
} as const;

const CALLS = {
  min: (parts: readonly number[]) => Math.min(...parts),
  max: (parts: readonly number[]) => Math.max(...parts),
  sum: (parts: readonly number[]) => parts.reduce((sum, part) => sum + part, 0),
} as const;
