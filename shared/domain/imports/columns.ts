import { FREQUENCIES } from "../calendar.ts";
import { DIRECTIONS, INPUTS, MAX_DECIMALS, ORG_RULES, TIME_RULES } from "../kpi-definition.ts";
import { ROLES } from "../permissions.ts";

export const IMPORT_KINDS = ["units", "themes", "kpis", "assignments", "targets", "people", "results"] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

export const UNIT_KINDS = ["group", "area", "country", "branch", "factory", "function"] as const;

/** What a cell may say: `figure` takes `n/a` beside numbers, `period` a month or a fiscal year, `date` a day or a month. */
export type ColumnType =
  | "code"
  | "codes"
  | "text"
  | "comment"
  | "email"
  | "word"
  | "month"
  | "period"
  | "date"
  | "integer"
  | "number"
  | "figure";

export interface Column {
  name: string;
  type: ColumnType;
  /** The column must be there and each of its cells filled. */
  required: boolean;
  words?: readonly string[];
  longest?: number;
  low?: number;
  high?: number;
}

const code = <const N extends string>(name: N) => ({ name, type: "code", required: true }) as const;
const text = <const N extends string>(name: N, longest = 200) =>
  ({ name, type: "text", required: true, longest }) as const;
const word = <const N extends string, const W extends readonly string[]>(name: N, words: W) =>
  ({ name, type: "word", required: true, words }) as const;
const month = <const N extends string>(name: N) => ({ name, type: "month", required: true }) as const;
const number = <const N extends string>(name: N) => ({ name, type: "number", required: true }) as const;
const whole = <const N extends string>(name: N, low: number, high: number) =>
  ({ name, type: "integer", required: true, low, high }) as const;
const OPTIONAL = { required: false } as const;

const LONG = 4_000;

/** The columns of each kind of file: the only list of them. Parser, reports, templates and exports all read it. */
export const IMPORT_COLUMNS = {
  units: [
    code("code"),
    text("name"),
    word("kind", UNIT_KINDS),
    { ...code("parent"), ...OPTIONAL },
    { ...month("from"), ...OPTIONAL },
  ],
  themes: [
    code("code"),
    text("name"),
    text("strategy"),
    whole("from_year", 1900, 2200),
    whole("to_year", 1900, 2200),
    { ...text("long_term_goal", LONG), ...OPTIONAL },
  ],
  kpis: [
    code("code"),
    text("name"),
    { ...code("theme"), ...OPTIONAL },
    text("unit_of_measure", 60),
    whole("decimals", 0, MAX_DECIMALS),
    word("direction", DIRECTIONS),
    word("input", INPUTS),
    { ...number("multiplier"), ...OPTIONAL },
    word("org_rule", ORG_RULES),
    word("time_rule", TIME_RULES),
    { ...word("frequency", FREQUENCIES), ...OPTIONAL },
    { ...text("numerator_label"), ...OPTIONAL },
    { ...text("denominator_label"), ...OPTIONAL },
    { ...number("minimum"), ...OPTIONAL },
    { ...number("maximum"), ...OPTIONAL },
    { ...number("tolerance"), ...OPTIONAL },
    { ...word("tolerance_kind", ["absolute", "percent"]), ...OPTIONAL },
    { ...text("expression", LONG), ...OPTIONAL },
    { ...text("description", LONG), ...OPTIONAL },
    { ...month("from"), ...OPTIONAL },
  ],
  assignments: [
    code("kpi"),
    { name: "unit", type: "codes", required: true },
    month("from"),
    { ...month("to"), ...OPTIONAL },
  ],
  targets: [
    code("kpi"),
    code("unit"),
    { name: "period", type: "period", required: true },
    { ...number("value"), ...OPTIONAL },
    { ...number("low"), ...OPTIONAL },
    { ...number("high"), ...OPTIONAL },
    { ...number("stretch"), ...OPTIONAL },
    { ...number("benchmark"), ...OPTIONAL },
  ],
  people: [
    { name: "email", type: "email", required: true, longest: 254 },
    text("name"),
    word("role", ROLES),
    { ...code("unit"), ...OPTIONAL },
    { name: "from", type: "date", required: false },
    { name: "to", type: "date", required: false },
  ],
  results: [
    code("unit"),
    code("kpi"),
    month("period"),
    { name: "value", type: "figure", required: false },
    { ...number("numerator"), ...OPTIONAL },
    { ...number("denominator"), ...OPTIONAL },
    { name: "comment", type: "comment", required: false, longest: LONG },
  ],
} as const satisfies Record<ImportKind, readonly Column[]>;

/** The columns that together name a row: no two rows of a file may agree in all of them. */
export const KEY_COLUMNS: Readonly<Record<ImportKind, readonly string[]>> = {
  units: ["code", "from"],
  themes: ["code"],
  kpis: ["code", "from"],
  assignments: ["kpi", "unit", "from"],
  targets: ["kpi", "unit", "period"],
  people: ["email", "role", "unit", "from"],
  results: ["unit", "kpi", "period"],
};

/** The name of a column as a field: `from_year` is `fromYear`. */
export function camelCase(name: string): string {
  return name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
