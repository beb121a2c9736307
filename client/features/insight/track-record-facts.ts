import type { TrackRecordView } from "../../../shared/contracts/track-record.ts";
import { NO_NUMBER } from "../../../shared/text/number-format.ts";
import { formatNumber } from "../../ui/format.ts";

/** When the forecasts were made, and which years are scored. */
export function madeWhen({ record, madeThen, years }: TrackRecordView): string {
  const since = record.made - madeThen;
  const made =
    since === 0
      ? `${record.made} made at their time`
      : `${madeThen} made at their time, ${since} worked out since from the records of theirs`;
  return years.length === 0 ? made : `${made} · years ${years.join(", ")}`;
}

type Scores = Pick<TrackRecordView["kpis"][number], "scored" | "brier" | "baseBrier" | "baseRate" | "inside80">;

/** The scores of one KPI as text; a dash where there are none. */
export function scoreTexts({ scored, brier, baseBrier, baseRate, inside80 }: Scores, locale: string) {
  const score = (value: number | null) => (value === null ? NO_NUMBER : formatNumber(value, 3, locale));
  const percent = (share: number | null) => (share === null ? NO_NUMBER : `${Math.round(share * 100)} %`);
  return {
    scored: scored.toLocaleString(locale),
    brier: score(brier),
    baseBrier: score(baseBrier),
    baseRate: percent(baseRate),
    inside80: percent(inside80),
  };
}

/** The record of forecasts that said what this one says; null where nothing is said. */
export function recordOfChance({ record }: TrackRecordView, probability: number | null): string | null {
  if (probability === null || probability === 0 || probability === 1) return null;
  const decile = record.deciles.find(({ from, to }) => probability >= from && (probability < to || to === 1));
  return decile?.sentence ?? null;
}
