import { isPastDue, monthsOfWindow } from "../../shared/domain/calendar.ts";
import { decimalNumber } from "../../shared/domain/decimal.ts";
import { codesOf } from "../../shared/domain/expression.ts";
import { figureView } from "../../shared/domain/figure.ts";
import type { Judgement } from "../../shared/domain/judgement.ts";
import { judgementAt, judgementOver, type KpiAtUnit } from "../../shared/domain/kpi-at-unit.ts";
import { versionOf } from "../../shared/domain/kpi-definition.ts";
import { addMonths, type Month } from "../../shared/domain/month.ts";
import { FEWEST_FOR_FORECAST } from "../../shared/domain/statistics/forecast-paths.ts";
import { seedOf } from "../../shared/domain/statistics/seeded-random.ts";
import type { MonthTarget } from "../../shared/domain/statistics/year-chance.ts";
import type { KnownMonth, YearSlot } from "../../shared/domain/statistics/year-course.ts";
import type { YearNode, YearQuestion } from "../../shared/domain/statistics/year-forecast.ts";
import { type Target, targetView } from "../../shared/domain/target.ts";
import type { PeriodCell } from "../../shared/domain/time-rule.ts";
import { breaksOf, type JudgedSeries } from "./judged-series.ts";
import type { KpiSurroundings, UnitInsight } from "./unit-insight.ts";

/** A fiscal year, as known to a month. */
export type YearAsked = { readonly until: Month };

/** What of a unit a year's end is made from. */
export type YearGround = Pick<UnitInsight, "figures"> & {
  readonly unit: Pick<UnitInsight["unit"], "code">;
  readonly settings: Pick<UnitInsight["settings"], "fiscalYearStart">;
  readonly surroundings: ReadonlyMap<string, Pick<KpiSurroundings, "phases">>;
};

/** How a KPI's year stands: over, open with what it is forecast from, or nothing that could be said. */
export type YearStanding = {
  readonly months: readonly Month[];
  /** The newest month that counts; null where none does. */
  readonly knownTo: Month | null;
} & (
  | { readonly kind: "over"; readonly judgement: Judgement }
  | { readonly kind: "open"; readonly question: YearQuestion }
  | { readonly kind: "none" }
);

/** Months that a forecast learns from, whatever a page shows. */
export const FORECAST_MONTHS = 36;

/** What is known of a KPI's fiscal year at `until`, and nothing later but targets. */
export function yearStanding(
  insight: YearGround,
  series: Pick<JudgedSeries, "kpi" | "definition">,
  { until }: YearAsked,
): YearStanding {
  const { kpi } = series;
  const months = monthsOfWindow("year", until, insight.settings.fiscalYearStart);
  const asked: NodeAsked = { insight, until, months, seed: seedFor(insight, kpi.code, months) };
  const node = nodeOf(kpi, asked);
  const knownTo = knownToOf(kpi, asked);
  const isPast = months.at(-1) === until && isPastDue(until, insight.figures.due);
  const isOver = isPast || (node !== null && !isOpen(node));
  const judgement = isOver ? judgementOver(insight.figures, kpi.code, months) : null;
  if (judgement !== null) return { kind: "over", months, knownTo, judgement };
  if (node === null) return { kind: "none", months, knownTo };
  const { direction, decimals } = series.definition;
  const targets = targetsOf(kpi, node, months);
  return { kind: "open", months, knownTo, question: { node, direction, decimals, targets } };
}

function seedFor({ unit }: YearGround, kpi: string, months: readonly Month[]): number {
  return seedOf(JSON.stringify([unit.code, kpi, months[0]]));
}

type NodeAsked = {
  readonly insight: YearGround;
  readonly until: Month;
  readonly months: readonly Month[];
  /** One for a KPI and all its inputs, so that these draw the same months. */
  readonly seed: number;
};

function isOpen(node: YearNode): boolean {
  if (node.kind === "own") return node.course.slots.some(({ kind }) => kind !== "known");
  return Object.values(node.inputs).some(isOpen);
}

function nodeOf(kpi: KpiAtUnit, asked: NodeAsked): YearNode | null {
  if (kpi.expression === null) return ownNode(kpi, asked);
  const inputs: Record<string, YearNode> = {};
  for (const code of codesOf(kpi.expression)) {
    const input = asked.insight.figures.kpis.get(code);
    const node = input === undefined ? null : nodeOf(input, asked);
    if (node === null) return null;
    inputs[code] = node;
  }
  const text = versionOf(kpi.definitions, asked.until)?.expression ?? null;
  return text === null ? null : { kind: "derived", expression: text, inputs };
}

/** What a period says to a forecast. */
type Standing = { readonly kind: "counts" } & KnownMonth;
type Period = { readonly month: Month; readonly state: Standing | { readonly kind: "unknown" | "left-out" } };

function ownNode(kpi: KpiAtUnit, asked: NodeAsked): YearNode | null {
  const { insight, until, months, seed } = asked;
  const definition = versionOf(kpi.definitions, until);
  const periods = periodsOf(kpi, asked);
  const last = lastCounting(periods);
  if (definition === null || last === -1) return null;
  const history = learnedFrom(periods.slice(0, last + 1), breaksFor(insight, kpi));
  if (history.filter(({ value }) => value !== null).length < FEWEST_FOR_FORECAST) return null;
  const slots = periods.flatMap(({ month, state }, index) => {
    if (!months.includes(month) || state.kind === "left-out") return [];
    return [{ month, slot: slotOf(state, index - last) }];
  });
  return {
    kind: "own",
    timeRule: definition.timeRule,
    months: slots.map(({ month }) => month),
    course: {
      history,
      slots: slots.map(({ slot }) => slot),
      bounds: { minimum: definition.minimum, maximum: definition.maximum },
      seed,
      monthly: definition.frequency === "month",
    },
  };
}

function slotOf(state: Period["state"], ahead: number): YearSlot {
  if (state.kind === "counts") return { ...state, kind: "known" };
  return ahead > 0 ? { kind: "open", ahead } : { kind: "gap" };
}

/** The periods from the first that a forecast may learn from to the end of the year. */
function periodsOf(kpi: KpiAtUnit, { insight, until, months }: NodeAsked): Period[] {
  const first = addMonths(until, 1 - FORECAST_MONTHS);
  const end = months.at(-1) ?? until;
  const periods: Period[] = [];
  let wasAssigned = false;
  for (const period of kpi.periods) {
    const { month, cell } = period;
    if (month < first || month > end) continue;
    if (month > until) {
      periods.push({ month, state: stateAhead(period, wasAssigned) });
      continue;
    }
    const judgement = judgementAt(insight.figures, kpi.code, month);
    wasAssigned = cell.assigned > 0;
    periods.push({ month, state: judgement === null ? { kind: "left-out" } : stateOf(judgement, period) });
  }
  return periods;
}

/** A month below the minimum coverage takes no part: it is as unknown as one that nobody has reported. */
function stateOf({ figure, status }: Judgement, { cell }: PeriodCell): Period["state"] {
  if (cell.assigned === 0 || figure.kind === "not_applicable") return { kind: "left-out" };
  if (figure.kind === "missing" || status === "incomplete" || status === "not_due") return { kind: "unknown" };
  const { value } = figureView(figure);
  if (value === null) return { kind: "left-out" };
  return { kind: "counts", value, denominator: decimalNumber(cell.weight) };
}

/** Whether a month to come will be reported; where nothing is recorded of it, as the newest month was. */
function stateAhead({ cell, target }: PeriodCell, wasAssigned: boolean): Period["state"] {
  const isAssigned = cell.assigned > 0 || (wasAssigned && target === null && cell.notApplicable === 0);
  return { kind: isAssigned ? "unknown" : "left-out" };
}

function lastCounting(periods: readonly Period[]): number {
  return periods.findLastIndex(({ state }) => state.kind === "counts");
}

function breaksFor(insight: YearGround, kpi: KpiAtUnit): Month[] {
  const phases = insight.surroundings.get(kpi.code)?.phases ?? [];
  return breaksOf(kpi.definitions, phases).map(({ month }) => month);
}

/**
 * The months since the newest break after which enough are known: what came before another definition, or another way of
 * working, says little of the months to come.
 */
function learnedFrom(periods: readonly Period[], breaks: readonly Month[]): KnownMonth[] {
  const since = breaks.findLast(
    (month) => countOf(periods.filter((period) => period.month >= month)) >= FEWEST_FOR_FORECAST,
  );
  const learned = since === undefined ? periods : periods.filter(({ month }) => month >= since);
  const start = learned.findIndex(({ state }) => state.kind === "counts");
  return learned
    .slice(Math.max(0, start))
    .map(({ state }) =>
      state.kind === "counts" ? { value: state.value, denominator: state.denominator ?? null } : { value: null },
    );
}

function countOf(periods: readonly Period[]): number {
  return periods.filter(({ state }) => state.kind === "counts").length;
}

function knownToOf(kpi: KpiAtUnit, asked: NodeAsked): Month | null {
  if (kpi.expression === null) {
    const periods = periodsOf(kpi, asked);
    return periods[lastCounting(periods)]?.month ?? null;
  }
  const known = codesOf(kpi.expression).map((code) => {
    const input = asked.insight.figures.kpis.get(code);
    return input === undefined ? null : knownToOf(input, asked);
  });
  return known.reduce((a, b) => (a === null || b === null || a < b ? a : b), known[0] ?? null);
}

/** The targets of the node's months; a derived KPI has but the explicit one of the year's last month. */
function targetsOf(kpi: KpiAtUnit, node: YearNode, months: readonly Month[]): MonthTarget[] {
  const ofMonth = new Map(kpi.periods.map((period) => [period.month, period]));
  if (node.kind === "own") return node.months.map((month) => monthTarget(ofMonth.get(month)?.target?.target ?? null));
  return [monthTarget(kpi.periods.findLast(({ month }) => months.includes(month))?.cell.explicit ?? null)];
}

function monthTarget(target: Target | null): MonthTarget {
  const { value, low, high } = targetView(target);
  if (value !== null) return { value };
  return low === null || high === null ? null : { low, high };
}
