import { z } from "zod";
import { scopeShape } from "./insight.ts";
import { asOfSchema, codeSchema, monthSchema, shownSchema } from "./primitives.ts";

export const correctionsInput = z.object({ ...scopeShape, asOf: asOfSchema, kpi: codeSchema.optional() });

export const correctionsSchema = z.object({
  /** Figures that were known then and read otherwise now, the newest month first. */
  corrections: z.array(
    z.object({ kpi: codeSchema, name: z.string(), month: monthSchema, before: shownSchema, after: shownSchema }),
  ),
  /** Figures that were not known then and are now. */
  reportedSince: z.number().int(),
});
export type Corrections = z.infer<typeof correctionsSchema>;
