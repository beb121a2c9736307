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
export const scopeShape = {
  unit: codeSchema.optional(),
  period: monthSchema.optional(),
  asOf: asOfSchema.optional(),
};
export const overviewInput = z.object(scopeShape);
/** A small chart without axes: plain points, all arrays of one length, oldest first. */
export const sparkSchema = z.object({
  months: z.array(monthSchema),
  values: z.array(z.number().nullable()),
  marks: z.array(pointTypeSchema.nullable()),
  targets: z.array(z.number().nullable()),
  /** Usual range of the newest phase; null where there are no limits, or they are of what passes between rare events. */
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
  /** Asked for, never demanded. */
  asks: z.object({ cause: z.boolean(), plan: z.boolean() }),
});
export type VerdictView = z.infer<typeof verdictSchema>;

/** The year's figure: as it may end, or as it ended. Numbers unrounded; `shown` and `sentence` as people read them. */
export const yearEndSchema = z
  .object({
    fiscalYear: z.number().int(),
    /** The newest month that it was made from. */
    knownTo: monthSchema.nullable(),
    /** Whether every month of the year is known. */
    isOver: z.boolean(),
    median: z.number(),
    low80: z.number(),
    high80: z.number(),
    low95: z.number(),
    high95: z.number(),
    /** 0 to 1; exactly 0 or 1 only once it is settled. Null where there is nothing to reach. */
    probability: z.number().nullable(),
    target: targetSchema.nullable(),
    /** How it was made, how many months it was made from, and whether these are fewer than a year has. */
    method: z.string(),
    historyMonths: z.number().int(),
    littleHistory: z.boolean(),
    shown: z.object({ median: shownSchema, range80: shownSchema, range95: shownSchema, chance: shownSchema }),
    sentence: z.string(),
  })
  .nullable();
export type YearEndView = NonNullable<z.infer<typeof yearEndSchema>>;

/** Two figures side by side: what is held against what, as shown, and the difference. */
const comparedSchema = z.object({
  shown: shownSchema,
  base: shownSchema,
  /** Months on either side. */
  months: z.number().int(),
  variance: varianceSchema,
});
export type Compared = z.infer<typeof comparedSchema>;

export const overviewKpiSchema = z.object({
  kpi: codeSchema,
  name: z.string(),
  unitOfMeasure: z.string(),
  decimals: z.number().int(),
  direction: directionSchema,
  owner: z.string().nullable(),
  /** The owner's code where `owner` is a name: what filters and addresses hold. Absent in what is frozen. */
  ownerCode: z.string().nullable().optional(),
  objective: codeSchema.nullable(),
  /** The KPI's theme, else its objective's. Absent in older snapshots, as are the next ones marked optional. */
  theme: z.object({ code: codeSchema, name: z.string() }).nullable().optional(),
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
  /** The variance against what else may be compared with; null where there is nothing to compare. */
  compared: z.object({ py: comparedSchema.nullable(), fc: comparedSchema.nullable() }).optional(),
  verdict: verdictSchema,
  variationIcon: variationIconSchema.nullable(),
  assuranceIcon: assuranceIconSchema.nullable(),
  yearEnd: yearEndSchema,
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
