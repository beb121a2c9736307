import { z } from "zod";
import { dateSchema } from "./primitives.ts";

export const FOUND_KINDS = ["kpi", "unit", "objective", "action", "decision", "person"] as const;

export const findInput = z.object({ query: z.string().trim().max(100) });

/** Something of the organisation that answers what was typed. `rank`: 0 for its very code, rising to any part of its name. */
const foundSchema = z.object({
  kind: z.enum(FOUND_KINDS),
  code: z.string(),
  name: z.string(),
  /** Where it stands: of a unit, of a year. */
  note: z.string(),
  /** Of a decision, the day it was taken. */
  on: dateSchema.nullable(),
  rank: z.number().int(),
});
export const findViewSchema = z.object({ found: z.array(foundSchema) });
export type FindView = z.infer<typeof findViewSchema>;
export type Found = FindView["found"][number];
