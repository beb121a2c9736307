import { z } from "zod";
import { codeSchema, monthSchema, shownSchema, unitRefSchema } from "./primitives.ts";

const amount = z.number().nullable();

export const deviationsInput = z.object({ unit: codeSchema });

export const deviationsViewSchema = z.object({
  headline: z.string(),
  mayAccept: z.boolean(),
  deviations: z.array(
    z.object({
      kpi: codeSchema,
      name: z.string(),
      unit: unitRefSchema,
      from: monthSchema,
      /** The last month in which it counts; the real target counts again after it. */
      until: monthSchema,
      target: shownSchema,
      reason: z.string(),
      state: z.enum(["to_come", "in_force", "ended"]),
      mayWithdraw: z.boolean(),
    }),
  ),
});
export type DeviationsView = z.infer<typeof deviationsViewSchema>;

export const acceptDeviationInput = z.object({
  kpi: codeSchema,
  unit: codeSchema,
  from: monthSchema,
  until: monthSchema,
  value: amount,
  low: amount,
  high: amount,
  reason: z.string().trim().min(1).max(2000),
});
export const withdrawDeviationInput = z.object({
  kpi: codeSchema,
  unit: codeSchema,
  from: monthSchema,
  reason: z.string().trim().min(1).max(2000),
});
export const deviationAnswerSchema = z.object({ sentence: z.string() });
