import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { keptAnalyses } from "../../server/judging/kept-analyses.ts";
import type { Month } from "../../shared/domain/month.ts";
import { addMonths } from "../../shared/domain/month.ts";
import { analyseSeries } from "../../shared/domain/statistics/analyse-series.ts";
import type { SeriesRow } from "../../shared/domain/statistics/series.ts";

const FIRST = "2016-01" as Month;

/** A series like none of another seed: a level, a season, a step in the middle, and a hole. */
function series(seed: number, months = 36) {
  const rows = Array.from({ length: months }, (_, i): SeriesRow => {
    const denominator = 400 + ((i * seed) % 37);
    const numerator = 300 + ((i * i * seed) % 41) + (i > months / 2 ? seed % 9 : 0);
    const value = i === 7 ? null : (100 * numerator) / denominator;
    return { period: addMonths(FIRST, i), value, numerator, denominator, target: 75, excluded: i === 9 };
  });
  const input = { direction: seed % 2 === 0 ? ("higher" as const) : ("lower" as const), rows, multiplier: 100 };
  return { input, options: { ruleSet: "plumbline-1" as const, rebase: [addMonths(FIRST, 12)] } };
}

const constant = Array.from({ length: 20 }, (_, i): SeriesRow => ({ period: addMonths(FIRST, i), value: 0 }));
const odd = [[], constant, constant.slice(0, 2), constant.map((row) => ({ ...row, value: null }))].map((rows) => ({
  input: { direction: "neutral" as const, rows },
  options: {},
}));

test("analyses made in threads, and those that were kept, are those made here, in the order asked", async () => {
  const asked = [...Array.from({ length: 30 }, (_, i) => series(i + 2)), ...odd];
  const here = asked.map(({ input, options }) => analyseSeries(input, options));
  expect(await keptAnalyses(asked)).toEqual(here);
  expect(await keptAnalyses(asked.toReversed())).toEqual(here.toReversed());
});

test("a figure that changes makes its own series anew and no other; a phase, target or rule set does the same", async () => {
  const before = Array.from({ length: 8 }, (_, i) => series(i + 100));
  const made = await keptAnalyses(before);
  const [first, second, third, fourth, ...others] = before;
  if (first === undefined || second === undefined || third === undefined || fourth === undefined) throw new Error();
  const corrected = first.input.rows.map((row, i) => (i === 35 ? { ...row, value: 99 } : row));
  const retargeted = second.input.rows.map((row) => ({ ...row, target: 80 }));
  const after = [
    { ...first, input: { ...first.input, rows: corrected } },
    { ...second, input: { ...second.input, rows: retargeted } },
    { ...third, options: { ...third.options, rebase: [] } },
    { ...fourth, options: { ...fourth.options, ruleSet: "nelson" as const } },
    ...others,
  ];
  const again = await keptAnalyses(after);
  expect(again.map((analysis, i) => analysis === made[i])).toEqual([
    false,
    false,
    false,
    false,
    true,
    true,
    true,
    true,
  ]);
  expect(again).toEqual(after.map(({ input, options }) => analyseSeries(input, options)));
});

/** Longest time that the event loop was held while this was done, in milliseconds. */
async function held(work: () => Promise<unknown>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await work();
  await setTimeout(50);
  delay.disable();
  return delay.max / 1e6;
}

test("the event loop goes on while 500 series of 120 months are analysed for the first time", async () => {
  const rounds = { here: [] as number[], apart: [] as number[] };
  for (const round of [1, 2]) {
    const asked = Array.from({ length: 500 }, (_, i) => series(1000 * round + i, 120));
    const began = performance.now();
    for (const { input, options } of asked) analyseSeries(input, options);
    rounds.here.push(performance.now() - began);
    rounds.apart.push(await held(() => keptAnalyses(asked)));
  }
  // Beside the same work in the same minute: other programs on the machine hold both alike.
  expect(Math.min(...rounds.apart)).toBeLessThan(Math.min(...rounds.here) / 2);
});
