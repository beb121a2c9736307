import { parseDate } from "../calendar.ts";
import { isMonth, type Month } from "../month.ts";
import { type DecimalSetting, readNumber } from "../number-recognition.ts";
import type { Column, ColumnType } from "./columns.ts";
import type { FindingCode, FindingDetails } from "./finding.ts";
import type { ImportPeriod } from "./row.ts";
import type { Cell } from "./table.ts";

/** A cell's value (null: empty), or what is wrong with it. */
export type CellReading =
  | { kind: "value"; value: string | number | ImportPeriod | null; percent: boolean }
  | { kind: "fault"; code: FindingCode; details: FindingDetails };

const CODE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
const EMAIL = /^[^\s@"(),:;<>[\\\]]+@[^\s@.]+(?:\.[^\s@.]+)+$/;
const CONTROL = /(?![\t\n\r])\p{Cc}/u;
const FORM: Readonly<Partial<Record<ColumnType, RegExp>>> = {
  code: CODE,
  codes: /^(?:\*|[A-Za-z0-9][A-Za-z0-9._-]{0,63})$/,
  email: EMAIL,
};
const EMPTY: CellReading = { kind: "value", value: null, percent: false };
const FIRST_YEAR = 1900;
const LAST_YEAR = 2200;
const SHOWN = 60;

/** Reads one cell by the type of its column. */
export function readCell(cell: Cell, column: Column, decimal: DecimalSetting): CellReading {
  if (typeof cell === "object" && cell.kind === "fault") return fault("cell-fault", { shown: cell.shown });
  switch (column.type) {
    case "number":
    case "integer":
    case "figure":
      return readNumeric(cell, column, decimal);
    case "month":
      return readMonth(cell);
    case "period":
      return readPeriod(cell);
    case "date":
      return readDay(cell, column.name === "to");
    default:
      return readText(cell, column);
  }
}

function fault(code: FindingCode, details: FindingDetails = {}): CellReading {
  return { kind: "fault", code, details };
}

function value(read: string | number | ImportPeriod, percent = false): CellReading {
  return { kind: "value", value: read, percent };
}

/** The cell as a person would type it. */
function textOf(cell: Cell): string {
  if (typeof cell === "string") return cell;
  if (typeof cell === "number") return String(cell);
  switch (cell.kind) {
    case "date":
      return cell.date;
    case "percent":
      return `${cell.value} %`;
    case "truth":
      return cell.value ? "TRUE" : "FALSE";
    case "fault":
      return cell.shown;
  }
}

function shown(cell: Cell): FindingDetails {
  return { shown: textOf(cell).trim().slice(0, SHOWN) };
}

function readNumeric(cell: Cell, column: Column, decimal: DecimalSetting): CellReading {
  if (typeof cell === "number") return bounded(cell, column, false);
  if (typeof cell === "object")
    return cell.kind === "percent" ? bounded(cell.value, column, true) : fault("not-a-number", shown(cell));
  if (cell === "") return EMPTY;
  const reading = readNumber(cell, { decimal });
  switch (reading.kind) {
    case "number":
      return bounded(reading.value, column, reading.percent);
    case "blank":
      return EMPTY;
    case "not_applicable":
      return column.type === "figure"
        ? value("not_applicable")
        : fault("not-a-number", { ...shown(cell), reason: "no-number" });
    case "ambiguous":
      return fault("ambiguous-number", { ...shown(cell), point: reading.readings[0], comma: reading.readings[1] });
    case "not-a-number":
      return fault("not-a-number", { ...shown(cell), reason: reading.reason });
  }
}

function bounded(number: number, column: Column, percent: boolean): CellReading {
  if (column.type !== "integer") return value(number, percent);
  if (percent || !Number.isInteger(number)) return fault("not-a-whole-number", { shown: number });
  const { low = -Infinity, high = Infinity } = column;
  return number < low || number > high ? fault("out-of-range", { shown: number, low, high }) : value(number);
}

function readMonth(cell: Cell): CellReading {
  const text = typeof cell === "object" && cell.kind === "date" ? cell.date.slice(0, 7) : textOf(cell).trim();
  if (text === "") return EMPTY;
  return isMonthOfUse(text) ? value(text) : fault("not-a-month", shown(cell));
}

function isMonthOfUse(text: string): text is Month {
  return isMonth(text) && isYearOfUse(Number(text.slice(0, 4)));
}

function isYearOfUse(year: number): boolean {
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

function readPeriod(cell: Cell): CellReading {
  const month = readMonth(cell);
  if (month.kind === "value")
    return typeof month.value === "string" ? value({ kind: "month", month: month.value as Month }) : EMPTY;
  const text = textOf(cell).trim();
  const isYear = /^\d{4}$/.test(text) && isYearOfUse(Number(text));
  return isYear ? value({ kind: "year", year: Number(text) }) : fault("not-a-period", shown(cell));
}

/** A month stands for its first day, or where something ends for its last. */
function readDay(cell: Cell, isEnd: boolean): CellReading {
  const text = textOf(cell).trim();
  if (text === "") return EMPTY;
  const month = isMonth(text) ? text : null;
  const day = month === null ? parseDate(text) : dayOfMonth(month, isEnd);
  return day === null || !isYearOfUse(Number(day.slice(0, 4))) ? fault("not-a-date", shown(cell)) : value(day);
}

function dayOfMonth(month: Month, isEnd: boolean): string | null {
  if (!isEnd) return `${month}-01`;
  return ["31", "30", "29", "28"].map((day) => parseDate(`${month}-${day}`)).find((date) => date !== null) ?? null;
}

function readText(cell: Cell, column: Column): CellReading {
  const whole = textOf(cell);
  const text = whole.trim();
  if (text === "") return EMPTY;
  const { longest = 64 } = column;
  if (CONTROL.test(text) || !text.isWellFormed()) return fault("control-character");
  if (column.type === "word") return readWord(text, column.words ?? []);
  if (FORM[column.type]?.test(text) === false)
    return fault(column.type === "email" ? "not-an-email" : "code-form", shown(cell));
  if (text.length > longest) return fault("too-long", { longest, length: text.length });
  if (column.type === "email") return value(text.toLowerCase());
  return value(column.type === "comment" ? whole : text);
}

function readWord(text: string, words: readonly string[]): CellReading {
  const word = text.toLowerCase();
  return words.includes(word)
    ? value(word)
    : fault("unknown-word", { shown: text.slice(0, SHOWN), words: words.join(", ") });
}
