import { type Decimal, ONE } from "../../shared/domain/decimal.ts";
import { IMPORT_COLUMNS, type ImportKind } from "../../shared/domain/imports/columns.ts";
import { type Finding, type FindingList, firstFindings } from "../../shared/domain/imports/finding.ts";
import type { ReferenceData, ReferenceKpi, ReferenceTerm } from "../../shared/domain/imports/reference.ts";
import type { ImportRow } from "../../shared/domain/imports/row.ts";
import { parseRows } from "../../shared/domain/imports/rows.ts";
import type { Cell, Table } from "../../shared/domain/imports/table.ts";
import type { KpiDefinition } from "../../shared/domain/kpi-definition.ts";
import { ALWAYS, type Month } from "../../shared/domain/month.ts";
import { issueOfFinding } from "../../shared/text/import.ts";

export const HUNDRED: Decimal = { digits: 100, scale: 0 };

/** A table as a file reader hands it over. */
export function tableOf(header: readonly string[], rows: readonly (readonly Cell[])[]): Table {
  return {
    header: [...header],
    columns: header.map((_, i) => rows.map((row) => row[i] ?? "")),
    rowNumbers: rows.map((_, i) => i + 2),
    headerRow: 1,
    overlong: [],
  };
}

/** Rows of a kind written as one would type them: a heading line, then a line for each row, separated by bars. */
export function rowsOf<Kind extends ImportKind>(kind: Kind, text: string): ImportRow<Kind>[] {
  const [header = [], ...rows] = text
    .trim()
    .split("\n")
    .map((line) => line.split("|").map((cell) => cell.trim()));
  return parseRows(kind, tableOf(header, rows), "point").rows;
}

/** "row column code" of each finding; each must have a whole sentence. */
export function told(...lists: FindingList[]): string[] {
  return firstFindings(...lists).map((finding) => {
    const { row, column, code, message } = issueOfFinding(finding);
    if (/^ | {2}|""|\( |\(\)|undefined/.test(message)) throw new Error(`a sentence lacks a word: ${message}`);
    return `${row} ${column} ${code}`;
  });
}

export function messages(findings: readonly Finding[]): string[] {
  return findings.map((finding) => issueOfFinding(finding).message);
}

export function aKpi(definition: Partial<KpiDefinition> = {}, more: Partial<ReferenceKpi> = {}): ReferenceKpi {
  const whole: KpiDefinition = {
    version: 1,
    validFrom: ALWAYS,
    name: "A KPI",
    description: null,
    formula: null,
    source: null,
    exclusions: null,
    unitOfMeasure: "%",
    numeratorLabel: null,
    denominatorLabel: null,
    expression: null,
    frequency: "month",
    minimum: null,
    maximum: null,
    chartKind: "auto",
    uses: [],
    input: "value",
    multiplier: ONE,
    decimals: 1,
    direction: "higher",
    orgRule: "mean",
    timeRule: "mean",
    ...definition,
  };
  return { theme: null, versions: [whole], tolerances: [], hasResults: false, ...more };
}

interface World {
  kpis?: Record<string, ReferenceKpi>;
  terms?: Record<string, Record<string, ReferenceTerm[]>>;
  locked?: string[];
  closed?: string[];
}

/** GROUP over NORTH and SOUTH, where NORTH has the branches N1 and N2; October 2026; the year begins in January. */
export function aReference(
  { kpis = {}, terms = {}, locked = [], closed = [] }: World = {},
  more: Partial<ReferenceData> = {},
): ReferenceData {
  const edge = (child: string, parent: string | null) => ({ child, parent, fromMonth: ALWAYS, toMonth: null });
  const edges = [
    edge("GROUP", null),
    edge("NORTH", "GROUP"),
    edge("SOUTH", "GROUP"),
    edge("N1", "NORTH"),
    edge("N2", "NORTH"),
  ];
  return {
    fiscalYearStart: 1,
    currentMonth: "2026-10" as Month,
    units: new Set(edges.map(({ child }) => child)),
    edges,
    themes: new Map([["T-1", { strategy: "S" }]]),
    kpis: new Map(Object.entries(kpis)),
    terms: new Map(Object.entries(terms).map(([kpi, units]) => [kpi, new Map(Object.entries(units))])),
    stateOf: (_unit, month) => stateOf(month, locked, closed),
    lockedMonths: () => locked as Month[],
    isUnchanged: () => false,
    may: () => true,
    ...more,
  };
}

function stateOf(month: string, locked: string[], closed: string[]): "open" | "closed" | "locked" {
  if (locked.includes(month)) return "locked";
  return closed.includes(month) ? "closed" : "open";
}

export const ALL_YEAR: ReferenceTerm[] = [{ from: "2026-01" as Month, to: null }];

export function headerOf(kind: ImportKind): string[] {
  return IMPORT_COLUMNS[kind].map(({ name }) => name);
}
