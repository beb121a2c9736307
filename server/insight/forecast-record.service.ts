import type { JudgedForecast, RecordedForecast, RecordedOutcome, Store } from "../../db/store.ts";
import { monthsOfYear } from "../../shared/domain/calendar.ts";
import { decimalOfNumber } from "../../shared/domain/decimal.ts";
import { figureView } from "../../shared/domain/figure.ts";
import { judgementOver } from "../../shared/domain/kpi-at-unit.ts";
import { dayIn } from "../clock.ts";
import { reachedBy } from "../judging/year-end-view.ts";
import { type Origin, originsDue, yearsOver } from "./forecast-origins.ts";
import { forecastsAt } from "./forecasts-at.ts";
import type { Recording } from "./recording.ts";

/**
 * Writes down what is forecast of the year's end, once for each month, and scores years that are over. A month that was
 * missed is forecast from the records of its time, and named as made since then.
 */
export async function recordForecasts(recording: Recording): Promise<{ made: number; scored: number }> {
  const { store, now, progress, isStopped } = recording;
  const origins = await originsDue(store, now());
  let made = 0;
  let scored = 0;
  const scoreYears = async () => {
    for (const fiscalYear of await yearsOver(store, now())) scored += await scoreYear(recording, fiscalYear);
  };
  for (const [done, origin] of origins.entries()) {
    if (isStopped()) return { made, scored };
    const forecasts = await forecastsAt(recording, origin);
    if (!isStopped()) made += await addForecasts(recording, origin, forecasts);
    if (origins[done + 1]?.fiscalYear !== origin.fiscalYear) await scoreYears();
    progress((done + 1) / (origins.length + 1));
  }
  await scoreYears();
  progress(1);
  return { made, scored };
}

/** Adds the forecasts of a month unless another server has done so meanwhile. */
async function addForecasts(
  { store }: Recording,
  { fiscalYear, knownTo }: Origin,
  forecasts: readonly RecordedForecast[],
): Promise<number> {
  if (forecasts.length === 0) return 0;
  const event = { actor: "system", command: "forecasts-made", entity: "forecast", entityCode: knownTo };
  return store.command(event, async (store, written) => {
    const origins = await store.forecasts.origins();
    if (origins.some((origin) => origin.knownTo === knownTo)) {
      written.leaveNoEvent();
      return 0;
    }
    await store.forecasts.add(forecasts);
    written.describe({ after: { fiscalYear, knownTo, forecasts: forecasts.length } });
    return forecasts.length;
  });
}

/** Says what became of a year wherever it was forecast; what stands already is left as it is. */
async function scoreYear({ store, now }: Recording, fiscalYear: number): Promise<number> {
  const forecasts = await store.forecasts.list({ units: null, kpi: null });
  const ofYear = forecasts.filter((forecast) => forecast.fiscalYear === fiscalYear);
  const outcomes = await outcomesOf(store, { now: now(), fiscalYear, forecasts: ofYear });
  if (outcomes.length === 0) return 0;
  const event = { actor: "system", command: "years-scored", entity: "forecast", entityCode: String(fiscalYear) };
  return store.command(event, async (store, written) => {
    const scored = await store.forecasts.sayOutcomes(outcomes);
    if (scored === 0) written.leaveNoEvent();
    else written.describe({ after: { fiscalYear, scored } });
    return scored;
  });
}

type YearAsked = { readonly now: number; readonly fiscalYear: number; readonly forecasts: readonly JudgedForecast[] };

async function outcomesOf(store: Store, { now, fiscalYear, forecasts }: YearAsked): Promise<RecordedOutcome[]> {
  const organisation = await store.organisation.find();
  if (organisation === null) return [];
  const { timeZone, entryDueDay, minimumCoverage, fiscalYearStart } = organisation;
  const months = monthsOfYear(fiscalYear, fiscalYearStart);
  const ids = await store.organisation.unitIds([...new Set(forecasts.map(({ unit }) => unit))]);
  const answer = await store.insight.figures({ units: [...ids.values()], kpis: null, months });
  const judging = {
    due: { today: dayIn(timeZone, now), entryDueDay },
    minimumCoverage: decimalOfNumber(minimumCoverage),
  };
  const places = new Map(forecasts.map(({ kpi, unit }) => [JSON.stringify([kpi, unit]), { kpi, unit }]));
  return [...places.values()].flatMap(({ kpi, unit }) => {
    const figures = { kpis: answer.at(ids.get(unit) ?? 0), ...judging };
    const judgement = judgementOver(figures, kpi, months);
    if (judgement === null) return [];
    const isWhole = judgement.status !== "incomplete" && judgement.status !== "not_due";
    const figure = isWhole ? figureView(judgement.figure).value : null;
    return [{ kpi, unit, fiscalYear, figure, reached: reachedOf(reachedBy(judgement.status)) }];
  });
}

function reachedOf(reached: 0 | 1 | null): boolean | null {
  return reached === null ? null : reached === 1;
}
