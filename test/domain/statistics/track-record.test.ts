import { expect, test } from "vitest";
import { trackRecord } from "../../../shared/domain/statistics/track-record.ts";
import { decileText, trackRecordHeadline, trackRecordSentences } from "../../../shared/text/track-record-text.ts";

const said = (probability: number | null, reached: boolean | null, figure: number | null = 5) => ({
  ...{ probability, reached, figure },
  ...{ low80: 4, high80: 6 },
});

test("forecasts that were sure and right score 0, and beat the base rate", () => {
  const record = trackRecord([said(0.999, true), said(0.001, false)]);
  expect(record.brier).toBeCloseTo(1e-6, 12);
  expect(record).toMatchObject({ baseRate: 0.5, baseBrier: 0.25, scored: 2, inside80: 1 });
  expect(trackRecordHeadline(record, "en")).toBe("Year-end forecasts said more than the base rate does");
});

test("a tenth counts what was said in it, and how much of it came true", () => {
  const record = trackRecord([
    said(0.7, true),
    said(0.75, true),
    said(0.79, false),
    said(0.8, true),
    said(0.999, true),
  ]);
  const seventies = record.deciles[7];
  expect(seventies).toMatchObject({ count: 3, from: 0.7, to: 0.8 });
  expect(seventies?.cameTrue).toBeCloseTo(2 / 3, 12);
  expect(record.deciles[9]?.count).toBe(1);
  expect(seventies && decileText(seventies, "en")).toBe("When we said 70–80 %, 67 % did, of 3.");
});

test("what was settled when it was made, and what is not known yet, does not count", () => {
  const record = trackRecord([said(1, true), said(0, false), said(0.5, null, null), said(null, null, 9)]);
  expect(record).toMatchObject({ made: 4, known: 1, scored: 0, brier: null, baseBrier: null, inside80: 0 });
  expect(trackRecordHeadline(record, "en")).toBe("No year-end forecast has been scored yet");
  expect(trackRecordSentences(record, "en")).toHaveLength(2);
});
