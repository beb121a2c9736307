import { expect, test } from "vitest";
import type { Month } from "../../shared/domain/month.ts";
import { type PhaseWords, phaseEffects, splitProposal } from "../../shared/text/phase-text.ts";

const month = (text: string) => text as Month;
const run = { rule: "shift", since: month("2026-02"), changedIn: month("2026-04"), months: 9 } as const;
const segment = (firstPeriod: string) => ({ firstPeriod: month(firstPeriod) }) as never;

const NOW: PhaseWords = {
  variation: "worsening",
  variationWord: "Worsening",
  outlookWord: "Will miss",
  rangeLabel: "Usual range 3.8–4.6",
  monthsInPhase: 36,
  needsDecision: true,
};

test("a proposal keeps the first month of the run and the estimated change point apart", () => {
  const proposal = splitProposal({ run, segments: [segment("2023-11")] }, "en");
  expect(proposal).toMatchObject({ since: "2026-02", changedIn: "2026-04" });
  expect(proposal?.sentence).toMatch(/changed in Apr 2026\. The run on one side has lasted 9 months, since Feb 2026\./);
});

test.each([
  ["a trend", { ...run, rule: "trend" as const }, "2023-11"],
  ["seven months", { ...run, months: 7 }, "2023-11"],
  ["a phase that begins there already", run, "2026-04"],
])("%s proposes nothing", (_, said, first) => {
  expect(splitProposal({ run: said, segments: [segment(first)] }, "en")).toBeNull();
});

test("what would be taken back is said first and as a warning; what stays is said too", () => {
  const after = { ...NOW, variation: "too_few", variationWord: "Too few months to judge", outlookWord: "–" } as const;
  const effects = phaseEffects(NOW, { ...after, monthsInPhase: 7, needsDecision: false }, "en");
  expect(effects.map(({ warns }) => warns)).toEqual([true, true, true, false, false, false]);
  expect(effects[2]?.text).toMatch(/would have 7 months/);
  expect(effects.slice(3).map(({ text }) => text)).toEqual([
    "Signal: Worsening becomes Too few months to judge.",
    "Outlook: Will miss becomes not judged.",
    "Range: Usual range 3.8–4.6, as before.",
  ]);
});
