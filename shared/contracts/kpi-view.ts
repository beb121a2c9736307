import { z } from "zod";
import { ANALYSIS_CHARTS, ASKED_CHARTS } from "../domain/statistics/chart-kind.ts";
import { EFFECT_VERDICTS } from "../domain/statistics/effect-of-action.ts";
import { RULE_SET_NAMES } from "../domain/statistics/rule-set.ts";
import { kpiForecastSchema } from "./forecasts.ts";
import { overviewKpiSchema, planSchema, scopeShape, verdictSchema, yearEndSchema } from "./insight.ts";
import {
  assuranceIconSchema,
  codeSchema,
  coverageSchema,
  directionSchema,
  figureSchema,
  monthSchema,
  pointTypeSchema,
  shownSchema,
  statusSchema,
  targetSchema,
  unitRefSchema,
  varianceSchema,
  variationIconSchema,
} from "./primitives.ts";

export const kpiInput = z.object({
  ...scopeShape,
  kpi: codeSchema,
  from: monthSchema.optional(),
  to: monthSchema.optional(),
  /** The chart that is drawn; words and icons stay those of the KPI's own. */
  chart: z.enum(ASKED_CHARTS).optional(),
  ruleSet: z.enum(RULE_SET_NAMES).optional(),
});
export const kpiUnitsInput = z.object({
  ...scopeShape,
  kpi: codeSchema,
  months: z.number().int().min(1).max(36).optional(),
});

export const kpiPointSchema = z.object({
  period: monthSchema,
  figure: figureSchema,
  shown: shownSchema,
  target: targetSchema.nullable(),
  variance: varianceSchema.nullable(),
  status: statusSchema,
  statusWord: shownSchema,
  coverage: coverageSchema,
  excluded: z.boolean(),
  /** Limits of the point's own phase; null where there are none. */
  mean: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** What the chart draws where that is not the figure (a g chart: exposure since the event before); null for no point. */
  plotted: z.number().nullable().optional(),
  plottedShown: shownSchema.optional(),
  pointType: pointTypeSchema.nullable(),
  specialCause: z.string().nullable(),
  rules: z.array(z.string()),
  lastYear: z.number().nullable(),
  /** Restated after lock: the figure before. */
  restatedFrom: shownSchema.nullable(),
  /** "Aug 2026, 5.0, worse than usual, 7th in a row": what a reader hears. */
  spoken: z.string(),
});
export type KpiPoint = z.infer<typeof kpiPointSchema>;

export const kpiSegmentSchema = z.object({
  firstPeriod: monthSchema,
  lastPeriod: monthSchema,
  n: z.number().int(),
  mean: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  trial: z.boolean(),
  /** "Usual range 3.8–4.6", "Trial limits 3.8–4.6", or why there are none. */
  label: z.string(),
  /** Why limits begin anew here; null for the first. */
  reason: z.string().nullable(),
});

/** One of the three questions: the answer in a few words, then the facts. */
const answer = z.object({
  question: z.string(),
  answer: z.string(),
  detail: z.string(),
  tone: z.enum(["good", "bad", "watch", "plain"]),
});

export const kpiViewSchema = z.object({
  kpi: codeSchema,
  name: z.string(),
  unit: unitRefSchema,
  path: z.array(unitRefSchema),
  children: z.array(unitRefSchema),
  period: monthSchema,
  fiscalYear: z.number().int(),
  asOf: z.iso.datetime().nullable(),
  unitOfMeasure: z.string(),
  decimals: z.number().int(),
  direction: directionSchema,
  input: z.enum(["value", "ratio", "derived"]),
  numeratorLabel: z.string(),
  denominatorLabel: z.string(),
  ruleSet: z.string(),
  chart: z.string(),
  /** Why this chart: one sentence. */
  chartReason: z.string(),
  chartName: z.string(),
  /** What the scale counts where that is not the unit of measure; null where it is. */
  chartUnit: z.string().nullable(),
  /** What may be chosen in its place, the KPI's own among them. */
  charts: z.array(z.object({ chart: z.enum(ANALYSIS_CHARTS), name: z.string() })),
  /** Null for a KPI that is not monthly, and for fewer than two years. */
  season: z
    .object({
      strength: z.number(),
      seasonal: z.boolean(),
      months: z.number().int(),
      sentence: z.string(),
      title: z.string(),
      /** The same months without their season; empty where there is none. */
      points: z.array(kpiPointSchema),
      segments: z.array(kpiSegmentSchema),
    })
    .nullable(),
  /** The message: at most 15 words, may judge. */
  headline: z.string(),
  /** Measure with unit of measure, who, when, scenarios: never judges. */
  title: z.string(),
  answers: z.object({ onTarget: answer, changed: answer, willMeet: answer }),
  verdict: verdictSchema,
  status: statusSchema,
  statusWord: shownSchema,
  variationIcon: variationIconSchema.nullable(),
  assuranceIcon: assuranceIconSchema.nullable(),
  yearEnd: yearEndSchema,
  forecast: kpiForecastSchema.nullable(),
  /** First month of the run behind the verdict, and the estimated change point: never swapped. */
  since: monthSchema.nullable(),
  changedIn: monthSchema.nullable(),
  points: z.array(kpiPointSchema),
  segments: z.array(kpiSegmentSchema),
  /** Sentences a reader of the chart must know: autocorrelation, clipped axis, trial limits, excluded months. */
  notes: z.array(z.string()),
  annotations: z.array(
    z.object({
      id: z.string(),
      from: monthSchema,
      to: monthSchema,
      kind: z.enum(["note", "event", "process_change"]),
      text: z.string(),
      by: z.string().nullable(),
    }),
  ),
  /** Lettered flags on the axis. */
  plans: z.array(
    planSchema.extend({
      letter: z.string(),
      month: monthSchema.nullable(),
      cause: z.string(),
      verification: z.string().nullable(),
      /** What the data say of its promise on the day of the answer; null where nothing was promised or it has not begun. */
      proof: z
        .object({ verdict: z.enum(EFFECT_VERDICTS), word: z.string(), sentence: z.string() })
        .nullable()
        .optional(),
    }),
  ),
  thread: z.array(z.object({ kind: z.string(), name: z.string(), detail: z.string(), current: z.boolean() })),
  definition: z.array(z.object({ label: z.string(), text: z.string() })),
  definitions: z.array(
    z.object({ version: z.number().int(), from: monthSchema, name: z.string(), changed: z.string() }),
  ),
  quality: z.array(z.object({ label: z.string(), text: z.string() })),
  ytd: overviewKpiSchema.shape.ytd,
  rolling12: z.object({ figure: figureSchema, shown: shownSchema }),
  lastYear: overviewKpiSchema.shape.lastYear,
});
export type KpiView = z.infer<typeof kpiViewSchema>;

/** One KPI by unit: the direct children (or the reporting units below), months across. */
export const kpiUnitsViewSchema = z.object({
  kpi: codeSchema,
  name: z.string(),
  unitOfMeasure: z.string(),
  decimals: z.number().int(),
  direction: directionSchema,
  unit: unitRefSchema,
  path: z.array(unitRefSchema),
  period: monthSchema,
  months: z.array(monthSchema),
  units: z.array(
    z.object({
      unit: unitRefSchema,
      parent: codeSchema.nullable(),
      /** Has units of its own below that report. */
      hasParts: z.boolean(),
      figure: figureSchema,
      shown: shownSchema,
      target: targetSchema.nullable(),
      variance: varianceSchema.nullable(),
      status: statusSchema,
      statusWord: shownSchema,
      coverage: coverageSchema,
      /** What this unit adds to the whole's change since the month before: rate and mix effect, in the KPI's unit of measure. */
      contribution: z.object({ rate: z.number(), mix: z.number() }).nullable(),
      values: z.array(z.number().nullable()),
      statuses: z.array(statusSchema),
    }),
  ),
  total: z.object({
    figure: figureSchema,
    shown: shownSchema,
    change: z.number().nullable(),
    from: monthSchema.nullable(),
  }),
});
export type KpiUnitsView = z.infer<typeof kpiUnitsViewSchema>;
