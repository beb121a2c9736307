import type { Action } from "../../db/store.ts";
import type { EffectCheck } from "../../shared/contracts/actions.ts";
import type { KpiDefinition } from "../../shared/domain/kpi-definition.ts";
import { addMonths, type Month, monthRange } from "../../shared/domain/month.ts";
import { type EffectReading, effectOfAction, firstMonthOf } from "../../shared/domain/statistics/effect-of-action.ts";
import { DEFAULT_RULE_SET } from "../../shared/domain/statistics/rule-set.ts";
import type { SeriesRow } from "../../shared/domain/statistics/series.ts";
import { effectNotes, effectSentence, effectWord, expectedEffectText } from "../../shared/text/effect-text.ts";
import { judgingAt, type Place } from "./asked-place.ts";
import { askedSeries, type JudgedSeries, judgedTogether, SERIES_MONTHS } from "./judged-series.ts";

/** A promise that was begun: what the data are asked about. */
export type Promised = Pick<Action, "code" | "unit" | "startedOn"> & { readonly effect: NonNullable<Action["effect"]> };

/** The series that judges an action, and what it says. */
export type JudgedEffect = {
  readonly series: JudgedSeries;
  readonly reading: EffectReading;
  readonly check: EffectCheck;
};

export function isPromised<A extends Pick<Action, "startedOn" | "effect">>(
  action: A,
): action is A & { readonly effect: NonNullable<Action["effect"]> } {
  return action.effect !== null && action.startedOn !== null;
}

/**
 * What the data say of the promises made at a unit, by the action's number: the one reading that every surface shows. The
 * months are those of the unit and KPI that the promise names, whatever the page shows.
 */
export async function judgedEffects(place: Place, promises: readonly Promised[]): Promise<Map<string, JudgedEffect>> {
  const series = await readSeries(place, promises);
  const effects = new Map<string, JudgedEffect>();
  for (const promise of promises) {
    const read = series.get(nameOf(unitOf(promise), promise.effect.kpi));
    if (read !== undefined) effects.set(promise.code, judgedEffect(read, promise, place.settings.locale));
  }
  return effects;
}

function unitOf({ unit, effect }: Promised): string {
  return effect.unit ?? unit;
}

function nameOf(unit: string, kpi: string): string {
  return `${unit} ${kpi}`;
}

/** The series of every promise by unit and KPI: one question for all of them. */
async function readSeries(place: Place, promises: readonly Promised[]): Promise<Map<string, JudgedSeries>> {
  const { readings, period } = place;
  const units = await readings.organisation.unitIds([...new Set(promises.map(unitOf))]);
  const kpis = await readings.kpis.idsOf([...new Set(promises.map(({ effect }) => effect.kpi))]);
  if (units.size === 0 || kpis.size === 0) return new Map();
  const scope = { units: [...units.values()], kpis: [...kpis.values()] };
  const months = monthRange(firstOf(promises, period), period);
  const [answer, phases] = await Promise.all([
    readings.insight.figures({ ...scope, months }),
    readings.kpis.phasesOf(scope),
  ]);
  const asked = [...Map.groupBy(promises, unitOf)].flatMap(([unit, atUnit]) => {
    const id = units.get(unit);
    if (id === undefined) return [];
    const figures = { kpis: answer.at(id), ...judgingAt(place) };
    const from = firstOf(atUnit, period);
    return [...new Set(atUnit.map(({ effect }) => effect.kpi))].flatMap((code) => {
      const kpi = figures.kpis.get(code);
      const own = phases
        .filter((phase) => phase.kpi === kpis.get(code) && phase.unit === id)
        .map((phase) => ({ fromMonth: phase.from, reason: phase.reason }));
      const question = { until: period, from, ruleSet: DEFAULT_RULE_SET, phases: own };
      const series = kpi === undefined ? null : askedSeries(figures, kpi, question);
      return series === null ? [] : [{ name: nameOf(unit, code), series }];
    });
  });
  const judged = await judgedTogether(asked.map(({ series }) => series));
  return new Map(judged.map((series, i) => [asked[i]?.name ?? "", series]));
}

/** The oldest month that promises are judged by. */
function firstOf(promises: readonly Promised[], period: Month): Month {
  const first = promises.map(({ startedOn }) => (startedOn ?? period).slice(0, 7) as Month).toSorted()[0] ?? period;
  return addMonths(first < period ? first : period, -SERIES_MONTHS);
}

function judgedEffect(series: JudgedSeries, { effect, startedOn }: Promised, locale: string): JudgedEffect {
  const from = firstMonthOf(startedOn ?? "");
  const reading = effectOfAction({ rows: rowsAround(series, from), from, expected: effect.size, by: effect.by });
  const style = { decimals: series.definition.decimals, locale };
  const { estimate } = reading;
  const check: EffectCheck = {
    verdict: reading.verdict,
    word: effectWord(reading.verdict, locale),
    sentence: effectSentence(reading, style),
    notes: effectNotes(reading, locale),
    promise: promiseText(series.definition, effect, locale),
    from,
    by: effect.by,
    levels:
      estimate === null
        ? null
        : { before: estimate.before, after: estimate.after, low: estimate.low, high: estimate.high },
  };
  return { series, reading, check };
}

export function promiseText(
  { name, decimals }: Pick<KpiDefinition, "name" | "decimals">,
  { size, by }: Promised["effect"],
  locale: string,
): string {
  return expectedEffectText({ name, size, by }, { decimals, locale });
}

/** A phase that begins with the action is its own: the month before, its own and the next are taken as one change. */
const NEAR = 1;

/** The months of the phase and definition that the action began in, up to the next process change. */
function rowsAround({ analysis, breaks }: JudgedSeries, from: Month): SeriesRow[] {
  const others = breaks.map(({ month }) => month);
  const last = others.findLast((month) => month < addMonths(from, -NEAR));
  const next = others.find((month) => month > addMonths(from, NEAR));
  return analysis.points.filter(
    ({ period }) => (last === undefined || period >= last) && (next === undefined || period < next),
  );
}
