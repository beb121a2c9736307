import { expect, test } from "vitest";
import type { Month } from "../../shared/domain/month.ts";
import { moveSentence, opposedWarning, spanText } from "../../shared/text/move-text.ts";
import { workshopSentences } from "../../shared/text/workshop-text.ts";

const FACTS = {
  ...{ target: "at most 3.5", level: "4.1", range: "3.6–4.6", demand: 1.2, chanceOfMiss: 0.999, periods: 12 },
  ...{ misses: { mean: 12, low: 12, high: 12 }, yearEnd: null },
};

test("a target beyond the usual range is said to be out of reach, with the misses of a year", () => {
  expect(workshopSentences(FACTS)).toEqual([
    "With at most 3.5, more than 9 in 10 periods would miss by chance while nothing changes: 12 of 12 in a year.",
    "The process runs at 4.1 and usually stays within 3.6–4.6. The target lies beyond what it does: no usual period reaches it.",
  ]);
});

test.each([
  [0.5, /asks for more than that level, 50 % of the way/],
  [-0.5, /leaves room: 50 % of the way/],
  [0.05, /lies at that level: half of the periods will miss it/],
  [-1.5, /Every usual period already meets the target/],
])("a demand of %s is said in terms of the usual range", (demand, words) => {
  expect(workshopSentences({ ...FACTS, demand })[1]).toMatch(words);
});

test("the year's end is a sentence of its own, and a neutral KPI has no misses", () => {
  const said = workshopSentences({ ...FACTS, chanceOfMiss: null, demand: null, yearEnd: "about 35 %" });
  expect(said).toEqual([
    "The process runs at 4.1 and usually stays within 3.6–4.6.",
    "The year's figure would reach it with about 35 % chance.",
  ]);
});

test("a move is told by its figures, its two causes and its largest parts", () => {
  const facts = { name: "Visits", before: "95.5", after: "95.2", change: "−0.30", rate: "+0.20", mix: "−0.50" };
  const largest = [{ name: "China", shown: "−0.40" }];
  expect(moveSentence({ ...facts, largest })).toBe(
    "Visits went from 95.5 to 95.2 (−0.30). The parts' own rates account for +0.20, the mix of parts for −0.50. Largest: China −0.40.",
  );
  expect(moveSentence({ ...facts, after: "95.5", rate: null, mix: null, largest: [] })).toBe(
    "Visits stands at 95.5, as it did then (−0.30).",
  );
  expect(opposedWarning({ parts: 4, rose: false })).toMatch(/^All 4 parts went up, yet the whole went down/);
  const [first, last] = ["2026-01" as Month, "2026-10" as Month];
  expect([spanText({ first, last }, "en"), spanText({ first: last, last }, "en")]).toEqual([
    "Jan 2026 – Oct 2026",
    "Oct 2026",
  ]);
});
