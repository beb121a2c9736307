import { z } from "zod";
import { codeSchema, monthSchema, shownSchema, statusSchema, unitRefSchema } from "./primitives.ts";

/** A month of a KPI: what came, what is forecast, or nothing (no period of the KPI ends in it). */
const bowlerCellSchema = z.object({
  month: monthSchema,
  kind: z.enum(["actual", "forecast", "none"]),
  shown: shownSchema,
  /** "≤ 4.0"; null where there is none. */
  target: z.string().nullable(),
  status: statusSchema.nullable(),
  statusWord: shownSchema,
});
export type BowlerCell = z.infer<typeof bowlerCellSchema>;

/** The fiscal year of a period, month by month: plan, actual and status of every KPI of a unit, and the year to date. */
export const bowlerViewSchema = z.object({
  unit: unitRefSchema,
  period: monthSchema,
  fiscalYear: z.number().int(),
  months: z.array(monthSchema),
  rows: z.array(z.object({ kpi: codeSchema, cells: z.array(bowlerCellSchema) })),
});
export type BowlerView = z.infer<typeof bowlerViewSchema>;
