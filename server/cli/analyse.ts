import { parseArgs } from "node:util";
import { type Month, monthIndex, parseMonth } from "../../shared/domain/month.ts";
import { analyseSeries } from "../../shared/domain/statistics/analyse-series.ts";
import { meetsTarget } from "../../shared/domain/statistics/assurance.ts";
import { targetInForce } from "../../shared/domain/statistics/outlook.ts";
import {
  DEFAULT_RULE_SET,
  isRuleSetName,
  RULE_SET_NAMES,
  type RuleSetName,
} from "../../shared/domain/statistics/rule-set.ts";
import type { SeriesAnalysis } from "../../shared/domain/statistics/series.ts";
import { type AnalysisDocument, analysisDocument } from "../../shared/domain/statistics/series-document.ts";
import type { StatusKind } from "../../shared/domain/status-kind.ts";
import { verdictOf } from "../../shared/domain/verdict.ts";
import { verdictText } from "../../shared/text/verdict.ts";
import { type CommandIo, EXIT, type ExitCode } from "./command-io.ts";
import { type FileFault, type FileSeries, readSeriesFile } from "./series-file.ts";
import { textTable } from "./text-table.ts";

export const ANALYSE_USAGE = `plumbline analyse FILE [--json] [--rule-set NAME] [--rebase YYYY-MM]... [--fix-after N] [--no-screening]

Statistics of a CSV of series: unit, measure (or kpi), period, value, direction; and where there are: numerator,
denominator, target, low, high. Nothing is stored.
  --json          print the document instead of a table
  --rule-set      ${RULE_SET_NAMES.join(", ")} (default ${DEFAULT_RULE_SET})
  --rebase        begin new limits at this month; may be given more than once
  --fix-after     limits from the first N rows of each segment (12 or more)
  --no-screening  keep every moving range
`;

export type AnalyseOptions = {
  ruleSet: RuleSetName;
  rebase: Month[];
  fixAfter: number | null;
  screening: boolean;
};

export type SeriesDocument = {
  unit: string;
  measure: string;
  direction: "increase" | "decrease" | "neutral" | "band";
  target: number | null;
  low: number | null;
  high: number | null;
} & AnalysisDocument & { sentence: string; advice: string };

export type AnalyseDocument = { series: SeriesDocument[] };

/** The statistics of a file of series, or what is wrong with the file. */
export function analyseFile(bytes: Uint8Array, options: AnalyseOptions): AnalyseDocument | { faults: FileFault[] } {
  const file = readSeriesFile(bytes);
  if (file.kind === "refused") return { faults: file.faults };
  return { series: file.series.map((series) => seriesDocument(series, options)) };
}

function seriesDocument(series: FileSeries, options: AnalyseOptions): SeriesDocument {
  const { unit, measure, direction, rows, decimals } = series;
  const analysis = analyseSeries({ direction, rows }, { ...options, monthsPerPeriod: monthsPerPeriod(rows) });
  const newest = rows.at(-1);
  const words = verdictText(verdictOnFile(series, analysis), { decimals, locale: "en-GB" });
  return {
    unit,
    measure,
    direction: SPELLED[direction],
    target: newest?.target ?? null,
    low: newest?.low ?? null,
    high: newest?.high ?? null,
    ...analysisDocument(analysis),
    sentence: words.sentence,
    advice: words.advice,
  };
}

const SPELLED = { higher: "increase", lower: "decrease", neutral: "neutral", band: "band" } as const;

function verdictOnFile(series: FileSeries, analysis: SeriesAnalysis) {
  const period = series.rows.at(-1)?.period ?? ("0000-01" as Month);
  return verdictOf({
    period,
    status: statusOfNewest(series),
    offSince: null,
    analysis,
    plan: "none",
    newestDecision: null,
  });
}

function statusOfNewest({ rows, direction }: FileSeries): StatusKind {
  const newest = rows.at(-1);
  const target = targetInForce(newest);
  if (newest === undefined || newest.value === null) return "missing";
  if (target === null || direction === "neutral") return "no_target";
  return meetsTarget(newest.value, target, direction) ? "on" : "off";
}

/** 3, 6 or 12 where every gap between rows is a multiple of it and there are enough rows to tell; else 1. */
function monthsPerPeriod(rows: FileSeries["rows"]): number {
  const gaps = rows.slice(1).map((row, i) => monthIndex(row.period) - monthIndex(rows[i]?.period ?? row.period));
  return gaps.length < 3 ? 1 : ([12, 6, 3].find((months) => gaps.every((gap) => gap % months === 0)) ?? 1);
}

/** `plumbline analyse`: exit 0 done, 1 refused with the faults of the file, 2 wrong usage. */
export async function runAnalyse(argv: readonly string[], io: CommandIo): Promise<ExitCode> {
  const asked = readArguments(argv);
  if ("usage" in asked) {
    (asked.isHelp ? io.print : io.complain)(`${asked.usage}${ANALYSE_USAGE}`);
    return asked.isHelp ? EXIT.done : EXIT.usage;
  }
  let bytes: Uint8Array;
  try {
    bytes = await io.readFile(asked.file);
  } catch {
    io.complain(`The file ${asked.file} cannot be read.\n`);
    return EXIT.refused;
  }
  const answer = analyseFile(bytes, asked.options);
  if ("faults" in answer) {
    io.complain(
      answer.faults.map(({ row, column, message }) => `row ${row}, ${column || "file"}: ${message}\n`).join(""),
    );
    return EXIT.refused;
  }
  io.print(asked.json ? `${JSON.stringify(answer)}\n` : table(answer));
  return EXIT.done;
}

type Asked = { file: string; json: boolean; options: AnalyseOptions } | { usage: string; isHelp: boolean };

function readArguments(argv: readonly string[]): Asked {
  const wrong = (sentence: string): Asked => ({ usage: `${sentence}\n\n`, isHelp: false });
  let parsed: ReturnType<typeof parsedArguments>;
  try {
    parsed = parsedArguments(argv);
  } catch (error) {
    return wrong((error as Error).message);
  }
  const { values, positionals } = parsed;
  if (values.help === true) return { usage: "", isHelp: true };
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) return wrong("Name one file.");
  const ruleSet = values["rule-set"] ?? DEFAULT_RULE_SET;
  if (!isRuleSetName(ruleSet)) return wrong(`There is no rule set ${ruleSet}.`);
  const rebase = (values.rebase ?? []).map((text) => ({ text, month: parseMonth(text) }));
  const noMonth = rebase.find(({ month }) => month === null);
  if (noMonth !== undefined) return wrong(`"${noMonth.text}" is no month; write it as 2026-04.`);
  const fixAfter = values["fix-after"] === undefined ? null : Number(values["fix-after"]);
  if (fixAfter !== null && (!Number.isInteger(fixAfter) || fixAfter < 12)) {
    return wrong("Limits can be fixed after 12 rows or more.");
  }
  return {
    file,
    json: values.json === true,
    options: {
      ruleSet,
      rebase: rebase.flatMap(({ month }) => (month === null ? [] : [month])),
      fixAfter,
      screening: values["no-screening"] !== true,
    },
  };
}

function parsedArguments(argv: readonly string[]) {
  return parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      json: { type: "boolean" },
      "rule-set": { type: "string" },
      rebase: { type: "string", multiple: true },
      "fix-after": { type: "string" },
      "no-screening": { type: "boolean" },
      help: { type: "boolean", short: "h" },
    },
  });
}

function table({ series }: AnalyseDocument): string {
  const heads = ["unit", "measure", "months", "newest", "usual range", "sentence"];
  const rows = series.map(({ unit, measure, points, segments, sentence }) => {
    const segment = segments.at(-1);
    const range =
      segment?.lpl == null || segment.upl === null ? "–" : `${rounded(segment.lpl)} to ${rounded(segment.upl)}`;
    const newest = points.findLast((point) => point.value !== null);
    return [
      unit,
      measure,
      String(points.length),
      newest === undefined ? "–" : rounded(newest.value ?? 0),
      range,
      sentence,
    ];
  });
  return textTable(heads, rows);
}

function rounded(value: number): string {
  return String(Number(value.toPrecision(5)));
}
