import type { Revision } from "../../db/store.ts";
import { decimalOfNumber, isEnterable } from "../../shared/domain/decimal.ts";
import { type EntryFault, entryFault } from "../../shared/domain/entry-checks.ts";
import type { EntryContent } from "../../shared/domain/entry-content.ts";
import { type Refused, refused, type Seat } from "./desk.ts";
import { entryRulesOf } from "./due-cells.ts";

/** What a revision will say. */
export type Content = Pick<Revision, "kind" | "value" | "numerator" | "denominator">;

const NOTHING = { value: null, numerator: null, denominator: null } as const;

/** Why a content cannot be recorded; `fault` where a sentence of the grid says it better. */
export type ContentRefused = Refused & { readonly fault?: EntryFault };

/** Refuses what the KPI cannot be; null where the content can be recorded. */
export function contentFault(content: EntryContent, { kpi, definition }: Seat): ContentRefused | null {
  const numbers = numbersIn(content);
  if (!numbers.every((number) => Number.isFinite(number) && isEnterable(decimalOfNumber(number)))) {
    return refused("invalid-value", { problem: "A number has at most 15 digits." });
  }
  const fault = entryFault(content, entryRulesOf(definition));
  if (fault === null) return null;
  switch (fault.code) {
    case "wrong_input": {
      const needed = content.kind === "ratio" ? "takes one value" : "takes a numerator and a denominator";
      return { ...refused("invalid-value", { problem: `${kpi} ${needed}.` }), fault };
    }
    case "negative_denominator":
      return { ...refused("invalid-value", { problem: "A denominator is not below 0." }), fault };
    default: {
      const { minimum, maximum } = definition;
      const value = Number(fault.value.toPrecision(15));
      return { ...refused("outside-limits", { value, kpi, minimum, maximum }), fault };
    }
  }
}

function numbersIn(content: EntryContent): number[] {
  if (content.kind === "value") return [content.value];
  return content.kind === "ratio" ? [content.numerator, content.denominator] : [];
}

/** A content as it is recorded. */
export function columnsOf(content: EntryContent): Content {
  switch (content.kind) {
    case "value":
      return { ...NOTHING, kind: "number", value: content.value };
    case "ratio":
      return { ...NOTHING, kind: "number", numerator: content.numerator, denominator: content.denominator };
    default:
      return { ...NOTHING, kind: content.kind };
  }
}
