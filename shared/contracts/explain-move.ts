import { z } from "zod";
import { scopeShape } from "./insight.ts";
import { codeSchema, directionSchema, figureSchema, monthSchema, shownSchema, unitRefSchema } from "./primitives.ts";

/** What a period is compared with: the period before, the same a year ago, the year to date with last year's, a month. */
const againstSchema = z.union([z.enum(["previous", "year", "ytd"]), monthSchema]);
export type Against = z.infer<typeof againstSchema>;

/** `parts` are the direct children; `reporting` all units below that have none. */
export const explainInput = z.object({
  ...scopeShape,
  kpi: codeSchema,
  against: againstSchema.optional(),
  level: z.enum(["parts", "reporting"]).optional(),
});

const effectSchema = z.object({ value: z.number(), shown: shownSchema });
const sideSchema = z.object({ figure: figureSchema, shown: shownSchema });

const partMoveSchema = z.object({
  /** Null for what belongs to none of the parts named: the unit's own results, or units since moved. */
  unit: unitRefSchema.nullable(),
  name: z.string(),
  hasParts: z.boolean(),
  presence: z.enum(["both", "joined", "left"]),
  before: sideSchema,
  after: sideSchema,
  /** Share of the whole, 0 to 1; null where parts are not weighed. */
  shareBefore: z.number().nullable(),
  shareAfter: z.number().nullable(),
  rate: effectSchema,
  mix: effectSchema,
  total: effectSchema,
  /** Whether it moved the whole to its better side; null where no side is better. */
  favourable: z.boolean().nullable(),
});
export type PartMoveView = z.infer<typeof partMoveSchema>;

export const explainViewSchema = z.object({
  kpi: codeSchema,
  name: z.string(),
  unitOfMeasure: z.string(),
  decimals: z.number().int(),
  direction: directionSchema,
  unit: unitRefSchema,
  level: z.enum(["parts", "reporting"]),
  /** First and last month of each side. */
  from: z.object({ first: monthSchema, last: monthSchema }),
  to: z.object({ first: monthSchema, last: monthSchema }),
  /** Pairs of months that both sides report, of those asked for. */
  months: z.number().int(),
  ofMonths: z.number().int(),
  before: sideSchema,
  after: sideSchema,
  /** Null where the change cannot be split; `sentence` then says why. */
  change: effectSchema.nullable(),
  rate: effectSchema.nullable(),
  mix: effectSchema.nullable(),
  /** Whether the rule weighs parts, so that a change of shares has an effect of its own. */
  hasMix: z.boolean(),
  /** The largest effect first. */
  parts: z.array(partMoveSchema),
  sentence: z.string(),
  /** Where the whole and all its parts move in opposite directions. */
  warning: z.string().nullable(),
  /** Where the change may be chance. */
  note: z.string().nullable(),
});
export type ExplainView = z.infer<typeof explainViewSchema>;
