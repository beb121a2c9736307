import { z } from "zod";
import { type DateText, parseDate } from "../domain/calendar.ts";
import { DECISION_KINDS, REVIEW_EDITION, REVIEW_INPUTS, REVIEW_STATES } from "../domain/review-inputs.ts";
import { overviewKpiSchema } from "./insight.ts";
import { codeSchema, monthSchema, unitRefSchema } from "./primitives.ts";

const daySchema = z.custom<DateText>((day) => typeof day === "string" && parseDate(day) !== null, "not a date");
const refSchema = z.object({ code: codeSchema, name: z.string() });
export const reviewInputCodeSchema = z.enum(REVIEW_INPUTS[REVIEW_EDITION]);
export const decisionKindSchema = z.enum(DECISION_KINDS);
export const reviewStateSchema = z.enum(REVIEW_STATES);
const text = z.string().trim().max(10_000);

export const reviewListInput = z.object({ unit: codeSchema.optional() });
export const reviewInput = z.object({ review: codeSchema });
export const decisionInput = z.object({ decision: codeSchema });

export const planReviewInput = z.object({
  title: z.string().trim().min(1).max(300),
  unit: codeSchema,
  period: monthSchema,
  plannedOn: daySchema,
  participants: text.optional(),
});
export type PlanReviewInput = z.infer<typeof planReviewInput>;

export const changeReviewInput = z.object({
  review: codeSchema,
  version: z.number().int().min(1),
  title: z.string().trim().min(1).max(300).optional(),
  plannedOn: daySchema.optional(),
  participants: text.optional(),
  minutes: text.optional(),
  state: reviewStateSchema.optional(),
});
export type ChangeReviewInput = z.infer<typeof changeReviewInput>;

export const noteInputInput = z.object({
  review: codeSchema,
  input: reviewInputCodeSchema,
  version: z.number().int().min(0),
  covered: z.boolean(),
  note: text,
});
export type NoteInputInput = z.infer<typeof noteInputInput>;

export const decideInput = z.object({
  /** Null: decided outside of a review. */
  review: codeSchema.nullable(),
  unit: codeSchema,
  period: monthSchema,
  kpi: codeSchema.nullable(),
  kind: decisionKindSchema,
  text: z.string().trim().min(1).max(10_000),
  options: text,
  rationale: text,
  owner: codeSchema.nullable(),
  reviewOn: daySchema.nullable(),
  supersedes: codeSchema.nullable(),
  /** The day until which the owner carries it out as an action; null: no action follows. */
  actionDue: daySchema.nullable(),
  /** Address of the view that was on screen. */
  path: z.string().max(500),
});
export type DecideInput = z.infer<typeof decideInput>;

export const decisionRowSchema = z.object({
  code: codeSchema,
  kind: decisionKindSchema,
  kindWord: z.string(),
  text: z.string(),
  options: z.string(),
  rationale: z.string(),
  unit: unitRefSchema,
  kpi: refSchema.nullable(),
  owner: refSchema.nullable(),
  decidedOn: daySchema,
  reviewOn: daySchema.nullable(),
  /** "3 months old". */
  age: z.string(),
  review: codeSchema.nullable(),
  supersedes: codeSchema.nullable(),
  supersededBy: codeSchema.nullable(),
  evidence: z.string().nullable(),
  actions: z.array(refSchema.extend({ stateWord: z.string(), late: z.boolean(), dueWord: z.string() })),
});
export type DecisionRow = z.infer<typeof decisionRowSchema>;

/** A line of an agenda: what a record says of an input, and where to look it up. */
const lineSchema = z.object({
  text: z.string(),
  detail: z.string(),
  tone: z.enum(["good", "bad", "watch", "plain"]),
  kpi: codeSchema.nullable(),
  action: codeSchema.nullable(),
  decision: codeSchema.nullable(),
});
export type AgendaLine = z.infer<typeof lineSchema>;

export const agendaItemSchema = z.object({
  /** `input-a`, `kpi-CALLBACKS`. */
  key: z.string(),
  kind: z.enum(["earlier", "exception", "input"]),
  input: reviewInputCodeSchema,
  title: z.string(),
  /** What the records say in one sentence. */
  sentence: z.string(),
  lines: z.array(lineSchema),
  /** Of an exception: the KPI as the overview shows it. */
  kpi: overviewKpiSchema.nullable(),
  covered: z.boolean(),
  note: z.string(),
  version: z.number().int(),
  /** Decisions of this review on it. */
  decisions: z.array(codeSchema),
});
export type AgendaItem = z.infer<typeof agendaItemSchema>;

export const reviewRowSchema = z.object({
  code: codeSchema,
  version: z.number().int(),
  title: z.string(),
  level: z.enum(["organisation", "area", "unit"]),
  unit: unitRefSchema,
  period: monthSchema,
  plannedOn: daySchema,
  heldOn: daySchema.nullable(),
  state: reviewStateSchema,
  stateWord: z.string(),
  participants: z.string(),
  minutes: z.string(),
  covered: z.number().int(),
  inputs: z.number().int(),
  decisions: z.number().int(),
});
export type ReviewRow = z.infer<typeof reviewRowSchema>;

export const reviewsViewSchema = z.object({
  unit: unitRefSchema,
  fiscalYear: z.number().int(),
  headline: z.string(),
  reviews: z.array(reviewRowSchema),
  /** All inputs over the fiscal year: an empty list of reviews is a gap. */
  coverage: z.array(z.object({ input: reviewInputCodeSchema, title: z.string(), reviews: z.array(codeSchema) })),
  decisions: z.array(decisionRowSchema),
  mayHold: z.boolean(),
});
export type ReviewsView = z.infer<typeof reviewsViewSchema>;

export const reviewViewSchema = z.object({
  review: reviewRowSchema,
  /** Earlier actions, then the exceptions, then the other inputs. */
  agenda: z.array(agendaItemSchema),
  decisions: z.array(decisionRowSchema),
  people: z.array(refSchema),
  /** Decisions that a new one may take the place of. */
  earlier: z.array(refSchema),
  mayHold: z.boolean(),
  mayDecide: z.boolean(),
});
export type ReviewView = z.infer<typeof reviewViewSchema>;

const figureSideSchema = z.object({
  shown: z.string(),
  target: z.string(),
  statusWord: z.string(),
  sentence: z.string(),
});

/** A decision with the values that were seen, beside the same months as they are known now. */
export const decisionViewSchema = z.object({
  decision: decisionRowSchema,
  evidence: z
    .object({
      id: z.string(),
      sha256: z.string(),
      /** The hash was computed again for this answer and matches the payload. */
      verified: z.boolean(),
      asOf: z.iso.datetime(),
      period: monthSchema,
      path: z.string(),
      kpis: z.array(
        z.object({
          kpi: codeSchema,
          name: z.string(),
          seen: figureSideSchema,
          now: figureSideSchema.nullable(),
          /** Months whose figure was restated since. */
          restated: z.array(z.object({ month: monthSchema, seen: z.string(), now: z.string() })),
        }),
      ),
      /** "2 months were restated since." */
      sentence: z.string(),
    })
    .nullable(),
});
export type DecisionView = z.infer<typeof decisionViewSchema>;
