import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject, test } from "vitest";
import type { OverviewView } from "../../shared/contracts/insight.ts";
import { violations } from "../support/accessibility.ts";
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
  await page.goto("/overview");
  await page.locator(".kpi-table").waitFor();
});
afterEach(() => expect(complaints ?? []).toEqual([]));
afterAll(async () => {
  await browser?.close();
});

async function overview(): Promise<OverviewView> {
  const answer = await page.request.get(`/trpc/insight.overview?input=${encodeURIComponent("{}")}`);
  return (await answer.json()).result.data;
}

shown("every KPI is the first of what at most three letters find", async () => {
  const hidden: string[] = [];
  for (const { kpi, name } of (await overview()).kpis) {
    const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
    const initials = words.map((word) => word[0]).join("");
    const tries = [initials, ...words, kpi].flatMap((word) => [word.slice(0, 3), word.slice(0, 2)]);
    const firsts = await Promise.all(
      [...new Set(tries)].map(async (query) => {
        const input = encodeURIComponent(JSON.stringify({ query }));
        return (await (await page.request.get(`/trpc/insight.find?input=${input}`)).json()).result.data.found[0]?.code;
      }),
    );
    if (!firsts.includes(kpi)) hidden.push(name);
  }
  expect(hidden).toEqual([]);
});

shown("Ctrl K finds a KPI by three letters and leads there; Esc gives the focus back", async () => {
  await page.focus(".row-link >> nth=2");
  const before = await page.evaluate(() => document.activeElement?.textContent);
  await page.keyboard.press("Control+k");
  await page.locator("[role=combobox]").waitFor();
  await page.keyboard.type("fir");
  await page.locator("[role=option]", { hasText: "First-time fix rate" }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await page.locator("[role=dialog]").waitFor({ state: "detached" });
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(before);
  await page.keyboard.press("Control+k");
  await page.locator("[role=combobox]").waitFor();
  await page.keyboard.type("fir");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/kpis\/FIRST-FIX/);
  await page.keyboard.press("Control+k");
  expect(await page.locator("[role=option]").first().textContent()).toContain("First-time fix rate");
  await page.keyboard.type("dark theme");
  await page.keyboard.press("Enter");
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset["theme"])).toBe("dark");
});

shown("the list of keys opens by a question mark, and letters alone can be turned off", async () => {
  await page.locator("h1").waitFor();
  await page.keyboard.press("?");
  const dialog = page.locator("[role=dialog]", { hasText: "Keyboard shortcuts" });
  await dialog.waitFor();
  expect(await violations(page)).toEqual([]);
  await dialog.locator("input[type=checkbox]").uncheck();
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  await page.keyboard.press("?");
  expect(await dialog.count()).toBe(0);
  await page.evaluate(() => localStorage.removeItem("plumbline-single-keys"));
});

shown("the presentation shows one KPI a page by urgency, its verdict as the title, and leaves by Esc", async () => {
  const { decisions, headline, kpis } = await overview();
  await page.goto("/present");
  await page.getByRole("heading", { level: 1, name: headline }).waitFor();
  expect(await page.locator(".side, .top").count()).toBe(0);
  await page.keyboard.press("ArrowRight");
  await page.locator(".spc-plot").waitFor();
  expect(new URL(page.url()).searchParams.get("k")).toBe(decisions[0]);
  const name = kpis.find(({ kpi }) => kpi === decisions[0])?.name ?? "";
  await expect.poll(() => page.textContent("h1")).toContain(name);
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("End");
  await page.getByText(`${kpis.length + 1} of ${kpis.length + 1}`).waitFor();
  await page.keyboard.press("Escape");
  await page.waitForURL(/\/overview/);
});

shown("what a colleague submits appears without reload, marked, and nothing jumps", async () => {
  const branch = await signedIn(browser, { address, person: "manager" });
  const session = (await (await branch.request.get("/trpc/organisation.session")).json()).result.data;
  const unit = session.units.find(({ mayEnter }: { mayEnter: boolean }) => mayEnter).code;
  await page.goto(`/overview?u=${unit}`);
  await page.locator(".kpi-table").waitFor();
  await page.waitForLoadState("networkidle").catch(() => undefined);
  await page.evaluate(() => {
    const kept = window as unknown as { shifts: number };
    kept.shifts = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, hadRecentInput } = entry as unknown as { value: number; hadRecentInput: boolean };
        if (!hadRecentInput) kept.shifts += value;
      }
    }).observe({ type: "layout-shift" });
  });
  const numerator = 1 + Math.floor(Math.random() * 40);
  const answer = await branch.request.put("/api/v1/results", {
    headers: { origin: address },
    data: { results: [{ unit, kpi: "COMPLAINTS", period: session.period, numerator, denominator: 1000 }] },
  });
  expect(answer.status(), await answer.text()).toBe(200);
  await page.locator(".kpi-row", { hasText: "Updated just now" }).waitFor({ timeout: 8_000 });
  expect(await page.evaluate(() => (window as unknown as { shifts: number }).shifts)).toBeLessThanOrEqual(0.02);
  await branch.context().close();
});
