import { compareDecimals, type Decimal } from "./decimal.ts";
import { breaksComparability, type KpiDefinition } from "./kpi-definition.ts";

/** The fields of a definition that a reader may compare, in the order in which they are shown. */
export const DEFINITION_FIELDS = [
  "name",
  "description",
  "formula",
  "expression",
  "input",
  "numeratorLabel",
  "denominatorLabel",
  "multiplier",
  "unitOfMeasure",
  "decimals",
  "direction",
  "frequency",
  "source",
  "exclusions",
  "orgRule",
  "timeRule",
  "minimum",
  "maximum",
  "chartKind",
] as const satisfies readonly (keyof KpiDefinition)[];
export type DefinitionField = (typeof DEFINITION_FIELDS)[number];

export type DefinitionChange = {
  readonly fields: readonly DefinitionField[];
  /** Results before and after can't be compared, so that limits begin anew. */
  readonly isBreak: boolean;
};

/** What differs between a version and the one before it. */
export function definitionChange(before: KpiDefinition, after: KpiDefinition): DefinitionChange {
  return {
    fields: DEFINITION_FIELDS.filter((field) => !isSame(before[field], after[field])),
    isBreak: breaksComparability(before, after),
  };
}

function isSame(a: KpiDefinition[DefinitionField], b: KpiDefinition[DefinitionField]): boolean {
  if (isDecimal(a) && isDecimal(b)) return compareDecimals(a, b) === 0;
  return (a ?? "") === (b ?? "");
}

function isDecimal(value: unknown): value is Decimal {
  return typeof value === "object" && value !== null;
}
