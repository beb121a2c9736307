import { z } from "zod";
import { forecastPointSchema } from "./forecasts.ts";
import { overviewViewSchema, planSchema } from "./insight.ts";
import { kpiViewSchema } from "./kpi-view.ts";
import { codeSchema, coverageSchema, dateSchema, directionSchema, monthSchema, unitRefSchema } from "./primitives.ts";

/** The name and version of what a snapshot holds; an older version stays readable for ever. */
export const SNAPSHOT_FORMAT = "plumbline-snapshot/1";

/** By which rules a KPI's figures come from its units' results: what a spreadsheet needs to compute them again. */
const rulesSchema = z.object({
  input: z.enum(["value", "ratio", "derived"]),
  multiplier: z.number(),
  orgRule: z.enum(["ratio", "sum", "mean", "min", "max", "none"]),
  timeRule: z.string(),
  frequency: z.string(),
  expression: z.string().nullable(),
});

const frozenKpiSchema = kpiViewSchema
  .pick({ kpi: true, points: true, segments: true, definition: true, notes: true, headline: true, title: true })
  .extend({
    ...kpiViewSchema.pick({ since: true, changedIn: true, plans: true, thread: true, answers: true }).shape,
    kpi: codeSchema,
    direction: directionSchema,
    rules: rulesSchema,
    /** What the limits were made by; absent in snapshots from before there was a choice: single values (XmR). */
    chart: z.string().optional(),
    ruleSet: z.string().optional(),
    /** The months of the fiscal year that are still to come; empty where nothing is forecast. */
    forecast: z.array(forecastPointSchema),
  });
export type FrozenKpi = z.infer<typeof frozenKpiSchema>;

const frozenActionSchema = planSchema.extend({
  kind: z.string(),
  unit: codeSchema,
  kpi: codeSchema.nullable(),
  objective: codeSchema.nullable(),
  cause: z.string(),
  resources: z.string(),
  verification: z.string().nullable(),
});
export type FrozenAction = z.infer<typeof frozenActionSchema>;

const frozenDecisionSchema = z.object({
  code: z.string(),
  kind: z.string(),
  unit: codeSchema,
  kpi: codeSchema.nullable(),
  text: z.string(),
  options: z.string(),
  rationale: z.string(),
  owner: z.string().nullable(),
  decidedOn: dateSchema,
  reviewOn: dateSchema.nullable(),
});

/** One report of one unit: period, value ("n/a" where none applies), numerator, denominator, comment, who, when. */
const reportSchema = z.tuple([
  monthSchema,
  z.union([z.number(), z.literal("n/a"), z.null()]),
  z.number().nullable(),
  z.number().nullable(),
  z.string().nullable(),
  z.string().nullable(),
  z.iso.datetime(),
]);

/** The counting results of the fiscal year so far, by KPI and reporting unit. */
const frozenResultsSchema = z.object({ kpi: codeSchema, unit: codeSchema, reports: z.array(reportSchema) });
export type FrozenResults = z.infer<typeof frozenResultsSchema>;

/** What is frozen: codes in place of people's names, and everything that pages and files are made of. */
export const snapshotPayloadSchema = z.object({
  format: z.literal(SNAPSHOT_FORMAT),
  organisation: z.object({
    name: z.string(),
    locale: z.string(),
    timeZone: z.string(),
    fiscalYearStart: z.number().int(),
    minimumCoverage: z.number(),
  }),
  unit: unitRefSchema,
  period: monthSchema,
  fiscalYear: z.number().int(),
  asOf: z.iso.datetime(),
  ruleSet: z.string(),
  /** Units of the period that reported all they owed, of those that owe anything; and results the same. */
  coverage: z.object({ units: coverageSchema, results: coverageSchema }),
  overview: overviewViewSchema,
  kpis: z.array(frozenKpiSchema),
  strategies: z.array(z.object({ code: codeSchema, name: z.string(), years: z.string(), statement: z.string() })),
  themes: z.array(z.object({ code: codeSchema, name: z.string(), strategy: codeSchema, longTermGoal: z.string() })),
  objectives: z.array(
    z.object({
      code: codeSchema,
      statement: z.string(),
      theme: codeSchema,
      unit: codeSchema,
      owner: z.string().nullable(),
      kpis: z.array(codeSchema),
    }),
  ),
  actions: z.array(frozenActionSchema),
  decisions: z.array(frozenDecisionSchema),
  results: z.array(frozenResultsSchema),
});
export type SnapshotPayload = z.infer<typeof snapshotPayloadSchema>;
