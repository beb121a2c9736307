import { codesOf, type Expression, parseExpression } from "../../shared/domain/expression.ts";
import type { KpiAtUnit } from "../../shared/domain/kpi-at-unit.ts";
import type { Month } from "../../shared/domain/month.ts";
import { type CellsAnswer, type CellsQuestion, readCells } from "../cells/cells.ts";
import { type KpiRules, readRules } from "../cells/kpi-rules.ts";
import { keptOr, type Reading } from "../writing.ts";
import type { RecordedDefinition } from "./kpi-definitions.ts";
import { readTolerances, type ToleranceFrom } from "./kpi-targets.ts";
import { type Kpi, kpiReader } from "./kpis.ts";

export type FiguresQuestion = {
  readonly units: readonly number[];
  /** Null for all. The inputs of derived KPIs come along. */
  readonly kpis: readonly number[] | null;
  /** In order of time. */
  readonly months: readonly Month[];
  /** Of them the first that is asked for its targets only. */
  readonly targetsFrom?: Month;
};

/** A KPI with all its definitions and tolerances. */
export type DefinedKpi = Kpi & {
  readonly definitions: readonly RecordedDefinition[];
  readonly tolerances: readonly ToleranceFrom[];
  /** Of the newest definition, where it is derived. */
  readonly expression: Expression | null;
};

export type FiguresAnswer = {
  readonly fiscalYearStart: number;
  /** The KPIs asked for and the inputs of derived ones, in binary order of codes. */
  readonly kpis: readonly DefinedKpi[];
  /** Every KPI at a unit, by code, ready to be judged. */
  at(unit: number): ReadonlyMap<string, KpiAtUnit>;
  /** Cells of other units, KPIs and months by the same rules: no more is read for them. */
  cells(question: CellsQuestion): Promise<CellsAnswer>;
};

export function insightReader(reading: Reading) {
  return {
    /** Cells, definitions, targets and tolerances of KPIs at units: all that figures and statuses are made of. */
    figures: (question: FiguresQuestion) => readFigures(reading, question),
  };
}

async function readFigures(reading: Reading, question: FiguresQuestion): Promise<FiguresAnswer> {
  const { rules, defined } = await keptOr(reading, DEFINED, () => readDefined(reading));
  const kpis = withInputs(defined, question.kpis);
  const { units, months, targetsFrom } = question;
  const cells = await readCells(reading, { units, months, targetsFrom, kpis: kpis.map(({ id }) => id) }, rules);
  return {
    fiscalYearStart: rules.fiscalYearStart,
    kpis,
    at: (unit) => new Map(kpis.map((kpi) => [kpi.code, kpiAtUnit(kpi, cells, unit)])),
    cells: (question) => readCells(reading, question, rules),
  };
}

const DEFINED = {
  name: "insight.defined",
  standsIn: ["kpi", "kpi_definition", "kpi_version", "organisation", "tolerance"],
} as const;

/** Every KPI with its rules. */
async function readDefined(reading: Reading): Promise<{ readonly rules: KpiRules; readonly defined: DefinedKpi[] }> {
  const [rules, listed, tolerances] = await Promise.all([
    readRules(reading, null),
    kpiReader(reading).list(),
    readTolerances(reading, null),
  ]);
  return { rules, defined: listed.map((kpi) => definedKpi(kpi, rules, tolerances)) };
}

function definedKpi(kpi: Kpi, rules: KpiRules, tolerances: ReadonlyMap<number, readonly ToleranceFrom[]>): DefinedKpi {
  const definitions = rules.definitionsOf(kpi.id);
  const text = definitions.at(-1)?.expression ?? null;
  const parsed = text === null ? null : parseExpression(text);
  const expression = parsed?.kind === "parsed" ? parsed.expression : null;
  return { ...kpi, definitions, tolerances: tolerances.get(kpi.id) ?? [], expression };
}

function withInputs(all: readonly DefinedKpi[], wanted: readonly number[] | null): readonly DefinedKpi[] {
  if (wanted === null) return all;
  const byCode = new Map(all.map((kpi) => [kpi.code, kpi]));
  const asked = new Set(wanted);
  const taken = new Set(all.filter(({ id }) => asked.has(id)));
  for (const { expression } of taken) {
    for (const code of expression === null ? [] : codesOf(expression)) {
      const input = byCode.get(code);
      if (input !== undefined) taken.add(input);
    }
  }
  return all.filter((kpi) => taken.has(kpi));
}

function kpiAtUnit(kpi: DefinedKpi, cells: CellsAnswer, unit: number): KpiAtUnit {
  const { code, definitions, tolerances, expression } = kpi;
  return { code, definitions, tolerances, expression, periods: cells.periodsOf(kpi.id, unit) };
}
