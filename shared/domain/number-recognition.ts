import { decimalOfNumber, isEnterable } from "./decimal.ts";

/**
 * Reads a number that a person typed, pasted or exported, in whatever locale. It exists once: the entry grid, imports and
 * the API all ask here.
 *
 * A separator is never stripped: each text is read in full as a decimal point's and as a decimal comma's, and only a
 * reading whose grouping is whole counts. So "11,11" is never 1111, "1,234,567" never 1.234, and "1.234" is ambiguous.
 *
 * Taken: grouping by comma, point, blank (space, no-break, narrow no-break, thin, figure), apostrophe, Arabic separators,
 * and Indian grouping by comma; signs in front (hyphen, Unicode minus, dashes); a percent sign before or behind; Western,
 * Arabic-Indic, Persian, Devanagari, Bengali and full-width digits; an exponent behind an ungrouped number.
 *
 * Refused, because each is written for more than one thing: parentheses ("(5)" is -5 to an accountant, provisional to
 * others), a minus behind, a lone dash, a number ending in its mark ("94." may be a cut "94.2"), digits of two scripts.
 */
export type DecimalMark = "point" | "comma";
export const DECIMAL_SETTINGS = ["point", "comma", "auto"] as const;
export type DecimalSetting = (typeof DECIMAL_SETTINGS)[number];

export const NUMBER_FAULTS = [
  "no-number",
  "grouping",
  "other-mark",
  "unfinished",
  "parentheses",
  "dash",
  "mixed-digits",
  "too-many-digits",
  "too-large",
  "too-small",
] as const;
export type NumberFault = (typeof NUMBER_FAULTS)[number];

export type NumberReading =
  /** `percent`: the text carried a percent sign; `value` is the number in front of it, 94.2 for "94.2 %". */
  | { kind: "number"; value: number; percent: boolean }
  /** The number if the mark is a decimal point, and if it is a decimal comma. */
  | { kind: "ambiguous"; readings: readonly [point: number, comma: number]; percent: boolean }
  | { kind: "blank" }
  | { kind: "not_applicable" }
  | { kind: "not-a-number"; reason: NumberFault };

export interface NumberSetting {
  decimal: DecimalSetting;
  /** The usual range of the series: settles an ambiguous text when just one of its readings lies inside. */
  usual?: { low: number; high: number } | undefined;
}

/** An entered number has at most this many significant digits: a double gives every such decimal back exactly. */
const MAX_SIGNIFICANT_DIGITS = 15;
const LIMIT_EXPONENT = 15;
const MAX_DECIMAL_PLACES = 30;
const LONGEST = 80;

const ZEROS = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xff10];
const CANONICAL: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Array.from(" \u00a0\u1680\u2002\u2003\u2007\u2008\u2009\u200a\u202f\u3000\ufeff", (c) => [c, " "]),
  ),
  ...Object.fromEntries(Array.from("-\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d", (c) => [c, "-"])),
  ...Object.fromEntries(Array.from("+\uff0b", (c) => [c, "+"])),
  ...Object.fromEntries(Array.from("%\u066a\uff05", (c) => [c, "%"])),
  ...Object.fromEntries(Array.from("'\u2018\u2019\u02bc\uff07", (c) => [c, "'"])),
  ...Object.fromEntries(Array.from(".\uff0e", (c) => [c, "."])),
  ...Object.fromEntries(Array.from(",\uff0c", (c) => [c, ","])),
  "\u066b": "d",
  "\u066c": "g",
  e: "e",
  E: "e",
  "(": "(",
  ")": ")",
};
/** Invisible direction marks, which Arabic, Persian and Hebrew locales put around signs; harmless only at the edges. */
const EDGE_MARKS = /^[\u200e\u200f\u061c\u2066-\u2069\s\ufeff]+|[\u200e\u200f\u061c\u2066-\u2069\s\ufeff]+$/g;
const MARKS_BY_SIGN = /(?<=[-+\u2212%\u066a])[\u200e\u200f\u061c]+|[\u200e\u200f\u061c]+(?=[-+\u2212%\u066a])/g;
const FRAME = /^(?<lead>[-+% ]*)(?<body>\d.*\d|\d|[.,d]\d+(?:e.*\d)?)(?<tail>[% ]*)$/;
const WESTERN = /^[1-9]\d{0,2}([ '.,g])\d{3}(?:\1\d{3})*$/;
const INDIAN = /^[1-9]\d?(?:,\d\d)+,\d{3}$/;
const PLAIN = /^\d*$/;
const EXPONENT = /^(\d*)(?:([.,d])(\d+))?e([-+]?\d{1,4})$/;

type Read = number | NumberFault;
interface Readings {
  point: Read;
  comma: Read;
  percent: boolean;
}

/** What `text` says, under a declared decimal mark or ("auto") by the text alone and the usual range. */
export function readNumber(text: string, setting: NumberSetting): NumberReading {
  const said = readingsOf(text);
  if (said === "blank") return { kind: "blank" };
  if (said === "not_applicable") return { kind: "not_applicable" };
  if (typeof said === "string") return { kind: "not-a-number", reason: said };
  const { point, comma, percent } = said;
  if (setting.decimal !== "auto") return declared(said, setting.decimal);
  if (typeof point === "string") return typeof comma === "string" ? unread(point, comma) : numeric(comma, percent);
  if (typeof comma === "string" || comma === point) return numeric(point, percent);
  const { usual } = setting;
  const fits = usual === undefined ? [] : [point, comma].filter((value) => value >= usual.low && value <= usual.high);
  const [only] = fits;
  if (fits.length === 1 && only !== undefined) return numeric(only, percent);
  return { kind: "ambiguous", readings: [point, comma], percent };
}

/** What one text tells about the decimal mark of its file; "both" where it could be read two ways, "none" where it bears no mark. */
export function markEvidence(text: string): DecimalMark | "both" | "none" {
  const said = readingsOf(text);
  if (typeof said === "string") return "none";
  const { point, comma } = said;
  if (typeof point === "string") return typeof comma === "string" ? "none" : "comma";
  if (typeof comma === "string") return "point";
  return point === comma ? "none" : "both";
}

export type FileMark =
  | { kind: "settled"; decimal: DecimalMark }
  /** No number of the file depends on the mark. */
  | { kind: "needless" }
  /** Numbers that could be read two ways, and none that settles which; `first` is the index of the first. */
  | { kind: "undecided"; first: number }
  /** Numbers that can only be read with a point and others only with a comma: the index of the first of each. */
  | { kind: "contradictory"; point: number; comma: number };

/**
 * The decimal mark of a file: the one that its numbers allow, taken together. One number that can be read in only one way
 * ("94,2", "1.234,5") settles the others; two that contradict each other settle nothing.
 */
export function recogniseDecimalMark(texts: Iterable<string>): FileMark {
  const first = { point: -1, comma: -1, both: -1 };
  let index = 0;
  for (const text of texts) {
    const evidence = markEvidence(text);
    if (evidence !== "none" && first[evidence] < 0) first[evidence] = index;
    index += 1;
  }
  if (first.point >= 0 && first.comma >= 0) return { kind: "contradictory", point: first.point, comma: first.comma };
  if (first.point >= 0) return { kind: "settled", decimal: "point" };
  if (first.comma >= 0) return { kind: "settled", decimal: "comma" };
  return first.both >= 0 ? { kind: "undecided", first: first.both } : { kind: "needless" };
}

/**
 * The number in a spreadsheet's numeric cell, which is written as a machine writes doubles ("1.1000000000000001", "1E-3").
 * Spreadsheets hold 15 significant digits by their own definition, so the digits behind them are the double's, not the
 * author's, and are dropped. Null where the text is no such number or beyond the product's limits.
 */
export function readMachineNumber(text: string): number | null {
  const quick = quickReadings(text);
  if (quick !== null && typeof quick.point === "number" && !text.includes(",")) return quick.point;
  if (!/^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,4})?$/.test(text)) return null;
  const value = Number(Number(text).toPrecision(MAX_SIGNIFICANT_DIGITS)) + 0;
  return Number.isFinite(value) && isEnterable(decimalOfNumber(value)) ? value : null;
}

function numeric(value: number, percent: boolean): NumberReading {
  return { kind: "number", value, percent };
}

function declared({ point, comma, percent }: Readings, decimal: DecimalMark): NumberReading {
  const [asked, other] = decimal === "point" ? [point, comma] : [comma, point];
  if (typeof asked === "number") return numeric(asked, percent);
  return { kind: "not-a-number", reason: typeof other === "number" ? "other-mark" : asked };
}

/** Of two faults the one that says more: a limit broken by a whole number tells more than a grouping that is not one. */
function unread(point: NumberFault, comma: NumberFault): NumberReading {
  return { kind: "not-a-number", reason: point === "grouping" ? comma : point };
}

function readingsOf(text: string): Readings | NumberFault | "blank" | "not_applicable" {
  const quick = quickReadings(text);
  if (quick !== null) return quick;
  const trimmed = text.replace(EDGE_MARKS, "");
  if (trimmed === "") return "blank";
  if (/^n\/a$/i.test(trimmed)) return "not_applicable";
  if (trimmed.length > LONGEST) return "no-number";
  const canonical = canonicalForm(trimmed.replace(MARKS_BY_SIGN, ""));
  if (canonical === "no-number" || canonical === "mixed-digits") return canonical;
  return framedReadings(canonical);
}

/** Most numbers: ASCII digits, perhaps a minus, at most one mark. Null where the text is anything else. */
function quickReadings(text: string): Readings | null {
  const start = text.charCodeAt(0) === 0x2d ? 1 : 0;
  const mark = onlyMark(text, start);
  if (mark === null || text.length - start > MAX_SIGNIFICANT_DIGITS) return null;
  if (mark === text.length) {
    const value = Number(text) + 0;
    return { point: value, comma: value, percent: false };
  }
  const before = mark - start;
  const decimal = Number(`${text.slice(0, mark)}.${text.slice(mark + 1)}`) + 0;
  const grouped = before <= 3 && text.length - mark === 4 && text.charCodeAt(start) !== 0x30;
  const whole: Read = grouped ? Number(text.slice(0, mark) + text.slice(mark + 1)) : "grouping";
  return text.charCodeAt(mark) === 0x2e
    ? { point: decimal, comma: whole, percent: false }
    : { point: whole, comma: decimal, percent: false };
}

/** Index of the one mark with a digit on either side, or the length where there are digits only; null for any other text. */
function onlyMark(text: string, start: number): number | null {
  let mark = text.length;
  for (let i = start; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code >= 0x30 && code <= 0x39) continue;
    if ((code !== 0x2e && code !== 0x2c) || mark < text.length) return null;
    mark = i;
  }
  return mark > start && mark !== text.length - 1 ? mark : null;
}

/** The text in ASCII digits and the signs of `CANONICAL`. */
function canonicalForm(text: string): string {
  let out = "";
  let script = -1;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const zero = ZEROS.find((from) => code >= from && code <= from + 9);
    if (zero === undefined) {
      const known = CANONICAL[character];
      if (known === undefined) return "no-number";
      out += known;
    } else {
      if (script >= 0 && script !== zero) return "mixed-digits";
      script = zero;
      out += code - zero;
    }
  }
  return out;
}

function framedReadings(canonical: string): Readings | NumberFault {
  const frame = FRAME.exec(canonical)?.groups;
  if (frame === undefined) return frameFault(canonical);
  const { lead = "", body = "", tail = "" } = frame;
  const signs = lead.replace(/[ %]/g, "");
  const percents = (lead + tail).replace(/[^%]/g, "").length;
  if (signs.length > 1 || percents > 1 || /[-+%(]/.test(body.replace(/e[-+]/, ""))) return "no-number";
  const minus = signs === "-" ? "-" : "";
  return { point: readBody(minus, body, "."), comma: readBody(minus, body, ","), percent: percents === 1 };
}

function frameFault(canonical: string): NumberFault {
  if (/^\(.*\d.*\)$/.test(canonical)) return "parentheses";
  if (/^-+$/.test(canonical)) return "dash";
  return /^[-+% ]*\d[\d ',.]*[.,d'][% ]*$/.test(canonical) ? "unfinished" : "no-number";
}

/** `body` read with `mark` ("." or ",") as its decimal mark; an Arabic decimal separator settles itself. */
function readBody(minus: string, body: string, mark: string): Read {
  const exponent = EXPONENT.exec(body);
  if (exponent !== null) {
    const [, whole = "", used, part = "", power = "0"] = exponent;
    if (used !== undefined && used !== "d" && used !== mark) return "grouping";
    return exactly(minus, { whole, part, power: Number(power) });
  }
  if (body.includes("e")) return "no-number";
  const pieces = body.split(body.includes("d") ? "d" : mark);
  const [whole = "", part = ""] = pieces;
  if (pieces.length > 2 || !/^\d*$/.test(part)) return "grouping";
  if (!PLAIN.test(whole) && !WESTERN.test(whole) && !INDIAN.test(whole)) return "grouping";
  return exactly(minus, { whole: whole.replace(/\D/g, ""), part, power: 0 });
}

/** The double of a decimal within the limits: nothing is ever rounded to fit. */
function exactly(minus: string, { whole, part, power }: { whole: string; part: string; power: number }): Read {
  const digits = (whole + part).replace(/^0+/, "");
  const significant = digits.replace(/0+$/, "");
  if (significant === "") return 0;
  const magnitude = digits.length - part.length + power;
  if (magnitude > LIMIT_EXPONENT) return "too-large";
  if (significant.length > MAX_SIGNIFICANT_DIGITS) return "too-many-digits";
  if (significant.length - magnitude > MAX_DECIMAL_PLACES) return "too-small";
  return Number(`${minus}${whole}.${part}e${power}`);
}
