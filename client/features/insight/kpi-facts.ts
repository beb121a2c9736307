import type { KpiPoint, KpiView } from "../../../shared/contracts/kpi-view.ts";
import { monthText } from "../../../shared/text/month-text.ts";
import { say } from "../../text/say.ts";

/** What the KPI belongs to: its objective, else its theme, else the overview. */
export function groupName({ thread }: Pick<KpiView, "thread">): string {
  const of = (kind: string) => thread.find((step) => step.kind === kind)?.name;
  return of("objective") ?? of("theme") ?? say("shell.overview");
}

/** "Level changed, Feb 2026": the estimated change point, which is not the first month of the run. */
export function changeText({ changedIn }: Pick<KpiView, "changedIn">, locale: string): string | null {
  return changedIn === null ? null : say("kpi.levelChanged", { month: monthText(changedIn, locale) });
}

export function varianceNote({ direction }: Pick<KpiView, "direction">): string {
  return say(`kpi.side.${direction}`);
}

/** The chart in a sentence, for those who hear it. */
export function chartDescription(view: KpiView): string {
  const ranges = inOrder(view.segments.map(({ label }) => label));
  const newest = view.points.at(-1)?.spoken ?? "";
  return [view.title, ranges, newest, view.verdict.sentence].filter((part) => part !== "").join(". ");
}

/** "Usual range 3.8–4.6, then usual range 4.1–4.9". */
export function inOrder(labels: readonly string[]): string {
  return labels.reduce((said, next) => (said === "" ? next : said + say("ui.then", { next })), "");
}

/** "3.8–4.6" of the month's own phase, or nothing where there are no limits. */
export function usualRange(point: KpiPoint, shown: (value: number) => string): string {
  return point.low === null || point.high === null ? "" : `${shown(point.low)}–${shown(point.high)}`;
}
