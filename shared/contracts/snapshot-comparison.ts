import { z } from "zod";
import { codeSchema, monthSchema, shownSchema } from "./primitives.ts";

/** A snapshot against another, or against what is known now. */
export const compareSnapshotsInput = z.object({ id: z.uuid(), with: z.union([z.uuid(), z.literal("live")]) });

const sideSchema = z.object({ label: z.string(), asOf: z.iso.datetime(), period: monthSchema });

const changeSchema = z.object({
  kpi: codeSchema,
  name: z.string(),
  /** A month that both know is another now; the newest month is another; the words of the verdict are; it came or went. */
  kind: z.enum(["corrected", "moved", "verdict", "added", "removed"]),
  /** Of what is corrected or has moved. */
  period: monthSchema.nullable(),
  before: shownSchema,
  after: shownSchema,
  sentence: z.string(),
});
export type SnapshotChange = z.infer<typeof changeSchema>;

export const snapshotComparisonSchema = z.object({
  earlier: sideSchema,
  later: sideSchema,
  headline: z.string(),
  changes: z.array(changeSchema),
});
export type SnapshotComparison = z.infer<typeof snapshotComparisonSchema>;
