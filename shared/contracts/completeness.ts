import { z } from "zod";
import { monthSchema, shownSchema, unitRefSchema } from "./primitives.ts";

/** How a unit's month stands: `none` where it owes nothing, `open` while the due day has not passed. */
export const COMPLETENESS = ["none", "open", "on_time", "late", "missing"] as const;

export const boardViewSchema = z.object({
  headline: z.string(),
  months: z.array(monthSchema),
  units: z.array(
    z.object({
      unit: unitRefSchema,
      depth: z.number().int(),
      cells: z.array(
        z.object({
          month: monthSchema,
          state: z.enum(COMPLETENESS),
          due: z.number().int(),
          reported: z.number().int(),
          late: z.number().int(),
          /** "11 of 12, 2 late". */
          word: shownSchema,
        }),
      ),
    }),
  ),
});
export type BoardView = z.infer<typeof boardViewSchema>;
