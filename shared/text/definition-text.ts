import { decimalText } from "../domain/decimal.ts";
import type { DefinitionField } from "../domain/definition-change.ts";
import type { KpiDefinition, OrgRule, TimeRule } from "../domain/kpi-definition.ts";
import { tellPage } from "./told/tell-page.ts";

/** What a field of a definition is called. */
export function definitionLabel(field: DefinitionField, locale: string): string {
  return tellPage(`fact.${field}`, locale);
}

/** How a KPI is rolled up over units or over months. */
export function ruleText(rule: OrgRule | TimeRule, locale: string): string {
  return tellPage(`rule.${rule}`, locale);
}

/** What a definition says in a field; a dash where it says nothing. */
export function definitionText(definition: KpiDefinition, field: DefinitionField, locale: string): string {
  if (field === "multiplier") return decimalText(definition.multiplier);
  if (field === "orgRule" || field === "timeRule") return ruleText(definition[field], locale);
  const said = definition[field];
  return said === null || said === "" ? "–" : String(said);
}
