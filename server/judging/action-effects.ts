import type { Action } from "../../db/store.ts";
import type { EffectCheck } from "../../shared/contracts/actions.ts";
import type { KpiDefinition } from "../../shared/domain/kpi-definition.ts";
import { addMonths, type Month, monthRange } from "../../shared/domain/month.ts";
import { type EffectReading, effectOfAction, firstMonthOf } from "../../shared/domain/statistics/effect-of-action.ts";
import { DEFAULT_RULE_SET } from "../../shared/domain/statistics/rule-set.ts";
import type { SeriesRow } from "../../shared/domain/statistics/series.ts";
import { effectNotes, effectSentence, effectWord, expectedEffectText } from "../../shared/text/effect-text.ts";
import { judgingAt, type Place } from "./asked-place.ts";
import { type JudgedSeries, judgedSeries, SERIES_MONTHS } from "./judged-series.ts";

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
  const effects = new Map<string, JudgedEffect>();
  for (const [unit, atUnit] of Map.groupBy(promises, ({ unit, effect }) => effect.unit ?? unit)) {
    const read = await readSeries(place, { unit, promises: atUnit });
    for (const promise of atUnit) {
      const series = read.get(promise.effect.kpi);
      if (series !== undefined) effects.set(promise.code, judgedEffect(series, promise, place.settings.locale));
    }
  }
  return effects;
}

type Read = { readonly unit: string; readonly promises: readonly Promised[] };

async function readSeries({ readings, period, ...place }: Place, { unit, promises }: Read) {
  const id = (await readings.organisation.unitIds([unit])).get(unit);
  const kpis = [...(await readings.kpis.idsOf([...new Set(promises.map(({ effect }) => effect.kpi))])).entries()];
  const found = new Map<string, JudgedSeries>();
  if (id === undefined || kpis.length === 0) return found;
  const first = promises.map(({ startedOn }) => (startedOn ?? period).slice(0, 7) as Month).sort()[0] ?? period;
  const from = addMonths(first < period ? first : period, -SERIES_MONTHS);
  const ids = kpis.map(([, kpi]) => kpi);
  const answer = await readings.insight.figures({ units: [id], kpis: ids, months: monthRange(from, period) });
  const figures = { kpis: answer.at(id), ...judgingAt({ readings, period, ...place }) };
  const phases = await readings.kpis.phasesOf({ kpis: ids, units: [id] });
  for (const [code, kpi] of kpis) {
    const at = figures.kpis.get(code);
    if (at === undefined) continue;
    const own = phases
      .filter((phase) => phase.kpi === kpi)
      .map((phase) => ({ fromMonth: phase.from, reason: phase.reason }));
    const series = judgedSeries(figures, at, { until: period, from, ruleSet: DEFAULT_RULE_SET, phases: own });
    if (series !== null) found.set(code, series);
  }
  return found;
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
