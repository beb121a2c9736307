import { type Month, parseMonth } from "../../shared/domain/month.ts";
import { ASKED_CHARTS, type AskedChart } from "../../shared/domain/statistics/chart-kind.ts";
import {
  DEFAULT_RULE_SET,
  isRuleSetName,
  RULE_SET_NAMES,
  type RuleSetName,
} from "../../shared/domain/statistics/rule-set.ts";
import { LANGUAGES, languageOf } from "../../shared/text/languages.ts";
import { type AnalyseDocument, analyseDocument } from "./analyse-document.ts";
import { type Command, type Invocation, isGiven, Misuse, optionNumber, optionText, positional } from "./command.ts";
import { readSeries } from "./read-series.ts";
import { saySeriesFaults } from "./series-faults.ts";
import { textTable } from "./text-table.ts";

const REFUSED = 1;

/** The fewest rows that limits may be fixed after. */
const FEWEST_FIXED = 12;

/** Statistics of a file of series: no installation, no database. */
export const analyseCommand: Command = {
  name: "analyse",
  usage:
    "FILE [--json] [--rule-set NAME] [--chart NAME] [--rebase YYYY-MM]... [--fix-after N] [--no-screening] [--lang LANG]",
  summary: "reads the months of a CSV of series: limits, signals, verdicts",
  help: [
    "Columns: unit, measure (or kpi), period, value, direction; where there are: numerator, denominator, target, low, high.",
    `--rule-set is one of ${RULE_SET_NAMES.join(", ")}; ${DEFAULT_RULE_SET} unless it is said.`,
    "A file with event_date in place of period and value holds one event a row; the days between events are judged (t).",
    `--chart is one of ${ASKED_CHARTS.join(", ")}: auto for ${DEFAULT_RULE_SET}, xmr for the other rule sets.`,
    "--rebase begins new limits at a month and may be given more than once.",
    "--fix-after takes limits from the first N rows of each segment; --no-screening keeps every moving range.",
  ],
  options: {
    json: { type: "boolean" },
    "rule-set": { type: "string" },
    chart: { type: "string" },
    lang: { type: "string" },
    rebase: { type: "string", multiple: true },
    "fix-after": { type: "string" },
    "no-screening": { type: "boolean" },
  },
  positionals: [1, 1],
  async run(invocation) {
    const options = {
      ruleSet: askedRuleSet(invocation),
      chart: askedChart(invocation),
      locale: askedLanguage(invocation),
      rebase: askedMonths(invocation),
      fixAfter: optionNumber(invocation, "fix-after", [FEWEST_FIXED, 1_000_000]),
      screening: !isGiven(invocation, "no-screening"),
    };
    const { terminal } = invocation;
    const file = await readSeries(positional(invocation, 0));
    if (file.kind === "refused") {
      saySeriesFaults(file.faults, terminal);
      return REFUSED;
    }
    const document = analyseDocument(file.series, options);
    terminal.say(isGiven(invocation, "json") ? JSON.stringify(document) : table(document));
    return undefined;
  },
};

function askedRuleSet(invocation: Invocation): RuleSetName {
  const name = optionText(invocation, "rule-set") ?? DEFAULT_RULE_SET;
  if (!isRuleSetName(name)) throw new Misuse(`There is no rule set ${name}; use ${RULE_SET_NAMES.join(", ")}.`);
  return name;
}

function askedChart(invocation: Invocation): AskedChart | null {
  const name = optionText(invocation, "chart");
  if (name === null) return null;
  const chart = ASKED_CHARTS.find((each) => each === name);
  if (chart === undefined) throw new Misuse(`There is no chart ${name}; use ${ASKED_CHARTS.join(", ")}.`);
  return chart;
}

function askedLanguage(invocation: Invocation): string {
  const asked = optionText(invocation, "lang");
  if (asked === null) return "en-GB";
  const language = languageOf(asked);
  if (language === null) throw new Misuse(`There is no language ${asked}; use ${LANGUAGES.join(", ")}.`);
  return language;
}

function askedMonths({ options }: Invocation): Month[] {
  const asked = options["rebase"];
  return (Array.isArray(asked) ? asked : []).map((text: string) => {
    const month = parseMonth(text);
    if (month === null) throw new Misuse(`"${text}" is no month; write it as 2026-04.`);
    return month;
  });
}

function table({ series }: AnalyseDocument): string {
  const heads = ["unit", "measure", "months", "newest", "usual range", "verdict"];
  const rows = series.map(({ unit, measure, points, segments, sentence }) => {
    const newest = points.findLast((point) => point.value !== null)?.value ?? null;
    return [unit, measure, String(points.length), shown(newest), rangeOf(segments.at(-1)), sentence];
  });
  return textTable(heads, rows);
}

function rangeOf(segment: AnalyseDocument["series"][number]["segments"][number] | undefined): string {
  if (segment === undefined || segment.lpl === null) return shown(null);
  return `${shown(segment.lpl)} to ${shown(segment.upl)}`;
}

/** Five digits are enough for a glance; the document has them all. */
function shown(value: number | null): string {
  return value === null ? "–" : String(Number(value.toPrecision(5)));
}
