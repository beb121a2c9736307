import { at, compensatedSum, quantile } from "./numerics.ts";

export type FunnelUnit = { numerator: number; denominator: number };

/** Limits of one unit at its own denominator, in parts of 1. */
export type FunnelLimits = { lower95: number; upper95: number; lower998: number; upper998: number };

export type FunnelPoint = {
  share: number;
  /** Distance from the centre on the arcsine scale, in standard errors. */
  z: number;
  winsorisedZ: number;
  plain: FunnelLimits;
  /** With the spread between units that is no chance. */
  adjusted: FunnelLimits;
  /** Beyond the 99.8 % limits that apply. */
  isOutside: boolean;
};

export type Funnel = {
  centre: number;
  /** Mean squared winsorised z: 1 where units differ by chance alone. */
  overdispersion: number;
  /** Variance between units on the arcsine scale. */
  betweenVariance: number;
  /** Whether the adjusted limits apply. */
  isAdjusted: boolean;
  points: FunnelPoint[];
};

const Q95 = 1.959964;
const Q998 = 3.090232;
const WINSORISED_SHARE = 0.1;

/** With fewer units the spread between them cannot be told: show each unit's own chart instead. */
export const FEWEST_FUNNEL_UNITS = 10;

/**
 * Funnel of proportions about sum(numerators) / sum(denominators), overdispersion added (Spiegelhalter 2005): z on the
 * arcsine scale, winsorised at its 10th and 90th percentiles, between-unit variance by the method of moments.
 * Denominators must be above 0. With fewer than ten units nothing is adjusted.
 */
export function funnelOf(units: readonly FunnelUnit[]): Funnel {
  const centre = compensatedSum(units.map((u) => u.numerator)) / compensatedSum(units.map((u) => u.denominator));
  const middle = Math.asin(Math.sqrt(centre));
  const z = units.map(
    (u) => (Math.asin(Math.sqrt(u.numerator / u.denominator)) - middle) * 2 * Math.sqrt(u.denominator),
  );
  const [low, high] = [quantile(z, WINSORISED_SHARE), quantile(z, 1 - WINSORISED_SHARE)];
  const winsorised = z.map((score) => Math.min(high, Math.max(low, score)));
  const overdispersion = compensatedSum(winsorised.map((score) => score * score)) / units.length;
  const betweenVariance = varianceBetween(units, overdispersion);
  const isAdjusted = overdispersion > 1 && units.length >= FEWEST_FUNNEL_UNITS;
  return {
    centre,
    overdispersion,
    betweenVariance,
    isAdjusted,
    points: units.map((unit, i) => {
      const share = unit.numerator / unit.denominator;
      const plain = limitsAt(middle, 1 / (4 * unit.denominator));
      const adjusted = limitsAt(middle, 1 / (4 * unit.denominator) + betweenVariance);
      const applied = isAdjusted ? adjusted : plain;
      return {
        share,
        z: at(z, i),
        winsorisedZ: at(winsorised, i),
        plain,
        adjusted,
        isOutside: share > applied.upper998 || share < applied.lower998,
      };
    }),
  };
}

/** The limits that apply at a denominator, between or beyond those of the units. */
export function funnelLimitsAt(
  { centre, betweenVariance, isAdjusted }: Pick<Funnel, "centre" | "betweenVariance" | "isAdjusted">,
  denominator: number,
): FunnelLimits {
  const variance = 1 / (4 * denominator) + (isAdjusted ? betweenVariance : 0);
  return limitsAt(Math.asin(Math.sqrt(centre)), variance);
}

function varianceBetween(units: readonly FunnelUnit[], overdispersion: number): number {
  const count = units.length;
  if (count * overdispersion < count - 1) return 0;
  const weights = units.map((unit) => 4 * unit.denominator);
  const total = compensatedSum(weights);
  const squares = compensatedSum(weights.map((weight) => weight * weight));
  const excess = (count * overdispersion - (count - 1)) / (total - squares / total);
  return Number.isFinite(excess) ? Math.max(0, excess) : 0;
}

function limitsAt(middle: number, variance: number): FunnelLimits {
  const reach = Math.sqrt(variance);
  return {
    lower95: shareAt(middle - Q95 * reach),
    upper95: shareAt(middle + Q95 * reach),
    lower998: shareAt(middle - Q998 * reach),
    upper998: shareAt(middle + Q998 * reach),
  };
}

/** Back from the arcsine scale, kept within 0 and 1. */
function shareAt(angle: number): number {
  return Math.sin(Math.min(Math.PI / 2, Math.max(0, angle))) ** 2;
}
