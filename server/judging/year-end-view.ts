import type { YearEndView } from "../../shared/contracts/insight.ts";
import { fiscalYearOf } from "../../shared/domain/calendar.ts";
import { decimalOfNumber } from "../../shared/domain/decimal.ts";
import { figureView } from "../../shared/domain/figure.ts";
import type { Judgement } from "../../shared/domain/judgement.ts";
import { rationalOf } from "../../shared/domain/rational.ts";
import type { MonthTarget } from "../../shared/domain/statistics/year-chance.ts";
import type { Spread } from "../../shared/domain/statistics/year-end.ts";
import type { YearForecast } from "../../shared/domain/statistics/year-forecast.ts";
import type { StatusKind } from "../../shared/domain/status-kind.ts";
import type { Target } from "../../shared/domain/target.ts";
import { type NumberStyle, targetPhrase } from "../../shared/text/figure-text.ts";
import { methodText } from "../../shared/text/forecast-text.ts";
import { shownNumber } from "../../shared/text/number-format.ts";
import { chanceText, yearEndSentence } from "../../shared/text/verdict.ts";
import { shownTarget } from "./shown.ts";
import type { YearEnd } from "./year-ends.ts";

export type YearEndStyle = NumberStyle & { /** 1 to 12. */ readonly fiscalYearStart: number };

/** The year's end as every surface shows it; null where nothing can be said yet. */
export function yearEndView(yearEnd: YearEnd | undefined, style: YearEndStyle): YearEndView | null {
  if (yearEnd === undefined) return null;
  const said = saidOf(yearEnd);
  const [month] = yearEnd.standing.months;
  if (said === null || month === undefined) return null;
  const { spread, target, probability, forecast } = said;
  const isOver = yearEnd.standing.kind === "over";
  const littleHistory = forecast?.history === "little";
  return {
    fiscalYear: fiscalYearOf(month, style.fiscalYearStart),
    knownTo: yearEnd.standing.knownTo,
    isOver,
    ...spread,
    probability,
    target: shownTarget(target, style),
    method: methodText(forecast?.history ?? "over", style.locale),
    historyMonths: forecast?.historyMonths ?? 0,
    littleHistory,
    shown: { ...shownSpread(spread, style), chance: chanceText(probability, style.locale) },
    sentence: yearEndSentence(
      {
        ...spread,
        ...{ probability, isOver },
        target: target === null || style.direction === "neutral" ? null : targetPhrase(target, style),
        littleHistory: forecast !== null && littleHistory ? forecast.historyMonths : null,
      },
      style,
    ),
  };
}

type Said = {
  readonly spread: Spread;
  readonly target: Target | null;
  readonly probability: number | null;
  readonly forecast: YearForecast | null;
};

function saidOf({ standing, forecast }: YearEnd): Said | null {
  if (standing.kind === "over") return knownYear(standing.judgement);
  if (forecast === null) return null;
  const { median, low80, high80, low95, high95, probability } = forecast;
  const spread = { median, low80, high80, low95, high95 };
  return { spread, probability, target: exactTarget(forecast.target), forecast };
}

/** A year that is over is what it is: its status says whether it reached its target. */
function knownYear({ figure, target, status }: Judgement): Said | null {
  const { value } = figureView(figure);
  if (value === null) return null;
  const spread = { median: value, low80: value, high80: value, low95: value, high95: value };
  return { spread, target, probability: reachedBy(status), forecast: null };
}

/** 1 where a status says that the target was reached, 0 where it was not; null where it says neither. */
export function reachedBy(status: StatusKind): 0 | 1 | null {
  if (status === "on") return 1;
  return status === "off" || status === "near" ? 0 : null;
}

export function exactTarget(target: MonthTarget): Target | null {
  if (target === null) return null;
  const exact = (value: number) => rationalOf(decimalOfNumber(value));
  return "low" in target
    ? { kind: "band", low: exact(target.low), high: exact(target.high) }
    : { kind: "value", value: exact(target.value) };
}

function shownSpread({ median, low80, high80, low95, high95 }: Spread, { decimals, locale }: NumberStyle) {
  const text = (value: number) => shownNumber(decimalOfNumber(value), decimals, locale);
  return {
    median: text(median),
    range80: `${text(low80)}–${text(high80)}`,
    range95: `${text(low95)}–${text(high95)}`,
  };
}
