import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { recordForecasts } from "../../server/insight/forecast-record.service.ts";
import { overview } from "../../server/insight/insight.service.ts";
import type { Recording } from "../../server/insight/recording.ts";
import { trackRecordOf } from "../../server/insight/track-record.service.ts";
import { whatIf } from "../../server/insight/what-if.service.ts";
import { forecastHash } from "../../server/judging/kept-forecasts.ts";
import type { Month } from "../../shared/domain/month.ts";
import { forecastYear } from "../../shared/domain/statistics/year-forecast.ts";
import type { StatusKind } from "../../shared/domain/status-kind.ts";
import { aDemonstration, type Demonstration, storyMonth } from "../support/demonstration.ts";

const NOW = Date.UTC(2026, 10, 22, 12);

let demo: Demonstration;

beforeAll(async () => {
  demo = await aDemonstration({ units: 4, kpis: 6 });
}, 120_000);
afterAll(() => demo.store.close());

function recording(asked: string[] = []): Recording {
  return {
    store: demo.store,
    now: () => NOW,
    forecast: async (questions) => {
      asked.push(...questions.map(forecastHash));
      return questions.map((question) => forecastYear({ question: { ...question, node: quick(question.node) } }));
    },
    isStopped: () => false,
    progress: () => undefined,
  };
}

const REACHED: Partial<Record<StatusKind, 0 | 1 | null>> = { on: 1, near: 0, off: 0, no_target: null };

type Node = Parameters<typeof forecastYear>[0]["question"]["node"];

/** Fewer paths: what is proven here is what is kept, not how well it is forecast. */
function quick(node: Node): Node {
  return node.kind === "own" ? { ...node, course: { ...node.course, paths: 50 } } : node;
}

describe("the overview's year-ends", () => {
  test("stand beside every KPI, made from its months up to the one asked for", async () => {
    const { kpis, period } = await overview(demo.actor, {});
    expect(kpis.length).toBeGreaterThan(4);
    for (const { yearEnd, period: newest } of kpis) {
      expect(yearEnd?.fiscalYear).toBe(2026);
      expect(yearEnd?.sentence).toMatch(/^Year end: /);
      expect((yearEnd?.knownTo ?? "") <= newest && newest <= period).toBe(true);
    }
  });

  test("of an earlier month know nothing of what came later: they are those of that time", async () => {
    const period = "2025-06" as Month;
    const then = await overview(demo.actor, { period, asOf: "2025-08-31" });
    const now = await overview(demo.actor, { period });
    expect(then.kpis.length).toBeGreaterThan(4);
    for (const { kpi, yearEnd } of then.kpis) {
      expect(now.kpis.find((other) => other.kpi === kpi)?.yearEnd).toEqual(yearEnd);
    }
  });

  test("of a year that is over are its figures", async () => {
    const { kpis } = await overview(demo.actor, { period: "2025-12" as Month });
    for (const { yearEnd, ytd } of kpis.filter(({ ytd }) => ytd.figure.value !== null)) {
      expect(yearEnd).toMatchObject({ isOver: true, median: ytd.figure.value, low95: ytd.figure.value });
      expect(yearEnd?.probability).toBe(REACHED[ytd.status]);
    }
  });

  test("move with a what-if, which leaves them as they are", async () => {
    const [kpi] = (await overview(demo.actor, {})).kpis;
    const asked = { kpi: kpi?.kpi ?? "", unit: "GROUP", kind: "shift" } as const;
    expect(await whatIf(demo.actor, { ...asked, amount: 0 })).toMatchObject({ median: kpi?.yearEnd?.median });
    const higher = await whatIf(demo.actor, { ...asked, amount: 1 });
    expect(higher?.median).toBeGreaterThan(kpi?.yearEnd?.median ?? 0);
  });
});

describe("the record of forecasts", () => {
  test("keeps what was said after 3, 6 and 9 months and of the newest, once, with its inputs' hash", async () => {
    const asked: string[] = [];
    const first = await recordForecasts(recording(asked));
    expect(first.made).toBeGreaterThan(50);
    expect(first.scored).toBeGreaterThan(10);
    const kept = await demo.store.forecasts.list({ units: null, kpi: null });
    expect(kept).toHaveLength(first.made);
    expect(asked).toEqual(expect.arrayContaining(kept.map(({ inputsSha256 }) => inputsSha256)));
    expect(new Set(kept.filter(({ basis }) => basis === "then").map(({ knownTo }) => knownTo))).toEqual(
      new Set([storyMonth(36)]),
    );
    for (const { asOf, knownTo } of kept.filter(({ basis }) => basis === "since")) {
      expect(new Date(asOf).toISOString().slice(0, 7) > knownTo).toBe(true);
    }
    expect(await recordForecasts(recording())).toEqual({ made: 0, scored: 0 });
    expect((await demo.store.verify()).fault).toBeNull();
  });

  test("scores only years that are over, and says how often what was said came true", async () => {
    const kept = await demo.store.forecasts.list({ units: null, kpi: null });
    expect(new Set(kept.filter(({ figure }) => figure !== null).map(({ fiscalYear }) => fiscalYear))).toEqual(
      new Set([2024, 2025]),
    );
    const { record, kpis, madeThen, years } = await trackRecordOf(demo.actor, {});
    expect(years).toEqual([2024, 2025]);
    expect(record.made).toBe(kept.length);
    expect(record.deciles.reduce((sum, { count }) => sum + count, 0)).toBe(record.scored);
    expect(record.scored).toBeGreaterThan(20);
    expect(kpis.reduce((sum, { made }) => sum + made, 0)).toBe(record.made);
    expect(madeThen).toBe(kept.filter(({ basis }) => basis === "then").length);
    const one = await trackRecordOf(demo.actor, { kpi: kpis[0]?.kpi });
    expect(one.record.made).toBe(kpis[0]?.made);
  });
});
