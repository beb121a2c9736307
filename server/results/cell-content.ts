import type { Revision } from "../../db/store.ts";
import type { CellContent } from "../../shared/contracts/results.ts";
import { decimalOfNumber, isEnterable } from "../../shared/domain/decimal.ts";
import { isWithinLimits, ratioValue } from "../../shared/domain/imports/ratio-agreement.ts";
import { type Refused, refused, type Seat } from "./desk.ts";

/** What a revision will say. */
export type Content = Pick<Revision, "kind" | "value" | "numerator" | "denominator">;

const NOTHING = { value: null, numerator: null, denominator: null } as const;
export const MISSING_CONTENT: Content = { kind: "missing", ...NOTHING };

/** What was typed, as it is recorded; or why it cannot be. */
export function contentOf(content: CellContent, seat: Seat): Content | Refused {
  if (content.kind === "missing") return MISSING_CONTENT;
  if (content.kind === "not_applicable") return { kind: "not_applicable", ...NOTHING };
  const isRatio = content.kind === "ratio";
  if (isRatio !== (seat.definition.input === "ratio")) {
    const needed = isRatio ? "takes one value" : "takes a numerator and a denominator";
    return refused("invalid-value", { problem: `${seat.kpi} ${needed}.` });
  }
  const numbers = isRatio ? [content.numerator, content.denominator] : [content.value];
  if (!numbers.every((number) => Number.isFinite(number) && isEnterable(decimalOfNumber(number)))) {
    return refused("invalid-value", { problem: "A number has at most 15 digits." });
  }
  if (!isRatio) return withinLimits(content.value, seat, { ...NOTHING, kind: "number", value: content.value });
  const { numerator, denominator } = content;
  if (denominator < 0) return refused("invalid-value", { problem: "A denominator is not below 0." });
  const value = ratioValue({ numerator, denominator }, seat.definition);
  return withinLimits(value, seat, { kind: "number", value: null, numerator, denominator });
}

function withinLimits(value: number | null, { kpi, definition }: Seat, content: Content): Content | Refused {
  if (value === null || isWithinLimits(value, definition)) return content;
  const { minimum, maximum } = definition;
  return refused("outside-limits", { value: Number(value.toPrecision(15)), kpi, minimum, maximum });
}

export function isSameContent(a: Content, b: Content): boolean {
  return (["kind", "value", "numerator", "denominator"] as const).every((name) => a[name] === b[name]);
}
