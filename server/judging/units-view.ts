import type { KpiUnitsView } from "../../shared/contracts/kpi-view.ts";
import { type Effects, effectsOfCells } from "../../shared/domain/effects.ts";
import { exactValue, figureView, MISSING } from "../../shared/domain/figure.ts";
import { judgementAt, type UnitFigures } from "../../shared/domain/kpi-at-unit.ts";
import { type KpiDefinition, versionOf } from "../../shared/domain/kpi-definition.ts";
import { addMonths, type Month } from "../../shared/domain/month.ts";
import { rationalNumber, subtractRationals } from "../../shared/domain/rational.ts";
import type { PeriodCell } from "../../shared/domain/time-rule.ts";
import { figureText, type NumberStyle } from "../../shared/text/figure-text.ts";
import { statusWord } from "../../shared/text/series-text.ts";
import { shownTarget, shownVariance } from "./shown.ts";
import type { NamedUnit } from "./unit-insight.ts";

/** One KPI at a unit and at each part of it, on the same months. */
export type KpiByUnit = {
  readonly code: string;
  readonly unit: NamedUnit;
  readonly path: readonly NamedUnit[];
  readonly definitions: readonly KpiDefinition[];
  readonly locale: string;
  readonly whole: UnitFigures;
  /** Direct children by the tree of the period, and those of the unit's own assignment. */
  readonly parts: readonly KpiPart[];
};

export type KpiPart = {
  readonly unit: NamedUnit;
  readonly parent: string | null;
  readonly hasParts: boolean;
  readonly figures: UnitFigures;
};

export type KpiByUnitQuestion = {
  readonly period: Month;
  readonly months: readonly Month[];
  /** Direct children unless asked for all units below that have none. */
  readonly level?: "parts" | "reporting" | undefined;
};

/** The KPI's parts side by side: figures, targets, statuses, months across, and what each adds to the whole's change. */
export function kpiUnitsView(facts: KpiByUnit, question: KpiByUnitQuestion): KpiUnitsView | null {
  const definition = versionOf(facts.definitions, question.period);
  if (definition === null) return null;
  const { decimals, direction, name, unitOfMeasure } = definition;
  const style: NumberStyle = { decimals, direction, locale: facts.locale };
  const months = question.months.filter((month) => judgementAt(facts.whole, facts.code, month) !== null);
  const from = months.at(-2) ?? null;
  const effects = from === null ? null : effectsBetween(facts, { from, to: question.period });
  return {
    ...{ kpi: facts.code, name, unitOfMeasure, decimals, direction },
    unit: facts.unit,
    path: [...facts.path],
    period: question.period,
    months,
    units: facts.parts.map((part) => partRow(part, { facts, style, months, effects, period: question.period })),
    total: totalOf(facts, { style, from, period: question.period }),
  };
}

type RowContext = {
  facts: KpiByUnit;
  style: NumberStyle;
  months: readonly Month[];
  effects: Effects | null;
  period: Month;
};

function partRow(part: KpiPart, { facts, style, months, effects, period }: RowContext): KpiUnitsView["units"][number] {
  const judged = judgementAt(part.figures, facts.code, period);
  const figure = judged?.figure ?? MISSING;
  const status = judged?.status ?? "not_due";
  const effect = effects?.effects.find(({ unit }) => unit === part.unit.code);
  const across = months.map((month) => judgementAt(part.figures, facts.code, month));
  return {
    unit: part.unit,
    parent: part.parent,
    hasParts: part.hasParts,
    figure: figureView(figure),
    shown: figureText(figure, style),
    target: shownTarget(judged?.target ?? null, style),
    variance: shownVariance(figure, judged?.target ?? null, style),
    status,
    statusWord: statusWord(status, style.locale),
    coverage: judged?.coverage ?? { reported: 0, due: 0 },
    contribution:
      effect === undefined ? null : { rate: rationalNumber(effect.rate) ?? 0, mix: rationalNumber(effect.mix) ?? 0 },
    values: across.map((judgement) => (judgement === null ? null : figureView(judgement.figure).value)),
    statuses: across.map((judgement) => judgement?.status ?? "not_due"),
  };
}

function totalOf(
  facts: KpiByUnit,
  { style, from, period }: { style: NumberStyle; from: Month | null; period: Month },
): KpiUnitsView["total"] {
  const figure = judgementAt(facts.whole, facts.code, period)?.figure ?? MISSING;
  const before = from === null ? MISSING : (judgementAt(facts.whole, facts.code, from)?.figure ?? MISSING);
  const [now, then] = [exactValue(figure), exactValue(before)];
  const change = now === null || then === null ? null : rationalNumber(subtractRationals(now, then));
  return { figure: figureView(figure), shown: figureText(figure, style), change, from };
}

/** Rate and mix effects of the parts between two periods; null where the rule has no such split. */
function effectsBetween(facts: KpiByUnit, { from, to }: { from: Month; to: Month }): Effects | null {
  const cellsAt = (month: Month) =>
    new Map(
      facts.parts.flatMap(({ unit, figures }) => {
        const period = periodOf(figures, facts.code, month);
        return period === null ? [] : [[unit.code, period.cell] as const];
      }),
    );
  const whole = periodOf(facts.whole, facts.code, to);
  return whole === null ? null : effectsOfCells(cellsAt(from), cellsAt(to), whole.rules);
}

function periodOf(figures: UnitFigures, code: string, month: Month): PeriodCell | null {
  return figures.kpis.get(code)?.periods.find((period) => period.month === month) ?? null;
}

/** The months up to a period that a table of units shows. */
export function monthsUpTo(period: Month, count: number): Month[] {
  return Array.from({ length: count }, (_, index) => addMonths(period, index - count + 1));
}
