import type { z } from "zod";
import type { cellConflictSchema, EnterInput, EntryRow } from "../../../shared/contracts/results.ts";
import { type EntryDoubt, entryDoubts } from "../../../shared/domain/entry-checks.ts";
import { type EntryContent, isSameContent } from "../../../shared/domain/entry-content.ts";
import { type CellTexts, type Problem, readCells, textsOf } from "./cell-reading.ts";

export type Conflict = z.infer<typeof cellConflictSchema>;

/** What a person says of a KPI and month: all that undo brings back. */
export type Said = {
  readonly content: EntryContent;
  readonly comment: string | null;
  readonly cause: string | null;
  /** Doubts that were seen and are right. */
  readonly confirmed: readonly string[];
};

/** A row of the grid as it stands on this screen, beside what the server holds of it. */
export type Line = {
  /** As the server last told it. */
  readonly row: EntryRow;
  /** What stands in the cells. */
  readonly texts: CellTexts;
  /** What was last read from them without a problem. */
  readonly said: Said;
  readonly problem: Problem | null;
  readonly conflict: Conflict | null;
};

export function lineOf(row: EntryRow, locale: string): Line {
  return { row, texts: textsOf(row.content, locale), said: saidIn(row), problem: null, conflict: null };
}

export function saidIn({ content, comment, cause, confirmed }: EntryRow): Said {
  return { content, comment, cause, confirmed };
}

export function isSameSaid(a: Said, b: Said): boolean {
  return (
    isSameContent(a.content, b.content) &&
    a.comment === b.comment &&
    a.cause === b.cause &&
    a.confirmed.length === b.confirmed.length &&
    a.confirmed.every((code) => b.confirmed.includes(code))
  );
}

/** Whether something is said here that the server does not hold yet. */
export function isUnsaved({ row, said }: Line): boolean {
  return !isSameSaid(said, saidIn(row));
}

/** Reads what stands in the cells. A content that cannot be saved leaves what was said before as it is. */
export function committed(line: Line, texts: CellTexts, locale: string): Line {
  const { row, said } = line;
  const reason = said.content.kind === "not_applicable" ? said.content.reason : "";
  const reading = readCells(row, texts, reason);
  if (reading.kind === "problem") return { ...line, texts, problem: reading.problem };
  return withContent(line, reading.content, locale);
}

/** The line with this content in its cells. Other numbers are doubted anew. */
export function withContent(line: Line, content: EntryContent, locale: string): Line {
  const { said } = line;
  const isSame = isSameContent(content, said.content);
  const texts = textsOf(content, locale);
  if (isSame) return { ...line, texts, problem: null };
  const isEmpty = content.kind === "missing";
  const kept = isEmpty ? { comment: null, cause: null } : { comment: said.comment, cause: said.cause };
  return { ...line, texts, problem: null, said: { ...kept, content, confirmed: [] } };
}

/** What the cells say while they are being typed in; null while it cannot be told. */
export function liveContent({ row, said }: Line, texts: CellTexts): EntryContent | null {
  const reason = said.content.kind === "not_applicable" ? said.content.reason : "";
  const reading = readCells(row, texts, reason);
  return reading.kind === "content" ? reading.content : null;
}

/** What is asked about a line's content and was not confirmed. */
export function openDoubts({ row, said, problem }: Line): EntryDoubt[] {
  if (problem !== null) return [];
  return entryDoubts(said.content, row, row).filter(({ code }) => !said.confirmed.includes(code));
}

/** What is sent of a line. */
export function cellToSave({ row, said }: Line): EnterInput["cells"][number] {
  const { content, comment, cause, confirmed } = said;
  return { kpi: row.kpi, content, comment, cause, expectedRevision: row.revision, confirmed: [...confirmed] };
}

/** The line after its cell was saved: what was typed meanwhile stays and is still unsaved. */
export function saved(line: Line, row: EntryRow, sent: Said): Line {
  if (!isSameSaid(line.said, sent)) return { ...line, row, conflict: null };
  return { ...line, row, said: saidIn(row), conflict: null };
}

/** The line as it was said at another time: what undo and redo bring back. */
export function withSaid(line: Line, said: Said, locale: string): Line {
  return { ...line, said, texts: textsOf(said.content, locale), problem: null };
}
