import { z } from "zod";
import { FILE_FAULTS } from "../domain/imports/file-fault.ts";
import { FINDING_CODES, MOST_FINDINGS } from "../domain/imports/finding.ts";
import { DECIMAL_SETTINGS } from "../domain/number-recognition.ts";

/** How the numbers of a file are written: declared, or recognised from all of them together. */
export const decimalSettingSchema = z.enum(DECIMAL_SETTINGS);

export const importIssueSchema = z.object({
  /** As a spreadsheet shows it, the header being row 1. */
  row: z.number().int().min(1),
  /** Name of the column, empty for the row or the file as a whole. */
  column: z.string(),
  code: z.enum([...FINDING_CODES, ...FILE_FAULTS]),
  message: z.string(),
});
export type ImportIssue = z.infer<typeof importIssueSchema>;

/** Refused means that nothing was stored. */
export const importReportSchema = z.object({
  outcome: z.enum(["accepted", "accepted-with-warnings", "refused"]),
  rows: z.number().int().min(0),
  stored: z.number().int().min(0),
  unchanged: z.number().int().min(0),
  errors: z.array(importIssueSchema).max(MOST_FINDINGS),
  warnings: z.array(importIssueSchema).max(MOST_FINDINGS),
});
export type ImportReport = z.infer<typeof importReportSchema>;

/** The rows of a file as they were read, so that what was found can be shown, and mended, in place. */
export const importedTableSchema = z.object({
  header: z.array(z.string()),
  rows: z.array(z.object({ row: z.number().int(), cells: z.array(z.string()) })),
});
export type ImportedTable = z.infer<typeof importedTableSchema>;

/** A report with its rows, where they were asked for and are not too many. */
export const importPreviewSchema = importReportSchema.extend({ table: importedTableSchema.optional() });
export type ImportPreview = z.infer<typeof importPreviewSchema>;
