import type { Month } from "../domain/month.ts";
import type { DecisionReason } from "../domain/verdict.ts";
import { instantText } from "./instant-text.ts";
import { monthText } from "./month-text.ts";
import { messagesFor } from "./verdict.ts";

/** The fixed words of the files of a snapshot: on slides, pages and sheets alike. */
export const PACK_WORDS = {
  actual: "Actual",
  lastYear: "Last year",
  target: "Target",
  forecast: "Forecast",
  difference: "Difference from target",
  againstTarget: "against target",
  signal: "Signal",
  outlook: "Outlook",
  yearEnd: "Year end",
  cause: "Cause",
  countermeasure: "Countermeasure",
  decision: "Decision asked",
  noCause: "No cause has been recorded.",
  noPlan: "No plan has been recorded.",
  agenda: "To be decided",
  nothingToDecide: "Nothing needs a decision.",
  otherKpis: "All other KPIs",
  bowler: "All KPIs, month by month",
  thread: "From the strategy to the plan",
  late: "Late actions",
  noneLate: "No action is late",
  definitions: "Definitions",
  quality: "Data quality",
  missed: "◆ = target missed",
  notReported: "not reported",
  yearToDate: "Year to date",
} as const;

type Foot = {
  readonly asOf: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly id: string;
  readonly sha256: string;
  readonly units: { readonly reported: number; readonly due: number };
};

/** "Data as of 5 Nov 2026, 14:10 EET · 63 of 64 units reported" and "Snapshot 01a2… · SHA-256 9f2c01d3…41ab". */
export function footLines({ asOf, locale, timeZone, id, sha256, units }: Foot): [string, string] {
  const when = instantText(asOf, locale, timeZone);
  return [`Data as of ${when} · ${unitsReported(units)}`, `Snapshot ${id} · SHA-256 ${shortHash(sha256)}`];
}

/** "9f2c01d3…41ab". */
export function shortHash(sha256: string): string {
  return `${sha256.slice(0, 8)}…${sha256.slice(-4)}`;
}

export function unitsReported({ reported, due }: { readonly reported: number; readonly due: number }): string {
  return `${reported} of ${due} ${due === 1 ? "unit" : "units"} reported`;
}

/** Why a decision is asked, as one sentence. */
export function reasonText(reason: DecisionReason, since: Month | null, locale: string): string {
  const said = messagesFor(locale).reasons[reason];
  return since === null ? said.replace(/ since \{since\}/, "") : said.replace("{since}", monthText(since, locale));
}

/** What a chart of the year shows; it judges nothing: "Callback rate, per 100 units · Group · FY26, actual, last year and target". */
export function yearChartTitle(
  { name, unitOfMeasure }: { readonly name: string; readonly unitOfMeasure: string },
  { unit, year, forecast }: { readonly unit: string; readonly year: string; readonly forecast: boolean },
): string {
  return `${name}, ${unitOfMeasure} · ${unit} · ${year}: actual, last year${forecast ? ", forecast" : ""} and target`;
}

type Heard = {
  readonly title: string;
  readonly sentence: string;
  readonly newest: string;
  readonly target: string | null;
};

/** What a reader who cannot see a chart is told of it. */
export function chartDescription({ title, sentence, newest, target }: Heard): string {
  const aim = target === null ? "There is no target." : `The target is ${target}.`;
  return `Chart of ${title}. ${sentence} Newest month: ${newest}. ${aim}`;
}
