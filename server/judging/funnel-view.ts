import type { FunnelView } from "../../shared/contracts/by-unit.ts";
import { decimalNumber, decimalOfNumber } from "../../shared/domain/decimal.ts";
import { type Figure, figureView } from "../../shared/domain/figure.ts";
import type { Direction, KpiDefinition } from "../../shared/domain/kpi-definition.ts";
import {
  FEWEST_FUNNEL_UNITS,
  type FunnelLimits,
  type FunnelPoint,
  funnelLimitsAt,
  funnelOf,
} from "../../shared/domain/statistics/funnel.ts";
import { funnelSentence, type NoFunnel } from "../../shared/text/by-unit-text.ts";
import { shownNumber } from "../../shared/text/number-format.ts";
import type { NamedUnit } from "./unit-insight.ts";

export type UnitFigure = { readonly unit: NamedUnit; readonly figure: Figure };

type Setting = { readonly definition: KpiDefinition; readonly locale: string };

/** Steps of the drawn limits. */
const STEPS = 60;

/** The funnel of units whose figures are shares; else why there is none. */
export function funnelView(figures: readonly UnitFigure[], { definition, locale }: Setting): FunnelView | NoFunnel {
  if (definition.input !== "ratio" || definition.orgRule !== "ratio") return "no_share";
  const multiplier = decimalNumber(definition.multiplier) ?? 1;
  const shares = figures.flatMap(({ unit, figure }) => {
    const { numerator, denominator } = figureView(figure);
    return numerator === null || denominator === null || denominator <= 0 ? [] : [{ unit, numerator, denominator }];
  });
  if (shares.some(({ numerator, denominator }) => numerator < 0 || numerator > denominator)) return "no_share";
  if (shares.length < FEWEST_FUNNEL_UNITS) return "few";
  const funnel = funnelOf(shares);
  const digits = definition.decimals + 1;
  const text = (value: number) => shownNumber(decimalOfNumber(value), digits, locale);
  const points = funnel.points.flatMap((point, at) => {
    const share = shares[at];
    if (share === undefined) return [];
    const limits = scaled(funnelLimitsAt(funnel, share.denominator), multiplier);
    const value = point.share * multiplier;
    return [
      {
        ...{ unit: share.unit, denominator: share.denominator, value, shown: text(value), ...limits },
        rangeShown: `${text(limits.lower998)}–${text(limits.upper998)}`,
        outside: outsideOf(point, { centre: funnel.centre, direction: definition.direction }),
      },
    ];
  });
  const count = (side: string) => points.filter(({ outside }) => outside === side).length;
  const { overdispersion, isAdjusted } = funnel;
  return {
    ...{ centre: funnel.centre * multiplier, centreShown: text(funnel.centre * multiplier) },
    ...{ overdispersion, isAdjusted, points },
    curve: denominatorsUpTo(Math.max(...shares.map(({ denominator }) => denominator))).map((denominator) => ({
      denominator,
      ...scaled(funnelLimitsAt(funnel, denominator), multiplier),
    })),
    sentence: funnelSentence(
      {
        ...{ units: points.length, better: count("better"), worse: count("worse"), other: count("other") },
        ...{ isAdjusted, overdispersion },
      },
      locale,
    ),
  };
}

function scaled(limits: FunnelLimits, multiplier: number): FunnelLimits {
  return {
    lower95: limits.lower95 * multiplier,
    upper95: limits.upper95 * multiplier,
    lower998: limits.lower998 * multiplier,
    upper998: limits.upper998 * multiplier,
  };
}

type Outside = FunnelView["points"][number]["outside"];

function outsideOf(point: FunnelPoint, { centre, direction }: { centre: number; direction: Direction }): Outside {
  if (!point.isOutside) return "no";
  if (direction === "band" || direction === "neutral") return "other";
  return point.share > centre === (direction === "higher") ? "better" : "worse";
}

/** Denser where the funnel is steep. */
function denominatorsUpTo(largest: number): number[] {
  const top = largest * 1.05;
  return Array.from({ length: STEPS }, (_, step) => Math.max(1, top * ((step + 1) / STEPS) ** 2));
}
