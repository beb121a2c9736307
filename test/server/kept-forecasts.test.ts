import { monitorEventLoopDelay } from "node:perf_hooks";
import { expect, test } from "vitest";
import { forecastHash, keptForecasts } from "../../server/judging/kept-forecasts.ts";
import type { Month } from "../../shared/domain/month.ts";
import { forecastYear, type YearQuestion } from "../../shared/domain/statistics/year-forecast.ts";

const MONTHS = Array.from({ length: 12 }, (_, i) => `2026-${String(i + 1).padStart(2, "0")}` as Month);

function question(seed: number): YearQuestion {
  const history = Array.from({ length: 30 }, (_, i) => ({ value: 50 + ((i * seed) % 7), denominator: 100 + i }));
  const slots = MONTHS.map((_, i) =>
    i < 6 ? ({ kind: "known", ...history[24 + i], value: 50 } as const) : ({ kind: "open", ahead: i - 5 } as const),
  );
  const course = { history, slots, bounds: { minimum: 0, maximum: 100 }, seed, monthly: true };
  const targets = MONTHS.map(() => ({ value: 52 }));
  return {
    node: { kind: "own", timeRule: "ratio", months: MONTHS, course },
    direction: "higher",
    decimals: 1,
    targets,
  };
}

const asked = Array.from({ length: 12 }, (_, i) => ({ question: question(i + 2) }));

test("forecasts made in threads, and those that were kept, are the same as made afresh, in the order asked", async () => {
  const fresh = asked.map((each) => forecastYear(each));
  expect(await keptForecasts(asked)).toEqual(fresh);
  expect(await keptForecasts(asked.toReversed())).toEqual(fresh.toReversed());
});

test("a question asked twice at once is worked out once, and a what-if apart from it", async () => {
  const [one] = asked;
  if (one === undefined) throw new Error("nothing was asked");
  const whatIf = { ...one, whatIf: { kind: "shift", amount: 1 } as const };
  const [plain, again, moved] = await keptForecasts([one, one, whatIf]);
  expect(again).toBe(plain);
  expect(moved?.median).toBeGreaterThan(plain?.median ?? 0);
});

test("the hash names everything that a forecast is made from", () => {
  const first = question(2);
  expect(forecastHash(structuredClone(first))).toBe(forecastHash(first));
  expect(forecastHash({ ...first, decimals: 2 })).not.toBe(forecastHash(first));
  expect(forecastHash({ ...first, targets: first.targets.map(() => null) })).not.toBe(forecastHash(first));
});

test("the event loop goes on while many are made", async () => {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const many = Array.from({ length: 40 }, (_, i) => ({ question: question(100 + i) }));
  await keptForecasts(asked);
  const began = performance.now();
  delay.enable();
  await keptForecasts(many);
  delay.disable();
  expect(delay.max / 1e6).toBeLessThan((performance.now() - began) * 0.9);
});
