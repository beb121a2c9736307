import { addMonths, type Month } from "../month.ts";
import { IMPORT_COLUMNS, type ImportKind } from "./columns.ts";

/** What an organisation has already, so that the examples refer to it; null where there is none yet. */
export type SampleGround = {
  readonly root: string | null;
  /** A unit without units below it. */
  readonly unit: string | null;
  readonly theme: string | null;
  /** The newest month that has ended. */
  readonly month: Month;
};

type SampleCell = string | number | null;
type SampleRow = Readonly<Record<string, SampleCell>>;

const UNIT = "BRANCH-1";
const ROOT = "GROUP";
const THEME = "CUSTOMERS";
const MONTHS_BACK = -23;

/**
 * Two rows of example for each kind of file, with a cell for every column of its contract. Taken in the order units,
 * themes, kpis, assignments, targets, people, results they are free of errors in an organisation that has nothing yet.
 */
export function sampleRows(kind: ImportKind, ground: SampleGround): SampleCell[][] {
  return SAMPLES[kind](ground).map((row) => IMPORT_COLUMNS[kind].map(({ name }) => row[name] ?? null));
}

const SAMPLES: Readonly<Record<ImportKind, (ground: SampleGround) => readonly SampleRow[]>> = {
  units: ({ root }) => {
    const branch = { code: UNIT, name: "First branch", kind: "branch", parent: root ?? ROOT };
    if (root === null) return [{ code: ROOT, name: "The whole organisation", kind: "group" }, branch];
    return [branch, { ...branch, code: "BRANCH-2", name: "Second branch" }];
  },
  themes: ({ month }) => {
    const year = Number(month.slice(0, 4));
    const strategy = { strategy: `Strategy ${year} to ${year + 3}`, from_year: year, to_year: year + 3 };
    const goals = ["Nine of ten customers recommend us", "A year without a serious accident"];
    return [
      { code: THEME, name: "Customers come back", ...strategy, long_term_goal: goals[0] ?? null },
      { code: "PEOPLE", name: "Everyone goes home safe", ...strategy, long_term_goal: goals[1] ?? null },
    ];
  },
  kpis: ({ theme }) => [
    {
      ...{ code: "COMPLAINTS", name: "Complaints", theme: theme ?? THEME, unit_of_measure: "number", decimals: 0 },
      ...{ direction: "lower", input: "value", org_rule: "sum", time_rule: "sum", frequency: "month", minimum: 0 },
    },
    {
      ...{ code: "ON-TIME", name: "Delivered on time", theme: theme ?? THEME, unit_of_measure: "%", decimals: 1 },
      ...{ direction: "higher", input: "ratio", multiplier: 100, org_rule: "ratio", time_rule: "ratio" },
      ...{ frequency: "month", numerator_label: "on time", denominator_label: "delivered", minimum: 0, maximum: 100 },
    },
  ],
  assignments: ({ unit, month }) =>
    ["COMPLAINTS", "ON-TIME"].map((kpi) => ({ kpi, unit: unit ?? UNIT, from: addMonths(month, MONTHS_BACK) })),
  targets: ({ unit, month }) => [
    { kpi: "COMPLAINTS", unit: unit ?? UNIT, period: month, value: 4 },
    { kpi: "ON-TIME", unit: unit ?? UNIT, period: month, value: 95, stretch: 98 },
  ],
  people: ({ unit }) => [
    { email: "unit.manager@example.org", name: "Unit manager", role: "contributor", unit: unit ?? UNIT },
    { email: "chief.executive@example.org", name: "Chief executive", role: "executive" },
  ],
  results: ({ unit, month }) => {
    const comment = "Two orders waited for a part";
    return [
      { unit: unit ?? UNIT, kpi: "COMPLAINTS", period: month, value: 3 },
      { unit: unit ?? UNIT, kpi: "ON-TIME", period: month, numerator: 96, denominator: 100, comment },
    ];
  },
};
