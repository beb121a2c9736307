/** Charts of a monthly series. The primed ones measure the spread of a ratio, the plain ones assume it. */
export const ANALYSIS_CHARTS = ["xmr", "p-prime", "u-prime", "p", "u", "g", "run", "t"] as const;

export type AnalysisChart = (typeof ANALYSIS_CHARTS)[number];

/** What may be asked of a KPI: t charts need the dates of single events, which only files give. */
export const ASKED_CHARTS = ["auto", "xmr", "p-prime", "u-prime", "p", "u", "g", "run"] as const;

export type AskedChart = (typeof ASKED_CHARTS)[number];

/** Why a chart was taken: one sentence in `shared/text` each. */
export type ChartReason =
  | "chosen"
  | "single_values"
  | "even_denominators"
  | "uneven_denominators"
  | "rare_events"
  | "few_months"
  | "very_skewed"
  | "hardly_varies"
  | "no_denominators"
  | "no_counts"
  | "event_dates";

export type ChartChoice = { chart: AnalysisChart; reason: ChartReason };

export function needsDenominators(chart: AskedChart | AnalysisChart): chart is "p" | "p-prime" | "u" | "u-prime" {
  return chart === "p" || chart === "p-prime" || chart === "u" || chart === "u-prime";
}
