import { z } from "zod";
import {
  codeSchema,
  dateSchema,
  directionSchema,
  monthSchema,
  shownSchema,
  statusSchema,
  targetSchema,
  unitRefSchema,
} from "./primitives.ts";

export const entryInput = z.object({ unit: codeSchema, month: monthSchema });

/** What was typed into a cell, already read as numbers (shared/domain/number-recognition.ts reads them). */
export const cellContentSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("value"), value: z.number() }),
  z.object({ kind: z.literal("ratio"), numerator: z.number(), denominator: z.number() }),
  z.object({ kind: z.literal("not_applicable"), reason: z.string().min(1).max(2000) }),
  /** The cell was emptied: what counted is withdrawn. */
  z.object({ kind: z.literal("missing") }),
]);

export const enterInput = z.object({
  unit: codeSchema,
  month: monthSchema,
  cells: z
    .array(
      z.object({
        kpi: codeSchema,
        content: cellContentSchema.optional(),
        comment: z.string().max(4000).nullable().optional(),
        cause: z.string().max(4000).nullable().optional(),
        /** The newest revision the writer saw; 0 where there was none. */
        expectedRevision: z.number().int(),
        /** Warnings that the writer has seen and confirmed. */
        confirmed: z.array(z.string()).optional(),
      }),
    )
    .min(1)
    .max(500),
});
export type EnterInput = z.infer<typeof enterInput>;

const rangeSchema = z.object({ low: z.number(), high: z.number() });

export const entryRowSchema = z.object({
  kpi: codeSchema,
  name: z.string(),
  unitOfMeasure: z.string(),
  decimals: z.number().int(),
  direction: directionSchema,
  input: z.enum(["value", "ratio"]),
  multiplier: z.number(),
  numeratorLabel: z.string(),
  denominatorLabel: z.string(),
  minimum: z.number().nullable(),
  maximum: z.number().nullable(),
  /** The last three periods of the unit's own results that count. */
  last: z.array(z.object({ month: monthSchema, shown: shownSchema, status: statusSchema })),
  target: targetSchema.nullable(),
  tolerance: z.object({ kind: z.enum(["absolute", "percent"]), amount: z.number() }).nullable(),
  /** The usual range of the unit's own series before the month; null where there are too few months. */
  usual: rangeSchema.extend({ shown: shownSchema }).nullable(),
  usualDenominator: rangeSchema.nullable(),
  /** The same three periods as they were entered: a value that never changes is asked about. */
  before: z.array(cellContentSchema),
  /** What the newest revision says, counting or not. */
  content: cellContentSchema,
  shown: shownSchema,
  /** Newest revision of the cell, 0 where there is none. */
  revision: z.number().int(),
  state: z.enum(["none", "draft", "submitted", "approved", "rejected"]),
  /** "Waits for approval", "Rejected by Anna: ...", "Restated to 44 by Anna: waits for approval"; null where all is plain. */
  stateNote: z.string().nullable(),
  status: statusSchema,
  comment: z.string().nullable(),
  cause: z.string().nullable(),
  /** Newest cause given in an earlier period. */
  lastCause: z.string().nullable(),
  enteredBy: z.string().nullable(),
  enteredAt: z.iso.datetime().nullable(),
  /** Doubts about the newest revision that were seen and confirmed. */
  confirmed: z.array(z.string()),
  /** Asked for, never demanded: submitting goes on without. */
  asks: z.object({ cause: z.boolean(), plan: z.boolean() }),
  /** "Within the usual range, no explanation needed", or what the month says. */
  sentence: z.string(),
});
export type EntryRow = z.infer<typeof entryRowSchema>;

export const entryViewSchema = z.object({
  unit: unitRefSchema,
  month: monthSchema,
  /** The three calendar months before. */
  months: z.array(monthSchema),
  dueOn: dateSchema,
  today: dateSchema,
  periodState: z.enum(["open", "closed", "locked"]),
  /** Why nothing can be entered and what to do; null while it can. */
  readOnly: z.string().nullable(),
  mayEnter: z.boolean(),
  /** Locked, and the reader may propose another figure for it. */
  mayRestate: z.boolean(),
  /** "8 of 12 entered, due Friday 6 November". */
  headline: z.string(),
  subline: z.string(),
  entered: z.number().int(),
  total: z.number().int(),
  submitted: z.boolean(),
  rows: z.array(entryRowSchema),
});
export type EntryView = z.infer<typeof entryViewSchema>;

/** A cell that another person changed meanwhile: both values, for the writer to choose. */
export const cellConflictSchema = z.object({
  kpi: codeSchema,
  revision: z.number().int(),
  theirs: cellContentSchema,
  theirsShown: shownSchema,
  by: z.string().nullable(),
  at: z.iso.datetime(),
});
export const enterAnswerSchema = z.object({
  saved: z.array(entryRowSchema),
  conflicts: z.array(cellConflictSchema),
  refused: z.array(z.object({ kpi: codeSchema, code: z.string(), message: z.string() })),
  savedAt: z.iso.datetime(),
});
export type EnterAnswer = z.infer<typeof enterAnswerSchema>;

export const submitAnswerSchema = z.object({
  submitted: z.number().int(),
  /** What is still missing, each naming its cell. */
  missing: z.array(z.object({ kpi: codeSchema, message: z.string() })),
  sentence: z.string(),
});

export const historyInput = z.object({
  kpi: codeSchema,
  unit: codeSchema,
  /** The units below too. */
  below: z.boolean().optional(),
  from: monthSchema.optional(),
  to: monthSchema.optional(),
  /** Restatements after lock, or everything that took the place of something else. */
  only: z.enum(["restatements", "corrections"]).optional(),
  limit: z.number().int().min(1).max(500).optional(),
});
export const historyViewSchema = z.object({
  /** What the KPI is called now. */
  name: z.string(),
  /** How many there are; `rows` holds the newest of them. */
  total: z.number().int(),
  rows: z.array(
    z.object({
      unit: z.string(),
      period: monthSchema,
      revision: z.number().int(),
      before: shownSchema,
      after: shownSchema,
      state: z.enum(["draft", "submitted", "approved", "rejected"]),
      /** Whether it counted when it was written. */
      counts: z.boolean(),
      source: z.enum(["grid", "import", "api"]),
      restatement: z.boolean(),
      reason: z.string().nullable(),
      comment: z.string().nullable(),
      cause: z.string().nullable(),
      by: z.string().nullable(),
      /** Whose right it was, where a deputy wrote it. */
      onBehalfOf: z.string().nullable(),
      at: z.iso.datetime(),
    }),
  ),
});
export type HistoryView = z.infer<typeof historyViewSchema>;
