import type { z } from "zod";
import type { ExplainView, explainInput, PartMoveView } from "../../shared/contracts/explain-move.ts";
import { explainMove, type Move, type PartMove } from "../../shared/domain/explain-move.ts";
import { exactValue, type Figure, figureView, MISSING } from "../../shared/domain/figure.ts";
import type { Direction } from "../../shared/domain/kpi-definition.ts";
import {
  addRationals,
  compareRationals,
  NOTHING,
  type Rational,
  rationalNumber,
  roundHalfAway,
} from "../../shared/domain/rational.ts";
import { figureText, type NumberStyle } from "../../shared/text/figure-text.ts";
import { CHANCE_NOTE, moveSentence, opposedWarning, unexplainedSentence } from "../../shared/text/move-text.ts";
import { shownDifference } from "../../shared/text/number-format.ts";
import type { Actor } from "../access/actor.ts";
import { styleOf } from "../judging/overview-kpi.ts";
import type { NamedUnit } from "../judging/unit-insight.ts";
import { type AnalysedKpi, analysedKpi } from "./insight.service.ts";
import { type MonthPairs, monthPairs, type ReadMove, readMove } from "./read-move.ts";

type Asked = z.infer<typeof explainInput>;

/** What moved a KPI between two periods: each part's own rate and its share, adding up to the change exactly. */
export async function explainKpi(
  actor: Actor,
  { against = "previous", level = "parts", ...asked }: Asked,
): Promise<ExplainView> {
  const analysed = await analysedKpi(actor, asked);
  const months = monthPairs(analysed, against);
  const head = headOf(analysed, months, level);
  if (analysed.series.kpi.expression !== null) return { ...head, ...unexplained("derived") };
  if (months.length === 0) return { ...head, ...unexplained("no_value") };
  const read = await readMove(actor, analysed, { months, level });
  const move = explainMove(read);
  if (move.kind === "unexplained") return { ...head, ...unexplained(move.why) };
  return { ...head, ...explained(move, { analysed, read }) };
}

type Head = Pick<
  ExplainView,
  "kpi" | "name" | "unitOfMeasure" | "decimals" | "direction" | "unit" | "level" | "from" | "to" | "ofMonths"
>;
type Body = Omit<ExplainView, keyof Head>;

function headOf({ place, series }: AnalysedKpi, months: MonthPairs, level: ExplainView["level"]): Head {
  const { name, unitOfMeasure, decimals, direction } = series.definition;
  const newest = series.newest.month;
  const [first, last] = [months[0], months.at(-1)];
  return {
    ...{ kpi: series.kpi.code, name, unitOfMeasure, decimals, direction, unit: place.unit, level },
    from: { first: first?.before ?? newest, last: last?.before ?? newest },
    to: { first: first?.after ?? newest, last: last?.after ?? newest },
    ofMonths: months.length,
  };
}

function unexplained(why: Parameters<typeof unexplainedSentence>[0]): Body {
  const side = { figure: figureView(MISSING), shown: "–" };
  return {
    ...{ months: 0, before: side, after: side, change: null, rate: null, mix: null, hasMix: false, parts: [] },
    ...{ sentence: unexplainedSentence(why), warning: null, note: null },
  };
}

type Explained = Extract<Move, { kind: "explained" }>;
type Facts = { readonly analysed: AnalysedKpi; readonly read: ReadMove };

/** Names said in the sentence. */
const LARGEST = 3;

function explained(move: Explained, { analysed, read }: Facts): Body {
  const { place, insight, series } = analysed;
  const style = styleOf(insight, series);
  const effect = effectIn(style);
  const side = (figure: Figure) => ({ figure: figureView(figure), shown: figureText(figure, style) });
  const parts = move.parts
    .map((part) => partView(part, { named: place.named, rest: restName(place.unit, read.hidden), read, style }))
    .toSorted((a, b) => Math.abs(b.total.value) - Math.abs(a.total.value));
  const hasMix = series.definition.orgRule !== "sum";
  const rate = effect(total(move.parts.map((part) => part.rate)));
  const mix = effect(total(move.parts.map((part) => part.mix)));
  const [before, after, change] = [side(move.before), side(move.after), effect(move.change)];
  const largest = parts.slice(0, LARGEST).map(({ name, total: { shown } }) => ({ name, shown }));
  return {
    ...{ months: move.months, before, after, change, rate, mix, hasMix, parts },
    sentence: moveSentence({
      ...{ name: series.definition.name, before: before.shown, after: after.shown, change: change.shown, largest },
      ...{ rate: hasMix ? rate.shown : null, mix: hasMix ? mix.shown : null },
    }),
    warning: move.isOpposed
      ? opposedWarning({ parts: staying(move.parts), rose: compareRationals(move.change, NOTHING) > 0 })
      : null,
    note: isWithinUsual(analysed) && move.months === 1 ? CHANCE_NOTE : null,
  };
}

function staying(parts: readonly PartMove[]): number {
  return parts.filter(({ before, after }) => exactValue(before) !== null && exactValue(after) !== null).length;
}

function isWithinUsual({ series }: AnalysedKpi): boolean {
  const point = series.analysis.points.find(({ period }) => period === series.newest.month);
  return point?.pointType === "common_cause" && series.analysis.variation === "stable";
}

function restName(unit: NamedUnit, hidden: number): string {
  if (hidden === 0) return `${unit.name} itself`;
  return hidden === 1 ? "1 unit since moved" : `${hidden} units since moved`;
}

type PartFacts = {
  readonly named: (code: string) => NamedUnit;
  readonly rest: string;
  readonly read: ReadMove;
  readonly style: NumberStyle;
};

function partView(part: PartMove, { named, rest, read, style }: PartFacts): PartMoveView {
  const effect = effectIn(style);
  const sum = addRationals(part.rate, part.mix);
  const share = (value: Rational | null) => (value === null ? null : rationalNumber(value));
  const side = (figure: Figure) => ({ figure: figureView(figure), shown: figureText(figure, style) });
  return {
    unit: part.unit === null ? null : named(part.unit),
    name: part.unit === null ? rest : named(part.unit).name,
    hasParts: part.unit !== null && read.hasParts.has(part.unit),
    presence: presenceOf(part),
    ...{ before: side(part.before), after: side(part.after) },
    ...{ shareBefore: share(part.shareBefore), shareAfter: share(part.shareAfter) },
    ...{ rate: effect(part.rate), mix: effect(part.mix), total: effect(sum) },
    favourable: favours(sum, style.direction),
  };
}

function presenceOf({ before, after }: PartMove): PartMoveView["presence"] {
  if (before.kind !== "number") return "joined";
  return after.kind === "number" ? "both" : "left";
}

function favours(effect: Rational, direction: Direction): boolean | null {
  const sign = compareRationals(effect, NOTHING);
  if (direction === "band" || direction === "neutral" || sign === 0) return null;
  return direction === "higher" ? sign > 0 : sign < 0;
}

/** An effect with its sign, one digit finer than the figures. */
function effectIn({ decimals, locale }: NumberStyle) {
  return (value: Rational) => ({
    value: rationalNumber(value) ?? 0,
    shown: shownDifference(roundHalfAway(value, decimals + 1), decimals + 1, locale),
  });
}

function total(values: readonly Rational[]): Rational {
  return values.reduce(addRationals, NOTHING);
}
