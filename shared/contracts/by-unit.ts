import { z } from "zod";
import { scopeShape, sparkSchema } from "./insight.ts";
import {
  codeSchema,
  coverageSchema,
  directionSchema,
  monthSchema,
  shownSchema,
  statusSchema,
  unitRefSchema,
  variationIconSchema,
  variationSchema,
} from "./primitives.ts";

/** `parts` are the direct children; `reporting` all units below that have none. */
export const byUnitInput = z.object({
  ...scopeShape,
  kpi: codeSchema,
  months: z.number().int().min(1).max(36).optional(),
  level: z.enum(["parts", "reporting"]).optional(),
});

const unitSeriesSchema = z.object({
  unit: unitRefSchema,
  /** The unit that it is a part of, by name. */
  parent: z.string(),
  hasParts: z.boolean(),
  /** Of each month, oldest first; all arrays as long as `months`. */
  values: z.array(z.number().nullable()),
  shown: z.array(shownSchema),
  statuses: z.array(statusSchema),
  coverage: coverageSchema,
  variation: variationSchema,
  variationWord: shownSchema,
  variationIcon: variationIconSchema.nullable(),
  outlookWord: shownSchema,
  /** The same months as a small chart with the unit's own usual range; null where it has no period yet. */
  spark: sparkSchema.nullable(),
});
export type UnitSeries = z.infer<typeof unitSeriesSchema>;

const funnelLimits = { lower95: z.number(), upper95: z.number(), lower998: z.number(), upper998: z.number() };

const funnelViewSchema = z.object({
  centre: z.number(),
  centreShown: shownSchema,
  /** How many times more units differ than chance alone lets them. */
  overdispersion: z.number(),
  isAdjusted: z.boolean(),
  points: z.array(
    z.object({
      unit: unitRefSchema,
      denominator: z.number(),
      value: z.number(),
      shown: shownSchema,
      ...funnelLimits,
      rangeShown: shownSchema,
      /** Beyond the 99.8 % limits, and on which side of good. */
      outside: z.enum(["no", "better", "worse", "other"]),
    }),
  ),
  /** Limits along the axis of denominators. */
  curve: z.array(z.object({ denominator: z.number(), ...funnelLimits })),
  sentence: z.string(),
});
export type FunnelView = z.infer<typeof funnelViewSchema>;

export const byUnitViewSchema = z.object({
  kpi: codeSchema,
  name: z.string(),
  unitOfMeasure: z.string(),
  decimals: z.number().int(),
  direction: directionSchema,
  denominatorLabel: z.string(),
  unit: unitRefSchema,
  path: z.array(unitRefSchema),
  period: monthSchema,
  level: z.enum(["parts", "reporting"]),
  months: z.array(monthSchema),
  units: z.array(unitSeriesSchema),
  /** Coverage of the whole in the period, and who owes a result of it. */
  coverage: coverageSchema,
  missing: z.array(z.object({ unit: unitRefSchema, coverage: coverageSchema })),
  /** One scale for the charts of all units. */
  scale: z.object({ low: z.number(), high: z.number() }),
  funnel: funnelViewSchema.nullable(),
  /** Why there is no funnel; null where there is one. */
  noFunnel: z.string().nullable(),
});
export type ByUnitView = z.infer<typeof byUnitViewSchema>;
