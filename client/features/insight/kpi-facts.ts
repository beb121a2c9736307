import type { KpiPoint, KpiView } from "../../../shared/contracts/kpi-view.ts";
import { monthText } from "../../../shared/text/month-text.ts";

/** What the KPI belongs to: its objective, else its theme, else the overview. */
export function groupName({ thread }: Pick<KpiView, "thread">): string {
  const of = (kind: string) => thread.find((step) => step.kind === kind)?.name;
  return of("objective") ?? of("theme") ?? "Overview";
}

/** "Level changed, Feb 2026": the estimated change point, which is not the first month of the run. */
export function changeText({ changedIn }: Pick<KpiView, "changedIn">, locale: string): string | null {
  return changedIn === null ? null : `Level changed, ${monthText(changedIn, locale)}`;
}

const SIDE = {
  higher: "above = better here",
  lower: "above = worse here",
  band: "outside the band",
  neutral: "not judged",
};

export function varianceNote({ direction }: Pick<KpiView, "direction">): string {
  return SIDE[direction];
}

/** The chart in a sentence, for those who hear it. */
export function chartDescription(view: KpiView): string {
  const ranges = view.segments.map((segment) => segment.label).join(", then ");
  const newest = view.points.at(-1)?.spoken ?? "";
  return [view.title, ranges, newest, view.verdict.sentence].filter((part) => part !== "").join(". ");
}

/** "3.8–4.6" of the month's own phase, or nothing where there are no limits. */
export function usualRange(point: KpiPoint, shown: (value: number) => string): string {
  return point.low === null || point.high === null ? "" : `${shown(point.low)}–${shown(point.high)}`;
}
