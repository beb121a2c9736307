import { z } from "zod";
import { asOfSchema, codeSchema, monthSchema } from "./primitives.ts";

export const definitionVersionsInput = z.object({ unit: codeSchema, kpi: codeSchema, asOf: asOfSchema.optional() });

export const definitionVersionsSchema = z.object({
  /** The newest first. */
  versions: z.array(
    z.object({
      version: z.number().int(),
      /** Null for the first, which is valid always. */
      from: monthSchema.nullable(),
      name: z.string(),
      formula: z.string(),
      /** Results before can't be compared with those since: limits begin anew. */
      isBreak: z.boolean(),
      changes: z.array(z.object({ label: z.string(), before: z.string(), after: z.string() })),
    }),
  ),
});
