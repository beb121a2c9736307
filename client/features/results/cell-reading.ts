import type { EntryRow } from "../../../shared/contracts/results.ts";
import { type EntryFault, entryFault } from "../../../shared/domain/entry-checks.ts";
import type { EntryContent } from "../../../shared/domain/entry-content.ts";
import { type NumberFault, readNumber } from "../../../shared/domain/number-recognition.ts";
import { typedNumber } from "../../../shared/text/entry-text.ts";

/** The cells of a row: a ratio has two, its numerator and its denominator. */
export type Part = "first" | "second";
export type CellTexts = { readonly [part in Part]: string };

/** Why what stands in a row's cells cannot be saved as it is. */
export type Problem =
  /** One of a ratio's two numbers is not there yet. */
  | { readonly kind: "half"; readonly part: Part }
  /** Two numbers that the text can stand for. */
  | { readonly kind: "ambiguous"; readonly part: Part; readonly readings: readonly [number, number] }
  | { readonly kind: "reason_needed"; readonly part: Part }
  | { readonly kind: "unreadable"; readonly part: Part; readonly text: string; readonly fault: NumberFault }
  | { readonly kind: "percent"; readonly part: Part; readonly text: string }
  | { readonly kind: "limits"; readonly part: Part; readonly fault: EntryFault }
  /** What only the server knew. */
  | { readonly kind: "refused"; readonly part: Part; readonly message: string };

export type CellReading =
  | { readonly kind: "content"; readonly content: EntryContent }
  | { readonly kind: "problem"; readonly problem: Problem };

/** What stands in the cells of a row for its content. */
export function textsOf(content: EntryContent, locale: string): CellTexts {
  switch (content.kind) {
    case "value":
      return { first: typedNumber(content.value, locale), second: "" };
    case "ratio":
      return { first: typedNumber(content.numerator, locale), second: typedNumber(content.denominator, locale) };
    case "not_applicable":
      return { first: "n/a", second: "" };
    case "missing":
      return { first: "", second: "" };
  }
}

/** Reads the cells of a row; `reason` stands where it was said why the KPI is not applicable. */
export function readCells(row: EntryRow, texts: CellTexts, reason: string): CellReading {
  const first = readPart(row, "first", texts.first);
  if (row.input === "value")
    return first.kind === "number" ? checked(row, { kind: "value", value: first.value }) : whole(first, reason);
  const second = readPart(row, "second", texts.second);
  if (first.kind === "not_applicable" || second.kind === "not_applicable") {
    return whole({ kind: "not_applicable" }, reason);
  }
  if (first.kind === "problem") return first;
  if (second.kind === "problem") return second;
  if (first.kind === "blank" && second.kind === "blank") return whole(first, reason);
  if (first.kind === "blank") return { kind: "problem", problem: { kind: "half", part: "first" } };
  if (second.kind === "blank") return { kind: "problem", problem: { kind: "half", part: "second" } };
  return checked(row, { kind: "ratio", numerator: first.value, denominator: second.value });
}

type PartReading =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "blank" }
  | { readonly kind: "not_applicable" }
  | { readonly kind: "problem"; readonly problem: Problem };

function whole(reading: PartReading, reason: string): CellReading {
  if (reading.kind === "problem") return reading;
  if (reading.kind === "blank") return { kind: "content", content: { kind: "missing" } };
  if (reason.trim() === "") return { kind: "problem", problem: { kind: "reason_needed", part: "first" } };
  return { kind: "content", content: { kind: "not_applicable", reason: reason.trim() } };
}

function checked(row: EntryRow, content: EntryContent): CellReading {
  const fault = entryFault(content, row);
  return fault === null
    ? { kind: "content", content }
    : { kind: "problem", problem: { kind: "limits", part: "first", fault } };
}

/** Both separators are taken; what can be read two ways is settled by the usual range, else asked. */
function readPart(row: EntryRow, part: Part, text: string): PartReading {
  const reading = readNumber(text, { decimal: "auto", usual: usualOf(row, part) });
  switch (reading.kind) {
    case "blank":
    case "not_applicable":
      return reading;
    case "ambiguous":
      return problem({ kind: "ambiguous", part, readings: reading.readings });
    case "not-a-number":
      return problem({ kind: "unreadable", part, text, fault: reading.reason });
    case "number": {
      const isPercent = row.input === "value" && row.unitOfMeasure.startsWith("%");
      return reading.percent && !isPercent ? problem({ kind: "percent", part, text }) : reading;
    }
  }
}

function problem(found: Problem): PartReading {
  return { kind: "problem", problem: found };
}

function usualOf(row: EntryRow, part: Part) {
  if (row.input === "value") return row.usual ?? undefined;
  if (part === "second") return row.usualDenominator ?? undefined;
  const { usual, usualDenominator } = row;
  if (usual === null || usualDenominator === null) return undefined;
  return {
    low: (usual.low * usualDenominator.low) / row.multiplier,
    high: (usual.high * usualDenominator.high) / row.multiplier,
  };
}
