import { TIME_RULES, type TimeRule } from "../../shared/domain/kpi-definition.ts";
import { addMonths, type Month, parseMonth } from "../../shared/domain/month.ts";
import { roundedPercent } from "../../shared/text/verdict.ts";
import {
  type Command,
  type Invocation,
  isGiven,
  Misuse,
  optionNumber,
  optionText,
  positional,
  requiredText,
} from "./command.ts";
import { type ForecastDocument, type ForecastOptions, firstMonthOf, forecastDocument } from "./forecast-document.ts";
import { readSeries } from "./read-series.ts";
import { saySeriesFaults } from "./series-faults.ts";
import { textTable } from "./text-table.ts";

const REFUSED = 1;

/** Year-end forecasts of a file of series: no installation, no database. */
export const forecastCommand: Command = {
  name: "forecast",
  usage: "FILE --year Y --known-to YYYY-MM [--time-rule RULE] [--fiscal-year-start 1-12] [--json]",
  summary: "forecasts the year's figure of each series and the chance to reach its target",
  help: [
    "Columns as for analyse. Values after the known month are not used, targets are.",
    `--time-rule is one of ${TIME_RULES.join(", ")}; ratio where numerators and denominators stand, else mean.`,
    "The fiscal year is named by the calendar year in which it ends.",
  ],
  options: {
    year: { type: "string" },
    "known-to": { type: "string" },
    "time-rule": { type: "string" },
    "fiscal-year-start": { type: "string" },
    json: { type: "boolean" },
  },
  positionals: [1, 1],
  async run(invocation) {
    const options = askedOptions(invocation);
    const { terminal } = invocation;
    const file = await readSeries(positional(invocation, 0));
    if (file.kind === "refused") {
      saySeriesFaults(file.faults, terminal);
      return REFUSED;
    }
    if (file.series.some(({ dates }) => dates !== undefined)) {
      throw new Misuse("The file holds dates of events; a forecast needs months with values.");
    }
    const document = forecastDocument(file.series, options);
    terminal.say(isGiven(invocation, "json") ? JSON.stringify(document) : table(document));
    return undefined;
  },
};

function askedOptions(invocation: Invocation): ForecastOptions {
  const year = optionNumber(invocation, "year", [1900, 2200]);
  if (year === null) throw new Misuse("--year is needed.");
  const knownTo = parseMonth(requiredText(invocation, "known-to"));
  if (knownTo === null) throw new Misuse("--known-to must be a month, as 2026-04.");
  const fiscalYearStart = optionNumber(invocation, "fiscal-year-start", [1, 12]) ?? 1;
  checkKnownTo(knownTo, firstMonthOf(year, fiscalYearStart));
  return { year, knownTo, fiscalYearStart, timeRule: askedRule(invocation) };
}

/** The year itself is forecast, not a later one: its first open month follows the known one. */
function checkKnownTo(knownTo: Month, first: Month): void {
  if (knownTo < addMonths(first, -1) || knownTo > addMonths(first, 11)) {
    throw new Misuse(`--known-to must lie in the year, or be the month before it (${addMonths(first, -1)}).`);
  }
}

function askedRule(invocation: Invocation): TimeRule | null {
  const asked = optionText(invocation, "time-rule");
  if (asked === null) return null;
  const rule = TIME_RULES.find((name) => name === asked);
  if (rule === undefined) throw new Misuse(`There is no time rule ${asked}; use ${TIME_RULES.join(", ")}.`);
  return rule;
}

function table({ forecasts }: ForecastDocument): string {
  const heads = ["unit", "measure", "expected", "80 % range", "target", "chance"];
  const rows = forecasts.map((f) => [
    f.unit,
    f.measure,
    shown(f.median),
    f.low80 === null ? "–" : `${shown(f.low80)} to ${shown(f.high80)}`,
    shown(f.target),
    chanceText(f.probability),
  ]);
  return textTable(heads, rows);
}

function chanceText(probability: number | null): string {
  if (probability === null) return "–";
  if (probability === 0 || probability === 1) return probability === 1 ? "reached" : "out of reach";
  return `about ${roundedPercent(probability)} %`;
}

function shown(value: number | null): string {
  return value === null ? "–" : String(Number(value.toPrecision(5)));
}
