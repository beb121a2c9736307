import { decimalText } from "../domain/decimal.ts";
import type { DefinitionField } from "../domain/definition-change.ts";
import type { KpiDefinition } from "../domain/kpi-definition.ts";

const LABEL: Record<DefinitionField, string> = {
  name: "Name",
  description: "Description",
  formula: "Formula",
  expression: "Expression",
  input: "Entered as",
  numeratorLabel: "Numerator",
  denominatorLabel: "Denominator",
  multiplier: "Multiplier",
  unitOfMeasure: "Unit of measure",
  decimals: "Decimals",
  direction: "Better",
  frequency: "Reported every",
  source: "Source",
  exclusions: "Leaves out",
  orgRule: "Over units",
  timeRule: "Over months",
  minimum: "Smallest value",
  maximum: "Largest value",
  chartKind: "Chart",
};

const RULE: Readonly<Record<string, string>> = {
  ratio: "sum of numerators over sum of denominators",
  cumulative_ratio: "sum of numerators over mean denominator",
  last: "last value",
  min: "smallest",
  max: "largest",
  none: "not rolled up",
};

/** What a field of a definition is called. */
export function definitionLabel(field: DefinitionField): string {
  return LABEL[field];
}

/** What a definition says in a field; a dash where it says nothing. */
export function definitionText(definition: KpiDefinition, field: DefinitionField): string {
  if (field === "multiplier") return decimalText(definition.multiplier);
  if (field === "orgRule" || field === "timeRule") return RULE[definition[field]] ?? definition[field];
  const said = definition[field];
  return said === null || said === "" ? "–" : String(said);
}
