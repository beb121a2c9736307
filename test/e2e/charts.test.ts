import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { SpcView } from "../../shared/charts/spc-frame.ts";
import type { Month } from "../../shared/domain/month.ts";
import { POINT_TYPES } from "../../shared/domain/statistics/series.ts";
import { kpiView } from "../client/kpi-story.ts";
import { CALLBACKS } from "../client/stories.ts";
import { numbers, type Story } from "../client/story.ts";
import { complaintsOf, launchBrowser, openChartPage } from "../support/browser.ts";
import type { ChartPage } from "../support/chart-page.tsx";
import { findBrowser } from "../support/programs.ts";

declare const chartPage: ChartPage;

type Edges = { text: string; left: number; top: number; right: number; bottom: number };

let browser: Browser;
let page: Page;
let complaints: string[];

async function drawn(view: SpcView, width = 760): Promise<void> {
  await page.evaluate(([given, wide]) => chartPage.drawSpc(given, wide), [view, width] as const);
}

/** Boxes of all texts and all marks of the charts, as the browser has laid them out. */
async function boxes(): Promise<{ texts: Edges[]; marks: Edges[] }> {
  return page.evaluate(() => {
    const edges = (element: Element) => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      return { text: element.textContent ?? "", left, top, right, bottom };
    };
    return {
      texts: [...document.querySelectorAll("svg text")].map(edges),
      marks: [...document.querySelectorAll(".spc-mark")].map(edges),
    };
  });
}

function overlap(a: Edges, b: Edges): boolean {
  return a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5;
}

/** The visible part of a text is lower than its line: the box of the letters alone. */
function letters({ top, bottom, ...rest }: Edges): Edges {
  const air = (bottom - top) * 0.14;
  return { ...rest, top: top + air, bottom: bottom - air };
}

function randomStory(seed: number): Story {
  const next = numbers(seed);
  const months = 6 + Math.floor(next() * 43);
  const level = 10 ** (next() * 4 - 1);
  const spread = level * (0.02 + next() * 0.4);
  const shiftAt = Math.floor(next() * months);
  const decimals = level > 100 ? 0 : 2;
  const values = Array.from({ length: months }, (_, index) =>
    next() < 0.04
      ? null
      : Number((level + (next() + next() - 1) * spread + (index > shiftAt ? spread * next() : 0)).toFixed(decimals)),
  );
  const changeAt = Math.floor(next() * months);
  const [before, after] = [level * (0.9 + next() * 0.2), level * (0.9 + next() * 0.2)];
  const targets = values.map((_, index) => Number((index < changeAt ? before : after).toFixed(decimals)));
  const direction = next() < 0.5 ? "lower" : "higher";
  return { code: `K${seed}`, name: `KPI ${seed}`, unitOfMeasure: "%", decimals, direction, values, targets };
}

const hasBrowser = findBrowser() !== null;
const shown = test.skipIf(!hasBrowser);

beforeAll(async () => {
  if (!hasBrowser) return;
  browser = await launchBrowser();
  page = await openChartPage(browser);
  complaints = complaintsOf(page);
});
afterAll(async () => {
  if (!hasBrowser) return;
  await browser.close();
  expect(complaints).toEqual([]);
});

shown("no label touches another label or a mark, on 50 random series at two widths", async () => {
  const collisions: string[] = [];
  for (let seed = 1; seed <= 50; seed += 1) {
    await drawn(kpiView(randomStory(seed)), seed % 2 === 0 ? 760 : 330);
    const { texts, marks } = await boxes();
    const shown = texts.map(letters);
    shown.forEach((text, index) => {
      for (const other of [...shown.slice(index + 1), ...marks]) {
        if (overlap(text, other)) collisions.push(`series ${seed}: "${text.text}" and "${other.text || "a mark"}"`);
      }
    });
  }
  expect(collisions).toEqual([]);
});

shown("the shape of a mark tells its meaning without colour", async () => {
  const view = kpiView(CALLBACKS);
  const points = view.points.map((point, index) => ({
    ...point,
    pointType: POINT_TYPES[index % POINT_TYPES.length] ?? null,
  }));
  await drawn({ ...view, points });
  const shapes = await page.$$eval(".spc-mark", (marks) =>
    marks.map((mark) => ({
      kind: mark.getAttribute("data-mark"),
      path: (mark.getAttribute("d") ?? "").replace(/[-\d. ]+/g, ""),
    })),
  );
  const byKind = new Map(shapes.map(({ kind, path }) => [kind, path]));
  expect([...byKind.keys()].sort()).toEqual(["better", "changed", "usual", "worse"]);
  expect(new Set(byKind.values()).size).toBe(4);
  expect(shapes.filter(({ kind, path }) => byKind.get(kind) !== path)).toEqual([]);
});

shown("a changed target steps at its month, and each label carries its inequality", async () => {
  await drawn(kpiView(CALLBACKS));
  const path = (await page.getAttribute(".spc-target", "d")) ?? "";
  expect(path.match(/V/g)).toHaveLength(CALLBACKS.values.length - 1);
  const heights = [...path.matchAll(/(?:M[\d.]+ |V)([\d.]+)/g)].map(([, height]) => height);
  expect(new Set(heights.slice(0, 12)).size).toBe(1);
  expect(new Set(heights.slice(12)).size).toBe(1);
  expect(heights[11]).not.toBe(heights[12]);
  const labels = await page.$$eval(".chart-label", (texts) => texts.map((text) => text.textContent));
  expect(labels.filter((label) => label?.startsWith("Target"))).toEqual(["Target ≤ 4.0", "Target ≤ 4.4"]);
});

shown("a forecast is hollow, dashed and hatched, with both ends of its range named", async () => {
  const forecast = {
    points: [
      { period: "2026-11", median: 4.8, low80: 4.4, high80: 5.2, variance: 0.8 },
      { period: "2026-12", median: 4.9, low80: 4.4, high80: 5.4, variance: 0.9 },
    ],
    label: "Forecast 4.9",
    rangeLabel: "80 % range 4.4–5.4",
  };
  await drawn({ ...kpiView(CALLBACKS), forecast });
  expect(await page.locator(".spc-forecast-point").count()).toBe(2);
  const style = await page.$eval(".spc-forecast-line", (line) => getComputedStyle(line).strokeDasharray);
  expect(style).not.toBe("none");
  expect(await page.getAttribute(".spc-forecast [data-scenario=fc]", "fill")).toMatch(/^url\(#/);
  const hatched = await page.$$eval(".variance-tier [data-scenario=fc]", (bars) =>
    bars.map((bar) => bar.getAttribute("fill")),
  );
  expect(hatched.every((fill) => fill?.startsWith("url(#"))).toBe(true);
  const labels = await page.$$eval(".chart-label", (texts) => texts.map((text) => text.textContent));
  expect(labels).toContain("Forecast 4.9");
  expect(labels).toContain("80 % range 4.4–5.4");
});

shown("bars of the variance tier start at nought, one for each month with a target", async () => {
  await drawn(kpiView(CALLBACKS));
  const zero = Number(/M[\d.]+ ([\d.]+)/.exec((await page.getAttribute(".zero-line", "d")) ?? "")?.[1]);
  const paths = await page.$$eval(".variance-tier .bar", (groups) =>
    groups.map((group) => group.getAttribute("d") ?? ""),
  );
  const bars = [...paths.join("").matchAll(/M[\d.]+ ([\d.]+)H[\d.]+V([\d.]+)/g)];
  expect(bars).toHaveLength(CALLBACKS.values.length);
  for (const [, top, bottom] of bars) {
    expect(Math.min(Math.abs(Number(top) - zero), Math.abs(Number(bottom) - zero))).toBeLessThan(0.02);
  }
});

shown("five months draw no limits and say why, ten draw trial limits", async () => {
  const few = { ...CALLBACKS, values: CALLBACKS.values.slice(0, 5), targets: 4 };
  await drawn(kpiView(few));
  expect(await page.locator(".spc-limit").count()).toBe(0);
  expect(await page.textContent("svg.spc, .spc svg")).toContain("Too few months to judge");
  await drawn(kpiView({ ...few, values: CALLBACKS.values.slice(0, 10) }));
  expect(await page.locator(".phase-trial .spc-limit").count()).toBe(1);
  expect(await page.locator(".chart-label", { hasText: "Trial limits" }).count()).toBe(1);
});

shown("a month that does not count is an open circle, and a hole is a gap in the line", async () => {
  const values = CALLBACKS.values.map((value, index) => (index === 7 ? null : value));
  await drawn(kpiView({ ...CALLBACKS, values, excluded: [10] }));
  const fill = await page.$eval(".mark-excluded", (mark) => getComputedStyle(mark).fill);
  expect(fill).toBe(await page.$eval("main > div", (ground) => getComputedStyle(ground).backgroundColor));
  const course = (await page.getAttribute(".spc-course path", "d")) ?? "";
  expect(course.match(/M/g)).toHaveLength(2);
});

shown("limits that begin anew are drawn apart, with the reason at the break", async () => {
  await drawn(kpiView({ ...CALLBACKS, rebase: ["2026-02" as Month] }));
  expect(await page.locator(".phase").count()).toBe(2);
  expect(await page.locator(".chart-label", { hasText: "Measured anew" }).count()).toBe(1);
});

shown("arrow keys read the points aloud, once each", async () => {
  const view = kpiView(CALLBACKS);
  await drawn(view);
  await page.focus(".point-reader");
  await page.keyboard.press("ArrowLeft");
  const spoken = page.locator("[aria-live=polite]");
  expect(await spoken.textContent()).toBe(view.points.at(-2)?.spoken);
  await page.keyboard.press("Home");
  expect(await spoken.textContent()).toBe(view.points[0]?.spoken);
  expect(await page.locator("[role=application]").count()).toBe(0);
  expect(await page.getAttribute(".spc svg, svg.spc", "role")).toBe("img");
});

shown("nothing moves", async () => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await drawn(kpiView(CALLBACKS));
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  await page.emulateMedia({ reducedMotion: null });
});
