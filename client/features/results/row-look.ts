import type { EntryRow } from "../../../shared/contracts/results.ts";
import { decimalOfNumber } from "../../../shared/domain/decimal.ts";
import { type EntryContent, figureOfContent, statusOfContent } from "../../../shared/domain/entry-content.ts";
import type { StatusKind } from "../../../shared/domain/status-kind.ts";
import { targetOfRecord } from "../../../shared/domain/target.ts";
import { contentText, doubtText, faultText, typedNumber } from "../../../shared/text/entry-text.ts";
import { figureText } from "../../../shared/text/figure-text.ts";
import { statusWord } from "../../../shared/text/series-text.ts";
import { say } from "../../text/say.ts";
import { formatClock } from "../../ui/format.ts";
import type { Part, Problem } from "./cell-reading.ts";
import type { Typed } from "./entry-sheet.ts";
import { type Line, liveContent, openDoubts } from "./sheet-line.ts";

/** What a row shows beside its cells, while it is typed in too. */
export type RowLook = {
  readonly status: StatusKind;
  readonly statusWord: string;
  /** The value of a ratio. */
  readonly shown: string;
  readonly remark: "causeNeeded" | "cause" | "comment" | "";
};

export function rowLook(line: Line, typed: Typed | null, locale: string): RowLook {
  const { row, said } = line;
  const texts = typed?.kpi === row.kpi ? typed.texts : line.texts;
  const content = liveContent(line, texts);
  const status = content === null ? "missing" : statusOf(row, content);
  const isOpen = content === null || content.kind === "missing";
  const style = { decimals: row.decimals, direction: row.direction, locale };
  return {
    status,
    statusWord: wordFor({ status, content, isOpen }, locale),
    shown: content === null ? "–" : figureText(figureOfContent(content, row), style),
    remark: remarkOn(line, said),
  };
}

function wordFor(
  { status, content, isOpen }: { status: StatusKind; content: EntryContent | null; isOpen: boolean },
  locale: string,
): string {
  if (content === null) return say("entry.word.check");
  if (isOpen) return say("entry.word.toDo");
  return content.kind === "not_applicable" ? say("entry.word.notApplicable") : statusWord(status, locale);
}

function remarkOn({ row }: Line, { cause, comment }: Line["said"]): RowLook["remark"] {
  if (cause !== null) return "cause";
  if (row.asks.cause) return "causeNeeded";
  return comment === null ? "" : "comment";
}

function statusOf(row: EntryRow, content: EntryContent): StatusKind {
  const target = row.target === null ? null : targetOfRecord({ ...row.target, share: 1 });
  const { tolerance } = row;
  return statusOfContent(content, row, {
    target,
    tolerance: tolerance === null ? null : { kind: tolerance.kind, amount: decimalOfNumber(tolerance.amount) },
  });
}

/** What a row is asked or told, below its cells. */
export type Notice = {
  readonly tone: "bad" | "watch";
  readonly text: string;
  /** Corrections that are offered: a click takes one. */
  readonly offers: readonly { readonly label: string; readonly content: EntryContent }[];
  readonly ask: "keep" | "reason" | "conflict" | null;
};

/** The notice of a row, the most urgent; null where there is nothing to say. `isHere`: the cursor is in its cells. */
export function noticeOf(line: Line, isHere: boolean, setting: { locale: string; timeZone: string }): Notice | null {
  const { problem, conflict } = line;
  if (conflict !== null) return conflictNotice(line, setting);
  if (problem !== null) return problem.kind === "half" && isHere ? null : problemNotice(line, problem, setting.locale);
  return doubtNotice(line, setting.locale);
}

function conflictNotice(line: Line, { locale, timeZone }: { locale: string; timeZone: string }): Notice | null {
  const { conflict, said } = line;
  if (conflict === null) return null;
  const theirs = contentText(conflict.theirs, locale);
  const mine = contentText(said.content, locale);
  const who = conflict.by ?? say("entry.somebody");
  const text = say("entry.conflict", { who, theirs, mine, time: formatClock(conflict.at, locale, timeZone) });
  return { tone: "watch", text, offers: [], ask: "conflict" };
}

function problemNotice({ row }: Line, problem: Problem, locale: string): Notice {
  const bad = (text: string): Notice => ({ tone: "bad", text, offers: [], ask: null });
  switch (problem.kind) {
    case "half":
      return bad(say("entry.half", { name: row.name, part: partLabel(row, problem.part) }));
    case "reason_needed":
      return { ...bad(say("entry.askWhyNot", { name: row.name })), tone: "watch", ask: "reason" };
    case "unreadable":
      return bad(
        say("entry.notNumber", {
          ...{ name: row.name, text: problem.text.trim(), advice: say(`entry.number.${problem.fault}`) },
        }),
      );
    case "percent":
      return bad(
        say("entry.percentSign", {
          ...{ name: row.name, text: problem.text.trim(), part: partLabel(row, problem.part) },
        }),
      );
    case "limits":
      return bad(faultText(problem.fault, row.name, locale));
    case "refused":
      return bad(problem.message);
    case "ambiguous":
      return {
        ...bad(say("entry.twoWays", { name: row.name })),
        offers: readingsOffered(row, problem, locale),
      };
  }
}

/** Of a ratio the other number is not known here: its readings are shown, not offered. */
function readingsOffered(row: EntryRow, { readings }: Extract<Problem, { kind: "ambiguous" }>, locale: string) {
  if (row.input === "ratio") return [];
  return readings.map((value) => ({ label: typedNumber(value, locale), content: { kind: "value", value } as const }));
}

export function partLabel(row: EntryRow, part: Part): string {
  if (row.input === "value") return row.name;
  return part === "first" ? row.numeratorLabel : row.denominatorLabel;
}

function doubtNotice(line: Line, locale: string): Notice | null {
  const doubts = openDoubts(line);
  const [first] = doubts;
  if (first === undefined) return null;
  const style = { decimals: line.row.decimals, locale };
  const text = doubts.map((doubt) => doubtText(doubt, style).notice).join(" ");
  const { correction } = doubtText(first, style);
  const isSlip = first.code === "ten_times" && correction !== null;
  return {
    tone: isSlip ? "bad" : "watch",
    text,
    offers: isSlip ? [{ label: correction, content: first.suggestion }] : [],
    ask: "keep",
  };
}

/** What needs a person before the month is complete: unreadable, refused or doubly changed cells. */
export function needsYou({ problem, conflict }: Line): boolean {
  return problem !== null || conflict !== null;
}

export function enteredCount(lines: readonly Line[]): number {
  return lines.filter(({ said }) => said.content.kind !== "missing").length;
}
