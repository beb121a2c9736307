import { z } from "zod";
import {
  codeSchema,
  dateSchema,
  directionSchema,
  figureSchema,
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
export type CellContent = z.infer<typeof cellContentSchema>;

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

export const entryWarningSchema = z.object({
  code: z.enum(["ten_times", "outside_usual", "repeat", "denominator_drop"]),
  message: z.string(),
  /** One-click correction, where there is one. */
  suggestion: cellContentSchema.nullable(),
});
export type EntryWarning = z.infer<typeof entryWarningSchema>;

export const entryRowSchema = z.object({
  kpi: codeSchema,
  name: z.string(),
  unitOfMeasure: z.string(),
  decimals: z.number().int(),
  direction: directionSchema,
  input: z.enum(["value", "ratio", "derived"]),
  multiplier: z.number(),
  numeratorLabel: z.string(),
  denominatorLabel: z.string(),
  minimum: z.number().nullable(),
  maximum: z.number().nullable(),
  /** Due in this month (a quarterly KPI is due in the last month of its quarter only). */
  due: z.boolean(),
  last: z.array(z.object({ month: monthSchema, shown: shownSchema, status: statusSchema })),
  target: targetSchema.nullable(),
  tolerance: z.object({ kind: z.enum(["absolute", "percent"]), amount: z.number() }).nullable(),
  /** The usual range of the unit's own series; null where there are too few months. */
  usual: z.object({ low: z.number(), high: z.number(), shown: shownSchema }).nullable(),
  usualDenominator: z.object({ low: z.number(), high: z.number() }).nullable(),
  figure: figureSchema,
  shown: shownSchema,
  /** Newest revision of the cell, 0 where there is none. */
  revision: z.number().int(),
  state: z.enum(["none", "draft", "submitted", "approved", "rejected"]),
  status: statusSchema,
  statusWord: shownSchema,
  comment: z.string().nullable(),
  cause: z.string().nullable(),
  lastCause: z.string().nullable(),
  enteredBy: z.string().nullable(),
  enteredAt: z.iso.datetime().nullable(),
  warnings: z.array(entryWarningSchema),
  /** Asked for, never demanded: submitting goes on without. */
  asks: z.object({ cause: z.boolean(), plan: z.boolean() }),
  /** "Within the usual range, no explanation needed", or what the month says. */
  sentence: z.string(),
  /** Verdict words of the unit's own series. */
  signalWord: shownSchema,
});
export type EntryRow = z.infer<typeof entryRowSchema>;

export const entryViewSchema = z.object({
  unit: unitRefSchema,
  month: monthSchema,
  months: z.array(monthSchema),
  dueOn: dateSchema,
  today: dateSchema,
  periodState: z.enum(["open", "closed", "locked"]),
  /** Why nothing can be entered and what to do; null while it can. */
  readOnly: z.string().nullable(),
  mayEnter: z.boolean(),
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
  theirs: figureSchema,
  theirsShown: shownSchema,
  by: z.string().nullable(),
  at: z.iso.datetime(),
});
export const enterAnswerSchema = z.object({
  saved: z.array(entryRowSchema),
  conflicts: z.array(cellConflictSchema),
  refused: z.array(z.object({ kpi: codeSchema, code: z.string(), message: z.string() })),
  headline: z.string(),
  subline: z.string(),
  savedAt: z.iso.datetime(),
});
export type EnterAnswer = z.infer<typeof enterAnswerSchema>;

export const submitInput = entryInput;
export const submitAnswerSchema = z.object({
  submitted: z.number().int(),
  /** What is still missing, each naming its cell. */
  missing: z.array(z.object({ kpi: codeSchema, message: z.string() })),
  sentence: z.string(),
});

export const historyInput = z.object({
  kpi: codeSchema,
  unit: codeSchema,
  limit: z.number().int().min(1).max(500).optional(),
});
export const historyViewSchema = z.object({
  rows: z.array(
    z.object({
      period: monthSchema,
      revision: z.number().int(),
      before: shownSchema,
      after: shownSchema,
      state: z.string(),
      source: z.enum(["grid", "import", "api"]),
      restatement: z.boolean(),
      reason: z.string().nullable(),
      comment: z.string().nullable(),
      by: z.string().nullable(),
      at: z.iso.datetime(),
    }),
  ),
});
export type HistoryView = z.infer<typeof historyViewSchema>;
