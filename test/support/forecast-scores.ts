import { mean, type YearEndCase } from "./year-end-cases.ts";

/** What a method said of one case. Probability null where there is no target. */
export type Said = {
  median: number;
  low80: number;
  high80: number;
  low95: number;
  high95: number;
  probability: number | null;
};

export type Scores = {
  cases: number;
  brier: number;
  logLoss: number;
  mase: number;
  in80: number;
  in95: number;
  reliability: ReliabilityBin[];
};

export type ReliabilityBin = { from: number; to: number; cases: number; said: number; happened: number };

export function scoresOf(cases: readonly YearEndCase[], said: readonly (Said | null)[]): Scores {
  const pairs = cases.flatMap((c, i) => (said[i] ? [{ c, s: said[i] }] : []));
  const aimed = pairs.flatMap(({ c, s }) =>
    c.target === null || s.probability === null ? [] : [{ p: s.probability, hit: isHit(c) ? 1 : 0 }],
  );
  return {
    cases: pairs.length,
    brier: mean(aimed.map(({ p, hit }) => (p - hit) ** 2)),
    logLoss: mean(aimed.map(({ p, hit }) => -Math.log(Math.max(1e-6, hit === 1 ? p : 1 - p)))),
    mase: mean(pairs.map(({ c, s }) => Math.abs(s.median - c.actual) / c.scale)),
    in80: mean(pairs.map(({ c, s }) => (c.actual >= s.low80 && c.actual <= s.high80 ? 1 : 0))),
    in95: mean(pairs.map(({ c, s }) => (c.actual >= s.low95 && c.actual <= s.high95 ? 1 : 0))),
    reliability: reliability(aimed),
  };
}

function isHit({ direction, actual, target }: YearEndCase): boolean {
  return direction === "lower" ? actual <= (target ?? 0) : actual >= (target ?? 0);
}

function reliability(aimed: readonly { p: number; hit: number }[]): ReliabilityBin[] {
  return Array.from({ length: 10 }, (_, i) => {
    const [from, to] = [i / 10, (i + 1) / 10];
    const inside = aimed.filter(({ p }) => p >= from && (p < to || i === 9));
    return {
      from,
      to,
      cases: inside.length,
      said: mean(inside.map(({ p }) => p)),
      happened: mean(inside.map(({ hit }) => hit)),
    };
  }).filter((bin) => bin.cases > 0);
}
