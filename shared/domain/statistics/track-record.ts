/** What was said of a year's end, and what became of it; nulls where there was no target, or it is not known yet. */
export type ScoredForecast = {
  readonly probability: number | null;
  readonly low80: number;
  readonly high80: number;
  readonly figure: number | null;
  readonly reached: boolean | null;
};

/** Forecasts whose probability lay between two tenths, and how often they came true. */
export type Decile = {
  /** From 0, 0.1 … to 0.1, 0.2 …; the last includes 1. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Mean of what was said, and share that came true; null without a forecast. */
  readonly said: number | null;
  readonly cameTrue: number | null;
};

export type TrackRecord = {
  /** All forecasts made, and those whose year is known. */
  readonly made: number;
  readonly known: number;
  /** Those with a probability and a verdict: what the scores are of. */
  readonly scored: number;
  readonly deciles: readonly Decile[];
  /** Mean squared distance of the probability from what came (Brier 1950): 0 is perfect. Null without any. */
  readonly brier: number | null;
  /** Share that reached their targets, and the score of always saying it. */
  readonly baseRate: number | null;
  readonly baseBrier: number | null;
  /** Share of known figures inside the 80 % interval, of so many. */
  readonly inside80: number | null;
};

const TENTHS = 10;

/** How well forecasts kept what they said. Those that were settled when they were made said nothing, and do not count. */
export function trackRecord(forecasts: readonly ScoredForecast[]): TrackRecord {
  const open = forecasts.filter(({ probability }) => probability !== 0 && probability !== 1);
  const known = open.flatMap(({ figure, low80, high80 }) => (figure === null ? [] : [{ figure, low80, high80 }]));
  const scored = open.flatMap(({ probability, reached }) =>
    probability === null || reached === null ? [] : [{ said: probability, came: reached ? 1 : 0 }],
  );
  const baseRate = meanOf(scored.map(({ came }) => came));
  return {
    made: forecasts.length,
    known: known.length,
    scored: scored.length,
    deciles: Array.from({ length: TENTHS }, (_, tenth) => decileOf(scored, tenth)),
    brier: meanOf(scored.map(({ said, came }) => (said - came) ** 2)),
    baseRate,
    baseBrier: baseRate === null ? null : baseRate * (1 - baseRate),
    inside80: meanOf(known.map(({ figure, low80, high80 }) => (figure >= low80 && figure <= high80 ? 1 : 0))),
  };
}

/** The tenth that a probability lies in: 0 to 9. */
export function tenthOf(probability: number): number {
  return Math.min(TENTHS - 1, Math.floor(probability * TENTHS));
}

function decileOf(scored: readonly { said: number; came: number }[], tenth: number): Decile {
  const inside = scored.filter(({ said }) => tenthOf(said) === tenth);
  return {
    from: tenth / TENTHS,
    to: (tenth + 1) / TENTHS,
    count: inside.length,
    said: meanOf(inside.map(({ said }) => said)),
    cameTrue: meanOf(inside.map(({ came }) => came)),
  };
}

function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
