import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject, test } from "vitest";
import type { KpiView } from "../../shared/contracts/kpi-view.ts";
import { complaintsOf, launchBrowser, signedIn } from "../support/browser.ts";
import { findBrowser } from "../support/programs.ts";

const address = inject("demoAddress");
const shown = test.skipIf(findBrowser() === null);

let browser: Browser;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  if (address === "") return;
  browser = await launchBrowser();
  page = await signedIn(browser, { address, person: "leader" });
  complaints = complaintsOf(page);
});
afterEach(() => expect(complaints ?? []).toEqual([]));
afterAll(async () => {
  await browser?.close();
});

async function viewOf(kpi: string): Promise<KpiView> {
  const input = encodeURIComponent(JSON.stringify({ kpi }));
  const answer = await page.request.get(`/trpc/insight.kpi?input=${input}`);
  return (await answer.json()).result.data;
}

shown(
  "the chart goes on to the year's end: dashed, hollow points, a hatched range with both ends in words",
  async () => {
    const view = await viewOf("MTBC");
    await page.goto("/kpis/MTBC");
    await page.locator(".spc-forecast-line").first().waitFor();
    const coming = view.forecast?.points.length ?? 0;
    expect(coming).toBeGreaterThan(0);
    expect(await page.locator(".spc-forecast-point").count()).toBe(coming);
    expect(await page.getAttribute("[data-scenario=fc]", "fill")).toMatch(/^url\(#/);
    const labels = await page.locator(".chart-label").allTextContents();
    expect(labels).toEqual(expect.arrayContaining([view.forecast?.label, view.forecast?.rangeLabel]));
  },
);

shown("a tab says how the year may end, what it would take, and what if: by keyboard alone", async () => {
  const view = await viewOf("MTBC");
  await page.goto("/kpis/MTBC");
  await page.locator("role=tab[name=Chart]").focus();
  for (let tab = 0; tab < 8 && (await page.locator(".forecast").count()) === 0; tab += 1) {
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction(() => document.activeElement?.getAttribute("aria-selected") === "true");
  }
  await page.locator(".forecast-sentence").waitFor();
  expect(await page.textContent(".forecast-sentence")).toBe(view.yearEnd?.sentence);
  expect(await page.textContent(".forecast")).toContain(view.forecast?.required?.sentence);
  expect(await page.locator(".forecast tbody tr").count()).toBe(12);
  await page.locator(".what-if input[inputmode]").focus();
  await page.keyboard.type("999");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => (document.querySelector(".what-if-answer")?.textContent ?? "") !== "");
  const answer = (await page.textContent(".what-if-answer")) ?? "";
  expect(answer).toMatch(/^Year end: /);
  expect(answer).not.toBe(view.yearEnd?.sentence);
});

shown(
  "the track record counts what was said and what came true, and leads to each KPI's",
  { timeout: 240_000 },
  async () => {
    const made = async () => {
      const answer = await page.request.get(`/trpc/insight.trackRecord?input=${encodeURIComponent("{}")}`);
      return (await answer.json()).result.data.record.made as number;
    };
    await expect.poll(made, { timeout: 200_000, interval: 2_000 }).toBeGreaterThan(0);
    await page.goto("/track-record");
    await page.locator(".calibration-chart").waitFor();
    await page.locator("tbody .row-link").first().click();
    await page.waitForURL(/kpi=/);
    expect(await page.locator("h1").textContent()).not.toBe("");
  },
);
