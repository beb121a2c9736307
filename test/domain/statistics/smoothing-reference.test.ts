import { describe, expect, test } from "vitest";
import {
  type EtsParameters,
  type EtsState,
  etsForecast,
  etsLogLikelihood,
  etsVariances,
  runEts,
} from "../../../shared/domain/statistics/ets.ts";
import { ETS_SHAPES, type EtsShape, fitEts } from "../../../shared/domain/statistics/ets-fit.ts";
import {
  decompose,
  fitHoltWinters,
  holtWintersForecast,
  holtWintersStart,
  runHoltWinters,
} from "../../../shared/domain/statistics/holt-winters.ts";
import { REFERENCE, referenceText } from "../../support/reference.ts";
import { isClose } from "../../support/reference-compare.ts";

type EtsCase = {
  par: Record<string, number>;
  initstate: Record<string, number>;
  states_last: number[];
  loglik: number;
  sigma2: number;
  mean: number[];
  lower80: number[];
  upper95: number[];
};
type HoltWintersCase = {
  alpha: number;
  beta: number;
  gamma: number;
  sse: number;
  coefficients: Record<string, number>;
  forecast: number[];
};
type ForecastCase = {
  id: string;
  values: number[];
  expected: Record<`ets_${EtsShape}`, EtsCase> & {
    HoltWinters_additive: HoltWintersCase;
    HoltWinters_fixed: HoltWintersCase;
    HoltWinters_given_start: HoltWintersCase & { l_start: number; b_start: number; s_start: number[] };
    decompose_additive_figure: number[];
  };
};

const cases = JSON.parse(referenceText("vectors/forecast.json") ?? "[]") as ForecastCase[];
const places = Array.from({ length: 12 }, (_, i) => `s${i + 1}`);

function stateOf(states: Record<string, number>): EtsState {
  return {
    level: states["l"] ?? 0,
    slope: states["b"] ?? 0,
    season: "s1" in states ? places.map((name) => states[name] ?? 0) : [],
  };
}

function parametersOf({ alpha = 0, beta, phi, gamma }: Record<string, number>): EtsParameters {
  return {
    alpha,
    ...(beta === undefined ? {} : { beta }),
    ...(phi === undefined ? {} : { phi }),
    ...(gamma === undefined ? {} : { gamma }),
  };
}

const areClose = (ours: readonly number[], theirs: readonly number[]) =>
  ours.length === theirs.length && ours.every((x, i) => isClose(x, theirs[i] ?? null, 1e-6));

/** Fits search; they take seconds where the machine is busy. */
const PATIENCE = 60_000;

describe.skipIf(REFERENCE === null)("exponential smoothing equals R on every case", () => {
  test.each(ETS_SHAPES)("recursions, intervals and likelihood of %s", (shape) => {
    expect(cases.length).toBeGreaterThan(0);
    for (const { id, values, expected } of cases) {
      const reference = expected[`ets_${shape}`];
      if (reference === undefined) continue;
      const parameters = parametersOf(reference.par);
      const run = runEts(values, parameters, stateOf(reference.initstate));
      const { level, slope, season } = run.state;
      const last = [level, ...(parameters.beta === undefined ? [] : [slope]), ...season];
      const mean = etsForecast(run.state, parameters, 12);
      const spread = etsVariances(parameters, reference.sigma2, 12).map(Math.sqrt);
      expect(areClose(last, reference.states_last), `${id} states`).toBe(true);
      expect(areClose(mean, reference.mean), `${id} mean`).toBe(true);
      expect(
        areClose(
          mean.map((x, i) => x - 1.2815515655446 * (spread[i] ?? 0)),
          reference.lower80,
        ),
        `${id} 80 %`,
      ).toBe(true);
      expect(
        areClose(
          mean.map((x, i) => x + 1.95996398454005 * (spread[i] ?? 0)),
          reference.upper95,
        ),
        `${id} 95 %`,
      ).toBe(true);
      expect(isClose(etsLogLikelihood(run.sse, values.length), reference.loglik, 1e-6), `${id} likelihood`).toBe(true);
    }
  });

  test.each(ETS_SHAPES)(
    "a fit of %s is no less likely",
    (shape) => {
      for (const { id, values, expected } of cases) {
        const reference = expected[`ets_${shape}`];
        if (reference === undefined) continue;
        const fit = fitEts(values, shape);
        expect(fit?.logLikelihood, id).toBeGreaterThan(reference.loglik - 0.001 * Math.abs(reference.loglik));
      }
    },
    PATIENCE,
  );
});

describe.skipIf(REFERENCE === null)("Holt-Winters equals R on every case", () => {
  test("with given parameters and R's own start", () => {
    for (const { id, values, expected } of cases) {
      const reference = expected.HoltWinters_fixed;
      const run = runHoltWinters(values, reference, holtWintersStart(values));
      expect(isClose(run.sse, reference.sse, 1e-6), id).toBe(true);
      expect(areClose(holtWintersForecast(run, 12), reference.forecast), id).toBe(true);
      const { a, b, ...season } = reference.coefficients;
      expect(areClose([run.level, run.slope, ...run.season], [a ?? 0, b ?? 0, ...Object.values(season)]), id).toBe(
        true,
      );
    }
  });

  test("with a given start", () => {
    for (const { id, values, expected } of cases) {
      const { l_start: level, b_start: slope, s_start: season, ...reference } = expected.HoltWinters_given_start;
      const run = runHoltWinters(values, reference, { level, slope, season });
      expect(isClose(run.sse, reference.sse, 1e-6), id).toBe(true);
      expect(areClose(holtWintersForecast(run, 12), reference.forecast), id).toBe(true);
    }
  });

  test("and a fit of its parameters has no larger errors", () => {
    for (const { id, values, expected } of cases) {
      expect(fitHoltWinters(values).sse, id).toBeLessThan(1.001 * expected.HoltWinters_additive.sse);
    }
  });

  test("the classical seasonal figure", () => {
    for (const { id, values, expected } of cases) {
      expect(areClose(decompose(values).figure, expected.decompose_additive_figure), id).toBe(true);
    }
  });
});
