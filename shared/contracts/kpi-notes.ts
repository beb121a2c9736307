import { z } from "zod";
import { kpiPointSchema, kpiSegmentSchema } from "./kpi-view.ts";
import {
  asOfSchema,
  assuranceIconSchema,
  codeSchema,
  directionSchema,
  monthSchema,
  variationIconSchema,
  variationSchema,
} from "./primitives.ts";

const place = { unit: codeSchema, kpi: codeSchema };
const reason = z.string().trim().min(1, "say why").max(500);

const annotationKindSchema = z.enum(["note", "event", "process_change"]);

export const notesInput = z.object({ ...place, period: monthSchema.optional(), asOf: asOfSchema.optional() });

/** What a phase from this month would change; `withdraw` asks what taking the recorded one back would. */
export const previewPhaseInput = z.object({
  ...place,
  period: monthSchema.optional(),
  from: monthSchema,
  reason: z.string().trim().max(500).optional(),
  withdraw: z.boolean().optional(),
});

export const beginPhaseInput = z.object({ ...place, from: monthSchema, reason });
export const withdrawPhaseInput = z.object({ ...place, from: monthSchema, reason, version: z.number().int().min(1) });

export const annotateInput = z
  .object({
    ...place,
    from: monthSchema,
    to: monthSchema,
    kind: annotationKindSchema,
    text: z.string().trim().min(1, "say what happened").max(500),
  })
  .refine(({ from, to }) => from <= to, { path: ["to"], message: "ends before it begins" });
export const withdrawAnnotationInput = z.object({ ...place, id: z.uuid(), reason });

export const phaseSchema = z.object({
  from: monthSchema,
  reason: z.string(),
  /** Who recorded it, by name where a screen asks and by code in the API. */
  by: z.string().nullable(),
  recordedAt: z.iso.datetime(),
  version: z.number().int(),
});

export const annotationSchema = z.object({
  id: z.string(),
  from: monthSchema,
  to: monthSchema,
  kind: annotationKindSchema,
  text: z.string(),
  by: z.string().nullable(),
  recordedAt: z.iso.datetime(),
});

export const notesViewSchema = z.object({
  mayAnnotate: z.boolean(),
  mayEditPhases: z.boolean(),
  phases: z.array(phaseSchema),
  annotations: z.array(annotationSchema),
  /** A split that the data propose and that nobody has recorded; it is never made by itself. */
  proposal: z
    .object({
      /** First month of the run. */
      since: monthSchema,
      /** Estimated change point: where a new phase would begin. */
      changedIn: monthSchema,
      sentence: z.string(),
    })
    .nullable(),
});
export type NotesView = z.infer<typeof notesViewSchema>;

/** What chart, icons and words say under one set of phases. */
const phaseReadingSchema = z.object({
  points: z.array(kpiPointSchema),
  segments: z.array(kpiSegmentSchema),
  since: monthSchema.nullable(),
  changedIn: monthSchema.nullable(),
  variation: variationSchema,
  variationWord: z.string(),
  variationIcon: variationIconSchema.nullable(),
  outlookWord: z.string(),
  assuranceIcon: assuranceIconSchema.nullable(),
  sentence: z.string(),
  needsDecision: z.boolean(),
});
export type PhaseReading = z.infer<typeof phaseReadingSchema>;

export const phasePreviewSchema = z.object({
  decimals: z.number().int(),
  direction: directionSchema,
  unitOfMeasure: z.string(),
  before: phaseReadingSchema,
  after: phaseReadingSchema,
  /** What differs, in sentences; a warning first where a concern would be taken back. */
  effects: z.array(z.object({ text: z.string(), warns: z.boolean() })),
});
export type PhasePreview = z.infer<typeof phasePreviewSchema>;
