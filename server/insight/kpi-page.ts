import type { Judgement } from "../../shared/domain/judgement.ts";
import { judgementAt } from "../../shared/domain/kpi-at-unit.ts";
import type { Month } from "../../shared/domain/month.ts";
import { may } from "../../shared/domain/permissions.ts";
import { childrenOf, subtreeOf } from "../../shared/domain/tree.ts";
import { figureText } from "../../shared/text/figure-text.ts";
import type { Actor } from "../access/actor.ts";
import { isPromised, judgedEffects } from "../judging/action-effects.ts";
import { judgingAt, type Place } from "../judging/asked-place.ts";
import type { JudgedSeries } from "../judging/judged-series.ts";
import type { KpiPageFacts } from "../judging/kpi-view.ts";
import { styleOf } from "../judging/overview-kpi.ts";
import { pastChangesOf } from "../judging/past-changes.ts";
import type { UnitInsight } from "../judging/unit-insight.ts";

type Page = { readonly place: Place; readonly insight: UnitInsight; readonly series: JudgedSeries };

/** Months whose restatement a chart marks. */
const MARKED = 6;

/** Reads what the page of one KPI shows beside its figures. */
export async function readKpiPage(actor: Actor, page: Page): Promise<KpiPageFacts> {
  const { place, insight, series } = page;
  const { readings, unit, tree, path } = place;
  const below = subtreeOf(tree, unit.code);
  const units = await readings.organisation.unitIds([...below, ...path.map(({ code }) => code)]);
  const idsOf = (codes: readonly string[]) => codes.flatMap((code) => units.get(code) ?? []);
  const kpi = (await readings.kpis.idsOf([series.kpi.code])).get(series.kpi.code) ?? 0;
  const annotations = await readings.kpis.annotationsOf({ kpis: [kpi], units: idsOf(path.map(({ code }) => code)) });
  const restatements = await readings.results.restatements({ kpi, units: idsOf(below) });
  const asked = { unit: unit.code, kpi: series.kpi.code, locale: insight.settings.locale };
  const marked = [
    ...(await restatedFigures(actor, page, { kpi, months: restatements.slice(-MARKED) })),
    ...(await pastChangesOf(readings, asked)),
  ];
  const entered = await readings.results.findNewestEntry({ kpi, units: idsOf(below), period: series.newest.month });
  const people = await readings.people.codes();
  const strategies = await readings.strategy.strategies();
  const strategy = strategies.findLast(({ fromYear }) => fromYear <= Number(place.period.slice(0, 4)));
  return {
    children: childrenOf(tree, unit.code).map(place.named),
    annotations: annotations.map(({ id, from, to, kind, text, by }) => ({
      ...{ id, from, to, kind, text },
      by: by === null ? null : (people.get(by) ?? null),
    })),
    restated: new Map(marked.map(({ month, before }) => [month, before])),
    enteredAt: entered,
    proofs: await readProofs(actor, page),
    corrections: marked,
    strategy: strategy === undefined ? null : { name: strategy.name, years: `${strategy.fromYear}–${strategy.toYear}` },
  };
}

/** What the data say of the promises on this KPI, where the actor may read the unit they were made for. */
async function readProofs(actor: Actor, { place, insight, series }: Page): Promise<KpiPageFacts["proofs"]> {
  const promised = (insight.surroundings.get(series.kpi.code)?.actions ?? []).filter(isPromised);
  const readable = promised.filter(({ unit, effect }) => may(actor.holder, "read", effect.unit ?? unit));
  const effects = await judgedEffects(place, readable);
  return new Map(
    [...effects].map(
      ([
        code,
        {
          check: { verdict, word, sentence },
        },
      ]) => [code, { verdict, word, sentence }],
    ),
  );
}

type Restated = { readonly kpi: number; readonly months: readonly { readonly period: Month; readonly at: number }[] };

/** The unit's figure of each restated month as it stood just before, beside the present one. */
async function restatedFigures(actor: Actor, { place, insight, series }: Page, restated: Restated) {
  const { unit } = place;
  const id = (await place.readings.organisation.unitIds([unit.code])).get(unit.code) ?? 0;
  const style = styleOf(insight, series);
  const text = (judgement: Judgement | null) => (judgement === null ? "–" : figureText(judgement.figure, style));
  const corrections: { month: Month; before: string; after: string }[] = [];
  for (const { period, at } of restated.months) {
    const then = actor.store.at(at - 1);
    const answer = await then.insight.figures({ units: [id], kpis: [restated.kpi], months: [period] });
    const figures = { kpis: answer.at(id), ...judgingAt(place) };
    const before = text(judgementAt(figures, series.kpi.code, period));
    const after = text(judgementAt(insight.figures, series.kpi.code, period));
    if (before !== after) corrections.push({ month: period, before, after });
  }
  return corrections;
}
