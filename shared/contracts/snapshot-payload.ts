import { z } from "zod";
import { overviewViewSchema } from "./insight.ts";
import { kpiViewSchema } from "./kpi-view.ts";
import { codeSchema, monthSchema, unitRefSchema } from "./primitives.ts";

/** The name and version of what a snapshot holds; an older version stays readable for ever. */
export const SNAPSHOT_FORMAT = "plumbline-snapshot/1";

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
  overview: overviewViewSchema,
  kpis: z.array(
    kpiViewSchema
      .pick({ kpi: true, points: true, segments: true, definition: true, notes: true })
      .extend({ kpi: codeSchema }),
  ),
});
export type SnapshotPayload = z.infer<typeof snapshotPayloadSchema>;
