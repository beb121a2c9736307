import type { Direction, OrgRule, TimeRule } from "../../shared/domain/kpi-definition.ts";
import { type DemoModel, MAKING, type Making } from "./kpi-making.ts";

export type DemoKpi = {
  code: string;
  name: string;
  theme: string;
  unitOfMeasure: string;
  decimals: number;
  direction: Direction;
  multiplier: number;
  numerator: string;
  denominator: string;
  orgRule: OrgRule;
  timeRule: TimeRule;
  frequency: "month" | "quarter" | "half-year";
  at: "branch" | "factory" | "both";
  model: DemoModel;
  /** Month-to-month noise common to the whole organisation, as a share of the level. */
  sway: number;
  /** The year's target of each of the four fiscal years of the strategy; pairs for a band. */
  targets: (number | [number, number])[];
  tolerance: { kind: "absolute" | "percent"; amount: number } | null;
  leading: boolean;
  description: string;
  source: string;
};

type Row = [
  code: string,
  name: string,
  theme: string,
  measure: string,
  multiplier: number,
  decimals: number,
  direction: Direction,
  fraction: string,
];

const ROWS: Row[] = [
  ["NPS", "Net promoter score", "CUSTOMER", "points", 100, 0, "higher", "promoters less detractors/responses"],
  ["COMPLAINTS", "Complaint rate", "CUSTOMER", "per 1,000 units", 1000, 2, "lower", "complaints/units in service"],
  [
    "COMPLAINTS-10D",
    "Complaints closed within 10 working days",
    "CUSTOMER",
    "%",
    100,
    1,
    "higher",
    "closed in time/closed",
  ],
  [
    "RETENTION",
    "Maintenance contract retention",
    "CUSTOMER",
    "%",
    100,
    1,
    "higher",
    "value retained/value due for renewal",
  ],
  ["CALLBACKS", "Callback rate", "RELIABILITY", "per unit and year", 12, 2, "lower", "callbacks/units in service"],
  ["MTBC", "Mean time between callbacks", "RELIABILITY", "days", 1, 0, "higher", "unit-days/callbacks"],
  ["AVAILABILITY", "Equipment availability", "RELIABILITY", "%", 100, 3, "higher", "hours in service/scheduled hours"],
  ["REPEATS", "Repeat callbacks within 30 days", "RELIABILITY", "%", 100, 1, "lower", "repeats/callbacks"],
  [
    "FREQUENT",
    "Units with more than 4 callbacks in 12 months",
    "RELIABILITY",
    "%",
    100,
    1,
    "lower",
    "units/units in service",
  ],
  ["FIRST-FIX", "First-time fix rate", "RELIABILITY", "%", 100, 1, "higher", "fixed on first visit/callbacks"],
  [
    "IIFR",
    "Industrial injury frequency",
    "SAFETY",
    "per million hours",
    1e6,
    1,
    "lower",
    "lost-time injuries/hours worked",
  ],
  ["NEAR-MISSES", "Near misses reported", "SAFETY", "per 100 field staff", 100, 1, "higher", "reports/field staff"],
  ["ENTRAPMENTS", "Entrapments", "SAFETY", "per 100 units and year", 1200, 1, "lower", "entrapments/units in service"],
  [
    "RELEASE-60",
    "Entrapments released within 60 minutes",
    "SAFETY",
    "%",
    100,
    1,
    "higher",
    "released in time/entrapments",
  ],
  ["SAFETY-ACTIONS", "Safety audit actions closed on time", "SAFETY", "%", 100, 1, "higher", "closed on time/due"],
  ["ON-TIME", "Installations handed over on the agreed date", "DELIVERY", "%", 100, 1, "higher", "on time/handed over"],
  ["RIGHT-FIRST", "Installations right first time", "DELIVERY", "%", 100, 1, "higher", "no defect/inspected"],
  [
    "NEW-CALLBACKS",
    "Callbacks in the first 12 months",
    "DELIVERY",
    "per unit and year",
    12,
    2,
    "lower",
    "callbacks/units in warranty",
  ],
  ["PREVENTIVE", "Preventive visits done as planned", "DELIVERY", "%", 100, 1, "higher", "done in window/planned"],
  ["YIELD", "Factory first-pass yield", "SUPPLY", "%", 100, 2, "higher", "passed first time/produced"],
  ["SUPPLIER-PPM", "Supplier defects", "SUPPLY", "ppm", 1e6, 0, "lower", "rejected/received"],
  ["COPQ", "Cost of poor quality", "SUPPLY", "% of sales", 100, 2, "lower", "cost of poor quality/sales"],
  [
    "TRAINING",
    "Mandatory quality and safety training complete",
    "PEOPLE",
    "%",
    100,
    1,
    "higher",
    "valid certificates/required",
  ],
  ["LEARNING", "Learning hours per employee", "PEOPLE", "hours", 1, 1, "higher", "hours/headcount"],
  ["CULTURE", "Employee quality-culture index", "PEOPLE", "points of 100", 1, 1, "higher", "sum of scores/respondents"],
  [
    "EFFECTIVE",
    "Corrective actions proven effective",
    "IMPROVEMENT",
    "%",
    100,
    1,
    "higher",
    "verified effective/closed",
  ],
  ["CONNECTED", "Connected units", "IMPROVEMENT", "%", 100, 1, "higher", "connected/units in service"],
  ["STOCK-COVER", "Spare parts stock cover", "SUPPLY", "weeks", 1, 1, "band", "stock/weekly use"],
  ["TRAPPED-SHARE", "Callbacks with someone trapped", "SAFETY", "%", 1, 1, "lower", ""],
];

function describe(row: Row, model: DemoModel): string {
  if (model.kind === "derived") return "Entrapments over callbacks, in any unit and period.";
  const [, , , , multiplier, , , fraction] = row;
  const factor = multiplier === 1 ? "" : `${multiplier.toLocaleString("en")} × `;
  return `${factor}${fraction.replace("/", " ÷ ")}, sums over units and months.`;
}

function demoKpi(row: Row, making: Making): DemoKpi {
  const [code, name, theme, unitOfMeasure, multiplier, decimals, direction, fraction] = row;
  const [numerator = "", denominator = ""] = fraction.split("/");
  return {
    code,
    name,
    theme,
    unitOfMeasure,
    decimals,
    direction,
    multiplier,
    numerator,
    denominator,
    orgRule: making.model.kind === "derived" ? "none" : "ratio",
    timeRule: making.model.kind === "derived" ? "last" : "ratio",
    frequency: "month",
    at: "branch",
    tolerance: null,
    leading: false,
    description: describe(row, making.model),
    source: theme === "PEOPLE" ? "People system" : "Field service system",
    ...making,
  };
}

/** The 27 KPIs of the demonstration, one with a band beside them and one derived. With `count`, further lines of the same. */
export function demoKpis(count = ROWS.length): DemoKpi[] {
  const first = ROWS.flatMap((row) => {
    const making = MAKING[row[0]];
    return making ? [demoKpi(row, making)] : [];
  });
  const lines = first.filter((kpi) => kpi.model.kind === "share" || kpi.model.kind === "events");
  for (let i = 0; first.length < count; i++) {
    const kpi = lines[i % lines.length];
    if (!kpi) break;
    const line = Math.floor(i / lines.length) + 2;
    first.push({ ...kpi, code: `${kpi.code}-${line}`, name: `${kpi.name}, line ${line}` });
  }
  return first;
}
