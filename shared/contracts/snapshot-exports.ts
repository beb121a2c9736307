import { z } from "zod";
import { PAPER_NAMES } from "../domain/paper-name.ts";

export const startExportInput = z.object({
  snapshot: z.uuid(),
  format: z.enum(["pdf", "pptx", "xlsx", "csv", "json", "html"]),
  /** Of a PDF. */
  paper: z.enum(PAPER_NAMES).optional(),
});
export type StartExportInput = z.infer<typeof startExportInput>;

export const exportInput = z.object({ id: z.uuid() });

/** A file under way: how many are written before it, how much of it is written (0 to 1), or where it can be fetched. */
export const exportViewSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  state: z.enum(["waiting", "writing", "ready", "failed"]),
  ahead: z.number().int(),
  share: z.number(),
  bytes: z.number().int().nullable(),
});
export type ExportView = z.infer<typeof exportViewSchema>;
