import { z } from "zod";
import { overviewViewSchema } from "./insight.ts";
import { asOfSchema, codeSchema, monthSchema, unitRefSchema } from "./primitives.ts";

export const takeSnapshotInput = z.object({
  unit: codeSchema,
  period: monthSchema,
  label: z.string().trim().min(1).max(200),
  kpis: z.array(codeSchema).max(500).optional(),
  asOf: asOfSchema.optional(),
});
export type TakeSnapshotInput = z.infer<typeof takeSnapshotInput>;

export const snapshotHeadSchema = z.object({
  id: z.string(),
  label: z.string(),
  unit: unitRefSchema,
  period: monthSchema,
  fiscalYear: z.number().int(),
  asOf: z.iso.datetime(),
  takenAt: z.iso.datetime(),
  by: z.string().nullable(),
  sha256: z.string().length(64),
  headline: z.string(),
  kpis: z.number().int(),
});
export type SnapshotHead = z.infer<typeof snapshotHeadSchema>;

export const snapshotListInput = z.object({
  unit: codeSchema.optional(),
  limit: z.number().int().min(1).max(200).optional(),
});

/** The frozen page: drawn from the payload alone, by the components of the live one. */
export const snapshotViewSchema = z.object({
  head: snapshotHeadSchema,
  /** Hash of the stored payload equals the recorded one: recomputed for this answer. */
  verified: z.boolean(),
  overview: overviewViewSchema,
  /** Formats that can be downloaded from /api/v1/snapshots/ID.FORMAT. */
  formats: z.array(z.enum(["pdf", "pptx", "xlsx", "csv", "json", "html"])),
  units: z.string(),
});
export type SnapshotView = z.infer<typeof snapshotViewSchema>;
