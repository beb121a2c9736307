import { z } from "zod";
import { codeSchema, monthSchema, shownSchema, unitRefSchema } from "./primitives.ts";
import { cellContentSchema } from "./results.ts";

export const monthInput = z.object({ unit: codeSchema, month: monthSchema });

/** Why something was done; kept with it for good. */
const reasonSchema = z.string().trim().max(2000);

export const monthStepInput = z.object({ unit: codeSchema, month: monthSchema, reason: reasonSchema.optional() });

const stepsSchema = z.object({ close: z.boolean(), reopen: z.boolean(), lock: z.boolean() });

/** One month of one unit, or of a unit with all below it. */
const stateShape = {
  /** `mixed`: not all units below are in the same state. */
  state: z.enum(["open", "closed", "locked", "mixed"]),
  /** "Closed for 3 of 8 units". */
  stateWord: shownSchema,
  /** Who said it last, and when; null where nothing was said. */
  by: z.string().nullable(),
  at: z.iso.datetime().nullable(),
  /** Submitted and not yet approved. */
  waiting: z.number().int(),
  /** What the reader may do that would change something. */
  may: stepsSchema,
};

export const monthsViewSchema = z.object({
  unit: unitRefSchema,
  month: monthSchema,
  headline: z.string(),
  approval: z.boolean(),
  /** The fiscal year's months that have begun, newest first, each for the unit and all below it. */
  months: z.array(z.object({ month: monthSchema, ...stateShape })),
  /** The chosen month, unit by unit in the order of the tree. */
  units: z.array(z.object({ unit: unitRefSchema, depth: z.number().int(), ...stateShape })),
});
export type MonthsView = z.infer<typeof monthsViewSchema>;

export const monthStepAnswerSchema = z.object({ changed: z.number().int(), sentence: z.string() });

export const waitingInput = z.object({ unit: codeSchema });

export const waitingSchema = z.object({
  kpi: codeSchema,
  name: z.string(),
  unit: unitRefSchema,
  month: monthSchema,
  /** The revision that waits. */
  revision: z.number().int(),
  restatement: z.boolean(),
  /** What counts until it is approved, and what would count then. */
  before: shownSchema,
  after: shownSchema,
  /** "276 / 1,800" of a ratio; null of a value. */
  beforeParts: shownSchema.nullable(),
  afterParts: shownSchema.nullable(),
  comment: z.string().nullable(),
  cause: z.string().nullable(),
  reason: z.string().nullable(),
  /** What was doubted of it, in words. */
  doubts: z.array(z.string()),
  by: z.string().nullable(),
  at: z.iso.datetime(),
  /** Why the reader may not approve it; null where they may. */
  obstacle: z.string().nullable(),
});
export type Waiting = z.infer<typeof waitingSchema>;

export const waitingViewSchema = z.object({ headline: z.string(), rows: z.array(waitingSchema) });

const oneResult = z.object({ unit: codeSchema, kpi: codeSchema, month: monthSchema, revision: z.number().int() });

export const decideInput = z.object({
  verdict: z.enum(["approve", "reject"]),
  /** A rejection says why. */
  reason: reasonSchema.optional(),
  results: z.array(oneResult).min(1).max(500),
});
export const decideAnswerSchema = z.object({
  decided: z.number().int(),
  sentence: z.string(),
  refused: z.array(z.object({ unit: codeSchema, kpi: codeSchema, month: monthSchema, message: z.string() })),
});

export const restateInput = z.object({
  unit: codeSchema,
  kpi: codeSchema,
  month: monthSchema,
  content: cellContentSchema,
  reason: reasonSchema.min(1),
  expectedRevision: z.number().int(),
});
export const restateAnswerSchema = z.object({ sentence: z.string() });
