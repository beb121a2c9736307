import { evaluateNumbers } from "../derived-numbers.ts";
import { codesOf, type Expression, parseExpression } from "../expression.ts";
import type { Direction, TimeRule } from "../kpi-definition.ts";
import type { Month } from "../month.ts";
import type { HistoryKind } from "./forecast-paths.ts";
import { at } from "./numerics.ts";
import { type RequiredValue, requiredValue } from "./required-value.ts";
import { type Aims, isReached, type MonthTarget, shareReached } from "./year-chance.ts";
import { openMonths, type SimulatedYear, simulateYear, type WhatIf, type YearCourse } from "./year-course.ts";
import { aimsOf, chanceOf, type Spread, spreadOf } from "./year-end.ts";
import { yearFigure } from "./year-figure.ts";

/** A KPI's year: its own months in order, or an expression over the years of others. Plain values, fit to be sent and hashed. */
export type YearNode =
  | {
      readonly kind: "own";
      readonly course: YearCourse;
      /** One for each slot of the course. */
      readonly months: readonly Month[];
      readonly timeRule: TimeRule;
    }
  | { readonly kind: "derived"; readonly expression: string; readonly inputs: Readonly<Record<string, YearNode>> };

export type YearQuestion = {
  readonly node: YearNode;
  readonly direction: Direction;
  readonly decimals: number;
  /** One for each month of the node; of a derived KPI the year's own. */
  readonly targets: readonly MonthTarget[];
};

/** A question, as it stands or with a what-if. */
export type ForecastAsked = { readonly question: YearQuestion; readonly whatIf?: WhatIf | null };

/** What may become of one month that is not known. */
export type MonthForecast = {
  readonly month: Month;
  /** Past months that nobody can count are drawn like those to come. */
  readonly isPast: boolean;
  readonly median: number;
  readonly low80: number;
  readonly high80: number;
};

export type YearForecast = Spread & {
  readonly target: MonthTarget;
  /** Exactly 0 or 1 only once it is settled; null where nothing can be reached. */
  readonly probability: number | null;
  /** In each month still to come; null where none is, or it no longer matters. */
  readonly required: RequiredValue | null;
  readonly months: readonly MonthForecast[];
  readonly method: string;
  readonly history: HistoryKind;
  readonly historyMonths: number;
};

/** The year as it may end; null where there is too little history. The same question gives the same answer. */
export function forecastYear({ question, whatIf = null }: ForecastAsked): YearForecast | null {
  const { node, ...asked } = question;
  const year = node.kind === "own" ? ownYear({ ...node, course: { ...node.course, whatIf } }) : derivedYear(node);
  if (year === null) return null;
  const judged = node.kind === "own" ? judgedOwn({ ...asked, node, year }) : judgedDerived({ ...asked, year });
  const { source, figures, months, historyMonths } = year;
  const spread = spreadOf(figures);
  if (!Number.isFinite(spread.median)) return null;
  return {
    ...spread,
    ...judged,
    months: months.map(monthForecast),
    method: source.method,
    history: source.history,
    historyMonths,
  };
}

type OpenMonth = { readonly month: Month; readonly isPast: boolean; readonly values: readonly number[] };

/** Figures and open months, path by path. */
type Outcomes = {
  readonly figures: readonly number[];
  readonly months: readonly OpenMonth[];
  readonly source: SimulatedYear["source"];
  readonly historyMonths: number;
  readonly simulated: SimulatedYear | null;
};

type OwnNode = Extract<YearNode, { kind: "own" }>;

function ownYear({ course, months, timeRule }: OwnNode): Outcomes | null {
  const simulated = simulateYear(course);
  if (simulated === null) return null;
  return {
    simulated,
    source: simulated.source,
    historyMonths: course.history.filter(({ value }) => value !== null).length,
    figures: simulated.paths.map((path) => yearFigure(path, timeRule)),
    months: course.slots.flatMap((slot, i) => {
      if (slot.kind === "known") return [];
      const values = simulated.paths.map((path) => at(path.values, i));
      return [{ month: at(months, i), isPast: slot.kind === "gap", values }];
    }),
  };
}

function yearOf(node: YearNode): Outcomes | null {
  return node.kind === "own" ? ownYear(node) : derivedYear(node);
}

/** The expression over its inputs' paths: those of one number draw the same months of the past, so that they hang together. */
function derivedYear({ expression, inputs }: Extract<YearNode, { kind: "derived" }>): Outcomes | null {
  const parsed = parseExpression(expression);
  if (parsed.kind === "fault") return null;
  const years = new Map<string, Outcomes>();
  for (const code of codesOf(parsed.expression)) {
    const input = inputs[code];
    const year = input === undefined ? null : yearOf(input);
    if (year === null) return null;
    years.set(code, year);
  }
  const all = [...years.values()];
  const [first] = all;
  if (first === undefined) return null;
  const months = first.months.filter(({ month }) =>
    all.every((year) => year.months.some((own) => own.month === month)),
  );
  return {
    simulated: null,
    source: first.source,
    historyMonths: Math.min(...all.map(({ historyMonths }) => historyMonths)),
    figures: combined(parsed.expression, years, ({ figures }) => figures).filter(Number.isFinite),
    months: months.map(({ month, isPast }) => ({
      ...{ month, isPast },
      values: combined(
        parsed.expression,
        years,
        (year) => year.months.find((own) => own.month === month)?.values ?? [],
      ),
    })),
  };
}

/** The expression path by path; a list of one is the same on every path. */
function combined(
  expression: Expression,
  years: ReadonlyMap<string, Outcomes>,
  pick: (year: Outcomes) => readonly number[],
): number[] {
  const lists = [...years].map(([code, year]) => ({ code, list: pick(year) }));
  const count = Math.max(...lists.map(({ list }) => list.length));
  return Array.from({ length: count }, (_, i) =>
    evaluateNumbers(expression, new Map(lists.map(({ code, list }) => [code, list[i % list.length] ?? Number.NaN]))),
  );
}

type Judged = Pick<YearForecast, "target" | "probability" | "required">;
type Asked = Omit<YearQuestion, "node">;

const NOTHING_TO_REACH: Judged = { target: null, probability: null, required: null };

function judgedOwn({ node, year, targets, ...judging }: Asked & { node: OwnNode; year: Outcomes }): Judged {
  const aims = year.simulated === null ? null : aimsOf(year.simulated, targets, node.timeRule);
  if (aims === null || year.simulated === null) return NOTHING_TO_REACH;
  const { slots, bounds } = node.course;
  const standing = { ...judging, slots, bounds, timeRule: node.timeRule };
  const target = targetOf(aims, targets);
  return {
    target,
    probability: chanceOf(standing, year.figures, aims),
    required: requiredValue({ ...standing, target, simulated: year.simulated }),
  };
}

function targetOf({ low, high }: Aims, targets: readonly MonthTarget[]): NonNullable<MonthTarget> {
  const isBand = targets.some((target) => target !== null && "low" in target);
  const least = middleOf(low);
  return isBand ? { low: least, high: middleOf(high) } : { value: least };
}

function middleOf(values: readonly number[]): number {
  return values.every((value) => value === values[0]) ? at(values, 0) : spreadOf(values).median;
}

function judgedDerived({ year, targets, ...judging }: Asked & { year: Outcomes }): Judged {
  const target = targets[0] ?? null;
  if (target === null || judging.direction === "neutral") return { ...NOTHING_TO_REACH, target };
  const aim = "low" in target ? target : { low: target.value, high: target.value };
  const { figures } = year;
  if (figures.length === 1) {
    return { target, probability: isReached(at(figures, 0), aim, judging) ? 1 : 0, required: null };
  }
  const aims = { low: figures.map(() => aim.low), high: figures.map(() => aim.high) };
  return { target, probability: shareReached(figures, aims, judging), required: null };
}

function monthForecast({ month, isPast, values }: OpenMonth): MonthForecast {
  const { median, low80, high80 } = spreadOf(values.filter(Number.isFinite));
  return { month, isPast, median, low80, high80 };
}

/** Whether a what-if has something to move: months of the KPI's own that are still to come. */
export function hasMonthsToCome({ node }: Pick<YearQuestion, "node">): boolean {
  return node.kind === "own" && openMonths(node.course) > 0 && node.course.slots.some(({ kind }) => kind === "open");
}
