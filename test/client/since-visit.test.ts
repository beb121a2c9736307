import { expect, test } from "vitest";
import { visitAt } from "../../client/features/insight/last-visit.ts";
import { changesLine, changesSince } from "../../client/features/insight/visit-facts.ts";
import type { OverviewView } from "../../shared/contracts/insight.ts";

const at = (text: string) => new Date(`2026-11-05T${text}:00.000Z`);

test("a visit ends with an hour's pause: until then the one before it stays the last", () => {
  const first = visitAt(null, at("08:00"));
  expect(first.since).toBeNull();
  const goesOn = visitAt(first, at("08:50"));
  expect(goesOn).toEqual({ seen: at("08:50").toISOString(), since: null });
  expect(visitAt(goesOn, at("10:00")).since).toBe(goesOn.seen);
  const told = { seen: first.seen, since: first.seen };
  const stillTold = visitAt(told, at("08:30"));
  expect(stillTold.since).toBe(stillTold.seen);
});

type Told = readonly [kpi: string, variation: string, status: string];

function overviewOf(decisions: string[], ...told: Told[]): OverviewView {
  const kpis = told.map(([kpi, variation, status]) => ({
    ...{ kpi, name: kpi, statusWord: status },
    verdict: { variation, variationWord: variation },
  }));
  return { kpis, decisions } as unknown as OverviewView;
}

test("what changed is new signals, statuses, decisions, corrections and results: no more and no less", () => {
  const then = overviewOf(["B"], ["A", "stable", "on"], ["B", "worsening", "off"], ["C", "stable", "on"]);
  const now = overviewOf(["A", "B"], ["A", "worsening", "on"], ["B", "stable", "on"], ["C", "stable", "on"]);
  const correction = { kpi: "C", name: "C", month: "2026-08", before: "1", after: "2" } as never;
  const changes = changesSince(then, now, { corrections: [correction], reportedSince: 14 });
  expect(changes.signals.map(({ kpi }) => kpi)).toEqual(["A"]);
  expect(changes.statuses).toEqual([{ kpi: "B", name: "B", before: "off", after: "on" }]);
  expect(changesLine(changes)).toBe(
    "1 more needs a decision · 1 new signal · 1 change of status · 1 correction · 14 new results",
  );
  expect(changesLine(changesSince(now, now, { corrections: [], reportedSince: 0 }))).toBe("");
});
