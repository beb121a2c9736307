import { z } from "zod";
import {
  asOfSchema,
  assuranceIconSchema,
  codeSchema,
  coverageSchema,
  dateSchema,
  directionSchema,
  figureSchema,
  monthSchema,
  outlookSchema,
  pointTypeSchema,
  shownSchema,
  statusSchema,
  targetSchema,
  unitRefSchema,
  varianceSchema,
  variationIconSchema,
  variationSchema,
} from "./primitives.ts";

/** What is asked of every insight view: unit and period default to the reader's first unit and the newest due month. */
const scope = {
  unit: codeSchema.optional(),
  period: monthSchema.optional(),
  asOf: asOfSchema.optional(),
};
export const overviewInput = z.object(scope);
export const kpiInput = z.object({
  ...scope,
  kpi: codeSchema,
  from: monthSchema.optional(),
  to: monthSchema.optional(),
  chart: z.enum(["auto", "xmr"]).optional(),
  ruleSet: z.enum(["plumbline-1", "ptd-0.2.2"]).optional(),
});
export const kpiUnitsInput = z.object({
  ...scope,
  kpi: codeSchema,
  months: z.number().int().min(1).max(36).optional(),
});

/** A small chart without axes: plain points, all arrays of one length, oldest first. */
export const sparkSchema = z.object({
  months: z.array(monthSchema),
  values: z.array(z.number().nullable()),
  marks: z.array(pointTypeSchema.nullable()),
  targets: z.array(z.number().nullable()),
  /** Usual range of the newest phase; null where there are no limits. */
  low: z.number().nullable(),
  high: z.number().nullable(),
  excluded: z.array(z.boolean()),
});
export type SparkView = z.infer<typeof sparkSchema>;

/** A plan as the cards show it. `state` is judged on the day of the answer. */
export const planSchema = z.object({
  code: z.string(),
  title: z.string(),
  state: z.enum(["planned", "started", "done", "effective", "not_effective", "dropped"]),
  late: z.boolean(),
  due: dateSchema.nullable(),
  progress: z.number(),
  owner: z.string().nullable(),
  /** "Plan overdue 12 days", "Plan on time, 60 % done". */
  sentence: z.string(),
});
export type PlanView = z.infer<typeof planSchema>;

/** The words of a verdict, the same on every surface (shared/text/verdict.ts makes them). */
export const verdictSchema = z.object({
  variation: variationSchema,
  variationWord: shownSchema,
  outlook: outlookSchema.nullable(),
  outlookWord: shownSchema,
  sentence: z.string(),
  advice: z.string(),
  needsDecision: z.boolean(),
  reason: z.enum(["worsening", "will_miss", "off_without_plan", "off_with_late_plan"]).nullable(),
});

const yearEnd = z
  .object({
    median: z.number(),
    low80: z.number(),
    high80: z.number(),
    probability: z.number(),
    sentence: z.string(),
  })
  .nullable();

export const overviewKpiSchema = z.object({
  kpi: codeSchema,
  name: z.string(),
  unitOfMeasure: z.string(),
  decimals: z.number().int(),
  direction: directionSchema,
  owner: z.string().nullable(),
  objective: codeSchema.nullable(),
  /** The KPI's own newest period up to the asked one (a quarterly KPI shows its last quarter). */
  period: monthSchema,
  figure: figureSchema,
  shown: shownSchema,
  target: targetSchema.nullable(),
  variance: varianceSchema.nullable(),
  status: statusSchema,
  statusWord: shownSchema,
  coverage: coverageSchema,
  /** Units that owe a result, by name, at most three, and how many more. */
  missing: z.object({ units: z.array(unitRefSchema), more: z.number().int() }),
  ytd: z.object({
    figure: figureSchema,
    shown: shownSchema,
    target: targetSchema.nullable(),
    status: statusSchema,
    coverage: coverageSchema,
    months: z.number().int(),
  }),
  /** The same months of last year. */
  lastYear: z.object({ figure: figureSchema, shown: shownSchema, months: z.number().int() }),
  verdict: verdictSchema,
  variationIcon: variationIconSchema.nullable(),
  assuranceIcon: assuranceIconSchema.nullable(),
  yearEnd,
  plan: planSchema.nullable(),
  spark: sparkSchema,
});
export type OverviewKpi = z.infer<typeof overviewKpiSchema>;

export const overviewViewSchema = z.object({
  unit: unitRefSchema,
  /** From the root to the unit. */
  path: z.array(unitRefSchema),
  period: monthSchema,
  fiscalYear: z.number().int(),
  /** 1 to 12. */
  fiscalMonth: z.number().int(),
  asOf: z.iso.datetime().nullable(),
  /** The newest instant that the figures know of. */
  dataAsOf: z.iso.datetime(),
  pastDue: z.boolean(),
  headline: z.string(),
  subline: z.string(),
  /** Codes of the KPIs that need a decision, most urgent first. */
  decisions: z.array(codeSchema),
  /** Objectives (or themes, or "All KPIs") in order, each with its KPIs' codes. */
  groups: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      kind: z.enum(["objective", "theme", "none"]),
      /** "3 of 4 KPIs on target". */
      sentence: z.string(),
      worst: statusSchema.nullable(),
      kpis: z.array(codeSchema),
    }),
  ),
  kpis: z.array(overviewKpiSchema),
});
export type OverviewView = z.infer<typeof overviewViewSchema>;

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
  yearEnd,
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
