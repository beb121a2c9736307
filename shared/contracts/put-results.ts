import { z } from "zod";
import { decimalSettingSchema } from "./imports.ts";
import { codeSchema, monthSchema } from "./primitives.ts";

/** A JSON number, or a text together with `decimal`; `n/a` says that the KPI does not apply. */
const amountSchema = z
  .union([z.number(), z.string().max(100)])
  .nullable()
  .optional();

export const putResultsInput = z.object({
  results: z
    .array(
      z.object({
        unit: codeSchema,
        kpi: codeSchema,
        period: monthSchema,
        value: amountSchema,
        numerator: amountSchema,
        denominator: amountSchema,
        comment: z.string().max(4000).nullable().optional(),
        /** The newest revision that the sender knows; 0 for none. */
        expectedRevision: z.number().int().min(0).optional(),
      }),
    )
    .min(1)
    .max(50_000),
  /** How numbers in texts are written. */
  decimal: decimalSettingSchema.optional(),
});
export type PutResultsInput = z.infer<typeof putResultsInput>;
