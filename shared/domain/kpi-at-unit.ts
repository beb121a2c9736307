import { type DueRule, hasEnded } from "./calendar.ts";
import type { Decimal } from "./decimal.ts";
import { type DerivedInput, derivedCoverage, derivedFigure } from "./derived.ts";
import { codesOf, type Expression } from "./expression.ts";
import { type Judgement, type JudgingContext, judgePeriod, judgeWindow } from "./judgement.ts";
import type { KpiDefinition } from "./kpi-definition.ts";
import type { Month } from "./month.ts";
import { statusOf } from "./status.ts";
import type { Target } from "./target.ts";
import type { PeriodCell } from "./time-rule.ts";
import type { Tolerance } from "./tolerance.ts";

/** What a unit's KPI is judged by: its periods with the definition, target and tolerance in force for each. */
export type KpiAtUnit = {
  readonly code: string;
  /** In order of `validFrom`. */
  readonly definitions: readonly KpiDefinition[];
  readonly tolerances: readonly { readonly validFrom: Month; readonly tolerance: Tolerance | null }[];
  /** The KPI's periods in order of time; a derived one's cells hold its explicit targets only. */
  readonly periods: readonly PeriodCell[];
  /** Of a derived KPI. */
  readonly expression: Expression | null;
};

/** Every KPI of one unit, inputs of derived ones included, and how figures are judged there. */
export type UnitFigures = {
  readonly kpis: ReadonlyMap<string, KpiAtUnit>;
  readonly due: DueRule;
  /** In percent. */
  readonly minimumCoverage: Decimal;
};

/** One period of a KPI, judged; null where the KPI has no such period among those loaded. */
export function judgementAt(unit: UnitFigures, code: string, month: Month): Judgement | null {
  const kpi = unit.kpis.get(code);
  const period = kpi?.periods.find((candidate) => candidate.month === month);
  if (kpi === undefined || period === undefined) return null;
  if (kpi.expression === null) return judgePeriod(period, contextOf(unit, kpi, month));
  return judgeDerived(unit, { ...kpi, periods: [period] }, (input) => judgementAt(unit, input, month));
}

/** A window of periods of a KPI up to and including its last month, judged; null where none is loaded. */
export function judgementOver(unit: UnitFigures, code: string, months: readonly Month[]): Judgement | null {
  const kpi = unit.kpis.get(code);
  if (kpi === undefined) return null;
  const wanted = new Set(months);
  const periods = kpi.periods.filter(({ month }) => wanted.has(month));
  const last = periods.at(-1);
  if (last === undefined) return null;
  if (kpi.expression === null) return judgeWindow(periods, contextOf(unit, kpi, last.month));
  return judgeDerived(unit, { ...kpi, periods }, (input) => judgementOver(unit, input, months));
}

/** The tolerance in force for a month: the newest that began by then. */
export function toleranceOf(kpi: Pick<KpiAtUnit, "tolerances">, month: Month): Tolerance | null {
  return kpi.tolerances.findLast(({ validFrom }) => validFrom <= month)?.tolerance ?? null;
}

function contextOf(unit: UnitFigures, kpi: KpiAtUnit, month: Month): JudgingContext {
  return { due: unit.due, minimumCoverage: unit.minimumCoverage, tolerance: toleranceOf(kpi, month) };
}

/** The expression over the inputs' figures of the same cell; the target is the explicit one of its last period. */
function judgeDerived(unit: UnitFigures, kpi: KpiAtUnit, judge: (input: string) => Judgement | null): Judgement | null {
  const last = kpi.periods.at(-1);
  if (last === undefined || kpi.expression === null) return null;
  const inputs = new Map<string, DerivedInput>();
  for (const input of codesOf(kpi.expression)) {
    const judged = judge(input);
    if (judged !== null) inputs.set(input, judged);
  }
  const figure = derivedFigure(kpi.expression, inputs);
  const coverage = derivedCoverage(kpi.expression, inputs);
  const target: Target | null = last.cell.explicit;
  const ended = kpi.periods.some(({ month }) => hasEnded(month, unit.due.today));
  const judged = { figure, coverage, target, ended, partOfWhole: false };
  return { figure, coverage, target, status: statusOf(judged, { ...last.rules, ...contextOf(unit, kpi, last.month) }) };
}
