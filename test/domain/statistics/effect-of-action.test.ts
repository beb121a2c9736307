import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addMonths, type Month } from "../../../shared/domain/month.ts";
import { effectOfAction, firstMonthOf } from "../../../shared/domain/statistics/effect-of-action.ts";
import { seededRandom } from "../../../shared/domain/statistics/seeded-random.ts";
import { studentsT } from "../../../shared/domain/statistics/students-t.ts";
import { effectNotes, effectSentence } from "../../../shared/text/effect-text.ts";
import { casesFor } from "../../support/depth.ts";
import { effectiveRate } from "../../support/effect-rates.ts";
import { autoregressive, independent, seasonal, seriesOf } from "../../support/simulated-series.ts";

const STYLE = { decimals: 1, locale: "en" };

/** Values before and after, the effect expected by the sixth month after. */
function read(before: readonly (number | null)[], after: readonly (number | null)[], expected: number) {
  const { rows } = seriesOf([...before, ...after]);
  const from = addMonths("2020-01" as Month, before.length);
  return effectOfAction({ rows, from, expected, by: addMonths(from, 5) });
}

const wave = (count: number, level: number, swing = 0.2) =>
  Array.from({ length: count }, (_, i) => level + (i % 2 === 0 ? swing : -swing));

describe("what is said", () => {
  test("a level that fell as promised is effective, with its size and range", () => {
    const reading = read(wave(12, 4.8), wave(8, 4.1), -0.5);
    expect(reading).toMatchObject({ verdict: "effective", reason: "reached", monthsBefore: 12, monthsAfter: 8 });
    expect(effectSentence(reading, STYLE)).toMatch(
      /^The level fell from 4\.8 to 4\.1, outside chance \(−0\.7, between −0\.9 and −0\.5\); −0\.5 was expected\.$/,
    );
  });

  test("less than was promised is effective and says so", () => {
    const reading = read(wave(12, 4.8), wave(8, 4.1), -2);
    expect(reading).toMatchObject({ verdict: "effective", reason: "less_than_expected" });
    expect(effectSentence(reading, STYLE)).toContain("yet less than the −2.0 expected");
  });

  test("months that read as before are no change", () => {
    const reading = read(wave(12, 90, 1), wave(8, 90.1, 1), 3);
    expect(reading).toMatchObject({ verdict: "not_effective", reason: "no_change" });
    expect(effectSentence(reading, STYLE)).toMatch(/^No change seen: 90\.0 before, 90\.1 since/);
  });

  test("a change to the other side is not effective, however large", () => {
    expect(read(wave(12, 4.8), wave(8, 6), -0.5)).toMatchObject({ verdict: "not_effective", reason: "opposite" });
  });

  test("before the promised month it is too early, also where the months look good", () => {
    const reading = read(wave(12, 4.8), wave(4, 2), -0.5);
    expect(reading).toMatchObject({ verdict: "too_early", reason: "not_due" });
    expect(effectSentence(reading, STYLE)).toBe("Too early to say: the effect is judged once Jun 2021 is reported.");
  });

  test("with few months on either side the data cannot tell, and the sentence says how many are needed", () => {
    const few = read(wave(4, 4.8), wave(8, 2), -0.5);
    expect(effectSentence(few, STYLE)).toBe(
      "The data cannot tell: 4 months with a result before it began, 6 are needed.",
    );
    const holes = read(wave(12, 4.8), [null, null, null, null, 2, 2], -0.5);
    expect(holes).toMatchObject({ verdict: "too_early", reason: "few_after", monthsAfter: 2 });
  });

  test("where chance and the promise both fit it is too early for a year, then there was no effect", () => {
    const noisy = (count: number) => Array.from({ length: count }, (_, i) => [0, 3, -2, 1, -3, 2, 0, -1][i % 8] ?? 0);
    expect(read(noisy(12), noisy(6), 1)).toMatchObject({ verdict: "too_early", reason: "not_told_apart" });
    expect(read(noisy(12), noisy(12), 1)).toMatchObject({ verdict: "not_effective", reason: "no_change" });
  });

  test("a drift that goes on as before is no effect, and the reader is told", () => {
    const drifting = Array.from({ length: 30 }, (_, i) => 10 - 0.1 * i + (i % 2 === 0 ? 0.1 : -0.1));
    const reading = read(drifting.slice(0, 22), drifting.slice(22), -0.5);
    expect(reading).toMatchObject({ verdict: "not_effective", reason: "no_change" });
    expect(effectNotes(reading, "en").join(" ")).toContain("already moving");
  });

  test("a season is not taken for an effect", () => {
    const year = (i: number) => 10 + 3 * Math.sin((2 * Math.PI * i) / 12) + (i % 2 === 0 ? 0.2 : -0.2);
    const values = Array.from({ length: 42 }, (_, i) => year(i));
    const reading = read(values.slice(0, 36), values.slice(36), -2);
    expect(reading.verdict).toBe("not_effective");
    expect(reading.estimate?.season).toBe(true);
    expect(effectNotes(reading, "en")).toContain("The yearly pattern of the months before was taken out.");
  });

  test("months that take no part in the chart take none here", () => {
    const { rows } = seriesOf([...wave(12, 5), ...wave(6, 3)]);
    const from = addMonths("2020-01" as Month, 12);
    const excluded = rows.map((row) => (row.period >= from ? { ...row, excluded: true } : row));
    expect(effectOfAction({ rows: excluded, from, expected: -1, by: null })).toMatchObject({ monthsAfter: 0 });
  });
});

describe("as arithmetic", () => {
  const values = fc.array(fc.double({ min: -1e4, max: 1e4, noNaN: true }), { minLength: 14, maxLength: 48 });

  test("mirrored values with a mirrored promise give the mirrored answer", () => {
    fc.assert(
      fc.property(values, fc.double({ min: 0.1, max: 100, noNaN: true }), (all, expected) => {
        const [before, after] = [all.slice(0, -6), all.slice(-6)];
        const one = read(before, after, expected);
        const other = read(
          before.map((x) => -x),
          after.map((x) => -x),
          -expected,
        );
        expect([other.verdict, other.reason]).toEqual([one.verdict, one.reason]);
      }),
      { numRuns: casesFor(200) },
    );
  });

  test("another unit of measure gives the same verdict, its numbers in that unit", () => {
    fc.assert(
      fc.property(values, fc.constantFrom(2, 4, 1024), (all, factor) => {
        const [before, after] = [all.slice(0, -6), all.slice(-6)];
        const one = read(before, after, 5);
        const other = read(
          before.map((x) => x * factor),
          after.map((x) => x * factor),
          5 * factor,
        );
        expect(other.verdict).toBe(one.verdict);
        expect(other.estimate?.change).toBeCloseTo((one.estimate?.change ?? 0) * factor, 4);
      }),
      { numRuns: casesFor(200) },
    );
  });

  test("every answer is finite, and the change lies within its range", () => {
    fc.assert(
      fc.property(values, (all) => {
        const { estimate } = read(all.slice(0, -6), all.slice(-6), 1);
        for (const x of [estimate?.before, estimate?.after, estimate?.low, estimate?.high]) {
          expect(Number.isFinite(x)).toBe(true);
        }
        expect(estimate?.low).toBeLessThanOrEqual((estimate?.change ?? 0) + 1e-9);
        expect(estimate?.high).toBeGreaterThanOrEqual((estimate?.change ?? 0) - 1e-9);
      }),
      { numRuns: casesFor(200) },
    );
  });

  test("Student's t is that of the tables", () => {
    const table: readonly (readonly [number, number])[] = [
      [3, 3.1824],
      [5, 2.5706],
      [10, 2.2281],
      [30, 2.0423],
      [120, 1.9799],
    ];
    for (const [degrees, point] of table) expect(studentsT(degrees)).toBeCloseTo(point, 1);
    for (const [degrees, point] of table.slice(1)) expect(Math.abs(studentsT(degrees) - point)).toBeLessThan(0.005);
  });

  test("an action changes the month it began in, or the next where it began late in it", () => {
    expect(firstMonthOf("2026-03-15")).toBe("2026-03");
    expect(firstMonthOf("2026-12-16")).toBe("2027-01");
  });
});

describe("in simulation", () => {
  const series = casesFor(1000);
  const question = { before: 24, after: 6, series, seed: 11 };

  test.each([
    ["independent", independent],
    ["AR(1) 0.5", autoregressive(0.5)],
    ["a season as large as the noise", seasonal(Math.SQRT2)],
  ])("at most 5 in 100 actions without effect are called effective: %s", (_, process) => {
    expect(effectiveRate(process, { ...question, effect: 0 })).toBeLessThanOrEqual(0.05);
  });

  test("two in three changes of 1.5 sigma are found at the check date, nearly all of 3 sigma", () => {
    expect(effectiveRate(independent, { ...question, effect: 1.5 })).toBeGreaterThan(0.6);
    expect(effectiveRate(independent, { ...question, effect: 3 })).toBeGreaterThan(0.97);
  });

  test("the same series is read the same way each time", () => {
    const random = seededRandom(3);
    const all = independent(30, random);
    expect(read(all.slice(0, 24), all.slice(24), 1)).toEqual(read(all.slice(0, 24), all.slice(24), 1));
  });
});
