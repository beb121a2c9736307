import { type EtsParameters, type EtsRun, type EtsState, etsLogLikelihood, runEts, SEASON } from "./ets.ts";
import { solveLeastSquares } from "./least-squares.ts";
import { nelderMead } from "./nelder-mead.ts";
import { at, isPresent } from "./numerics.ts";

/** The shapes that are fitted, by R's names. */
export const ETS_SHAPES = ["ANN", "AAdN", "ANA", "AAdA"] as const;

export type EtsShape = (typeof ETS_SHAPES)[number];

export type EtsFit = EtsRun & {
  shape: EtsShape;
  parameters: EtsParameters;
  initial: EtsState;
  logLikelihood: number;
  aicc: number;
  /** SSE over the values less the fitted parameters, initial states included. */
  sigma2: number;
};

/** Seasonal shapes need two whole years. */
const FEWEST_FOR_SEASON = 24;

const isDamped = (shape: EtsShape) => shape.startsWith("AAd");
const isSeasonal = (shape: EtsShape) => shape.endsWith("A");

/**
 * The likeliest smoothing parameters within R's usual bounds (0.0001 to 0.9999, beta below alpha, gamma below 1 - alpha,
 * phi 0.8 to 0.98). One-step errors are linear in the initial state, so that is solved exactly for each trial;
 * only the smoothing parameters are searched. Null for too few values.
 */
export function fitEts(values: readonly number[], shape: EtsShape): EtsFit | null {
  const n = values.filter(isPresent).length;
  const fitted = parameterCount(shape);
  if (n < fitted + 3 || (isSeasonal(shape) && n < FEWEST_FOR_SEASON)) return null;
  const cost = (point: readonly number[]) => {
    const parameters = parametersAt(point, shape);
    return parameters === null ? Number.POSITIVE_INFINITY : profile(values, parameters, shape).sse;
  };
  const options = { step: 0.1, evaluations: 200, tolerance: 1e-9 };
  const starts = STARTS.slice(0, isSeasonal(shape) ? 1 : STARTS.length).map((start) =>
    start.slice(0, dimensions(shape)),
  );
  const best = starts.map((start) => nelderMead(cost, start, options)).reduce((a, b) => (b.value < a.value ? b : a));
  const parameters = parametersAt(best.point, shape) ?? { alpha: 0.5 };
  const run = profile(values, parameters, shape);
  const logLikelihood = etsLogLikelihood(run.sse, n);
  const k = fitted + 1;
  return {
    ...run,
    shape,
    parameters,
    logLikelihood,
    aicc: -2 * logLikelihood + 2 * k + (2 * k * (k + 1)) / (n - k - 1),
    sigma2: run.sse / (n - fitted),
  };
}

/** In the order alpha, gamma or beta, phi, gamma; phi as its share of the way from 0.8 to 0.98. */
const STARTS = [
  [0.2, 0.05, 0.8, 0.05],
  [0.6, 0.05, 0.5, 0.05],
  [0.01, 0.005, 0.1, 0.01],
  [0.3, 0.2, 0.3, 0.05],
];

function dimensions(shape: EtsShape): number {
  return 1 + (isDamped(shape) ? 2 : 0) + (isSeasonal(shape) ? 1 : 0);
}

function parameterCount(shape: EtsShape): number {
  return dimensions(shape) + 1 + (isDamped(shape) ? 1 : 0) + (isSeasonal(shape) ? SEASON - 1 : 0);
}

const SMALLEST = 1e-4;

function parametersAt(point: readonly number[], shape: EtsShape): EtsParameters | null {
  const alpha = at(point, 0);
  if (alpha < SMALLEST || alpha > 1 - SMALLEST) return null;
  const parameters: EtsParameters = { alpha };
  if (isDamped(shape)) {
    parameters.beta = at(point, 1);
    parameters.phi = 0.8 + 0.18 * at(point, 2);
    if (parameters.beta < SMALLEST || parameters.beta > alpha || parameters.phi < 0.8 || parameters.phi > 0.98)
      return null;
  }
  if (isSeasonal(shape)) {
    parameters.gamma = at(point, point.length - 1);
    if (parameters.gamma < SMALLEST || parameters.gamma > 1 - alpha) return null;
  }
  return parameters;
}

/** The run from the initial state that makes the sum of squared errors smallest for the given parameters. */
function profile(
  values: readonly number[],
  parameters: EtsParameters,
  shape: EtsShape,
): EtsRun & { initial: EtsState } {
  const width = 1 + (isDamped(shape) ? 1 : 0) + (isSeasonal(shape) ? SEASON - 1 : 0);
  const zeros = values.map(() => 0);
  const unit = (column: number) =>
    stateOf(
      Array.from({ length: width }, (_, i) => (i === column ? 1 : 0)),
      shape,
    );
  const rest = runEts(
    values,
    parameters,
    stateOf(
      Array.from({ length: width }, () => 0),
      shape,
    ),
  );
  const columns = Array.from({ length: width }, (_, column) =>
    runEts(zeros, parameters, unit(column)).errors.map((error) => -error),
  );
  const initial = stateOf(solveLeastSquares(columns, rest.errors), shape);
  return { ...runEts(values, parameters, initial), initial };
}

/** Level, slope where there is one, then eleven seasons; the twelfth makes their sum zero. */
function stateOf(numbers: readonly number[], shape: EtsShape): EtsState {
  const level = at(numbers, 0);
  const slope = isDamped(shape) ? at(numbers, 1) : 0;
  if (!isSeasonal(shape)) return { level, slope, season: [] };
  const free = numbers.slice(isDamped(shape) ? 2 : 1);
  return { level, slope, season: [...free, -free.reduce((sum, x) => sum + x, 0)] };
}
