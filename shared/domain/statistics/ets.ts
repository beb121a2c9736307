import { at } from "./numerics.ts";

/**
 * Exponential smoothing with additive errors: level, and where wanted a damped trend and a season of twelve months
 * (Hyndman et al. 2008; ETS(A,N,N), (A,Ad,N), (A,N,A), (A,Ad,A)). `beta` is already alpha times beta*, as R gives it.
 */
export type EtsParameters = { alpha: number; beta?: number; phi?: number; gamma?: number };

/** `season` runs backwards: its first entry belongs to the month just past, its twelfth to the month to come. */
export type EtsState = { level: number; slope: number; season: readonly number[] };

export type EtsRun = {
  /** One-step errors; NaN where a month has no value (the state then moves on by its forecast). */
  errors: number[];
  /** Sum of their squares. */
  sse: number;
  state: EtsState;
};

export const SEASON = 12;

/** Runs the recursions over the values from an initial state. */
export function runEts(values: readonly number[], parameters: EtsParameters, initial: EtsState): EtsRun {
  const { alpha, beta = 0, phi = 1, gamma = 0 } = parameters;
  const hasSlope = parameters.beta !== undefined;
  const isSeasonal = initial.season.length > 0;
  // The season in calendar order, the effect of the coming month at `place`.
  const season = initial.season.toReversed();
  let { level, slope } = initial;
  let place = 0;
  let sse = 0;
  const errors: number[] = [];
  for (const x of values) {
    const moved = hasSlope ? level + phi * slope : level;
    const effect = isSeasonal ? at(season, place) : 0;
    const error = x - (moved + effect);
    const known = Number.isNaN(error) ? 0 : error;
    level = moved + alpha * known;
    if (hasSlope) slope = phi * slope + beta * known;
    if (isSeasonal) {
      season[place] = effect + gamma * known;
      place = place === SEASON - 1 ? 0 : place + 1;
    }
    sse += known * known;
    errors.push(error);
  }
  return {
    errors,
    sse,
    state: { level, slope, season: [...season.slice(place), ...season.slice(0, place)].reverse() },
  };
}

/** Forecasts of the months after a state. */
export function etsForecast(state: EtsState, { beta, phi = 1 }: EtsParameters, months: number): number[] {
  let growth = 0;
  let damping = 1;
  return Array.from({ length: months }, (_, i) => {
    damping *= phi;
    growth += damping;
    const effect = state.season.length === 0 ? 0 : at(state.season, SEASON - 1 - (i % SEASON));
    return state.level + (beta === undefined ? 0 : growth * state.slope) + effect;
  });
}

/**
 * How much a one-step error weighs in the forecast error `lag` months later: c_0 = 1,
 * c_j = alpha + beta (phi + ... + phi^j), and gamma once a year: at the lags 12, 24 ..., without a slope one lag earlier,
 * as R has it.
 */
function etsWeights({ alpha, beta, phi = 1, gamma = 0 }: EtsParameters, months: number): number[] {
  const yearlyLag = beta === undefined ? SEASON - 1 : 0;
  let growth = 0;
  let damping = 1;
  return Array.from({ length: months }, (_, lag) => {
    if (lag === 0) return 1;
    damping *= phi;
    growth += damping;
    return alpha + (beta ?? 0) * growth + (lag % SEASON === yearlyLag ? gamma : 0);
  });
}

/** Variance of the forecast of each month ahead, for the variance of one-step errors. */
export function etsVariances(parameters: EtsParameters, sigma2: number, months: number): number[] {
  let sum = 0;
  return etsWeights(parameters, months).map((weight) => {
    sum += weight * weight;
    return sigma2 * sum;
  });
}

/** -n/2 ln(SSE): R's log-likelihood for additive errors, up to what all models of the same values share. */
export function etsLogLikelihood(sse: number, n: number): number {
  return (-n / 2) * Math.log(sse);
}
