import { codesOf, parseExpression } from "../expression.ts";
import type { ReferenceData } from "./reference.ts";
import type { ImportRow } from "./row.ts";

export interface ExpressionCircle {
  row: number;
  /** Codes on the way round, the first again at the end. */
  circle: string[];
}

/**
 * KPIs of the file whose expression leads back to themselves, over all versions, those of the file and those that are
 * there. Each circle is told once, at its first row.
 */
export function findCircles(rows: readonly ImportRow<"kpis">[], reference: ReferenceData): ExpressionCircle[] {
  const inputs = inputsOf(rows, reference);
  const told = new Set<string>();
  return rows.flatMap(({ row, code }) => {
    if (code === null || told.has(code)) return [];
    const circle = circleThrough(code, inputs);
    if (circle === null) return [];
    for (const member of circle) told.add(member);
    return [{ row, circle }];
  });
}

function inputsOf(rows: readonly ImportRow<"kpis">[], reference: ReferenceData): Map<string, Set<string>> {
  const inputs = new Map<string, Set<string>>();
  const add = (code: string, expression: string | null) => {
    const parsed = parseExpression(expression ?? "");
    if (parsed.kind === "fault") return;
    const known = inputs.get(code) ?? new Set();
    for (const input of codesOf(parsed.expression)) known.add(input);
    inputs.set(code, known);
  };
  const replaced = new Set(rows.map(({ code, from }) => `${code} ${from}`));
  for (const [code, { versions }] of reference.kpis) {
    for (const { validFrom, expression } of versions) {
      const from = validFrom.startsWith("0000") ? null : validFrom;
      if (!replaced.has(`${code} ${from}`)) add(code, expression);
    }
  }
  for (const { code, input, expression } of rows) if (code !== null && input === "derived") add(code, expression);
  return inputs;
}

/** The shortest way from `code` through its inputs back to it; null where there is none. */
function circleThrough(code: string, inputs: ReadonlyMap<string, ReadonlySet<string>>): string[] | null {
  const cameFrom = new Map<string, string>();
  const queue = [code];
  for (let at = 0; at < queue.length; at += 1) {
    const here = queue[at] ?? code;
    for (const input of inputs.get(here) ?? []) {
      if (input === code) return wayTo(here, cameFrom, code);
      if (cameFrom.has(input)) continue;
      cameFrom.set(input, here);
      queue.push(input);
    }
  }
  return null;
}

function wayTo(last: string, cameFrom: ReadonlyMap<string, string>, code: string): string[] {
  const way = [code];
  for (let step: string | undefined = last; step !== undefined && step !== code; step = cameFrom.get(step))
    way.unshift(step);
  return [code, ...way];
}
