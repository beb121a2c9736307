import { z } from "zod";
import { scopeShape } from "./insight.ts";
import { codeSchema, monthSchema, shownSchema, targetSchema } from "./primitives.ts";

/** A month that is still to come, with the interval that holds 80 % of the outcomes. */
export const forecastPointSchema = z.object({
  period: monthSchema,
  median: z.number(),
  low80: z.number(),
  high80: z.number(),
  shown: shownSchema,
  /** "80 % range 4.4–5.4". */
  range: z.string(),
});
export type ForecastPoint = z.infer<typeof forecastPointSchema>;

/** The open months behind a year's end, and what they would have to be. */
export const kpiForecastSchema = z.object({
  /** Months after the newest that the page shows. */
  points: z.array(forecastPointSchema.extend({ target: targetSchema.nullable(), variance: z.number().nullable() })),
  /** "Forecast 4.9" and "80 %: 4.4–5.4", of the last month. */
  label: z.string(),
  rangeLabel: z.string(),
  /** Past months of the year that nobody can count, drawn like those to come. */
  uncounted: z.array(monthSchema),
  /** The value still required of each month to come; null where none is. Both ends for a band. */
  required: z
    .object({
      months: z.number().int(),
      atLeast: z.number().nullable(),
      atMost: z.number().nullable(),
      isPossible: z.boolean(),
      sentence: z.string(),
    })
    .nullable(),
  /** The level that the months to come are expected to have on average; null where no what-if can be asked. */
  expectedLevel: z.number().nullable(),
});
export type KpiForecastView = z.infer<typeof kpiForecastSchema>;

export const whatIfInput = z.object({
  ...scopeShape,
  kpi: codeSchema,
  /** `level`: what the months to come are on average. `shift`: by how much they differ from what is expected. */
  kind: z.enum(["level", "shift"]),
  amount: z.number(),
});

/** The year's end if the months to come were otherwise, on the same simulated paths. */
export const whatIfSchema = z.object({
  median: z.number(),
  low80: z.number(),
  high80: z.number(),
  probability: z.number().nullable(),
  shown: z.object({ median: shownSchema, range80: shownSchema, chance: shownSchema }),
  sentence: z.string(),
});
export type WhatIfView = z.infer<typeof whatIfSchema>;
