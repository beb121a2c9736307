import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject, test } from "vitest";
import { complaintsOf, launchBrowser, signedIn } from "../support/browser.ts";
import { findBrowser } from "../support/programs.ts";

const address = inject("demoAddress");
const shown = test.skipIf(findBrowser() === null);
/** Where callbacks rose in the tenth month before the newest, and nobody has recorded why. */
const SHIFTED = "/kpis/NEW-CALLBACKS?u=C-IT";

const PATIENTLY = { timeout: 15_000 };

let browser: Browser;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  if (address === "") return;
  browser = await launchBrowser();
  page = await signedIn(browser, { address, person: "quality" });
  complaints = complaintsOf(page);
});
afterEach(() => expect(complaints ?? []).toEqual([]));
afterAll(async () => {
  await browser?.close();
});

async function open(path: string): Promise<void> {
  await page.goto(path);
  await page.locator("h1").waitFor();
  await page.waitForLoadState("networkidle");
}

const texts = (selector: string) => page.locator(selector).allTextContents();

shown("a split is proposed in words, seen before beside after, recorded with its reason and taken back", async () => {
  await open(SHIFTED);
  const headline = await page.textContent("h1");
  expect(await page.textContent(".proposal p")).toMatch(/^The level seems to have changed in Jan 2026\./);
  await page.click("text=See what new limits change");
  await page.locator(".phase-effects").waitFor();
  const [now, then] = await texts(".phase-sentence");
  expect(headline?.toLowerCase()).toContain(now?.replace(/\.$/, "").toLowerCase());
  expect(then).toMatch(/^Too few months to judge/);
  expect((await texts(".phase-warning"))[0]).toContain("would no longer be shown");
  expect(await page.locator(".phase-side .spc").count()).toBe(2);
  await page.keyboard.press("Escape");
  expect(await page.textContent("h1")).toBe(headline);

  await page.click("text=See what new limits change");
  await page.getByLabel("What changed in the process").fill("Another supplier of rollers");
  await page.click("text=Record process change");
  await page.getByText("Limits begin anew in Jan 2026").waitFor();
  await page.locator("[data-label^='upright']", { hasText: "Another supplier of rollers" }).waitFor();
  expect(await page.textContent("h1")).not.toBe(headline);

  await page.getByRole("button", { name: /^Take back the process change/ }).click();
  await page.locator(".phase-effects").waitFor();
  await page.getByLabel("Reason").fill("Recorded to try it out");
  await page.getByRole("button", { name: "Take back", exact: true }).last().click();
  await page.locator(".proposal").waitFor();
  await expect.poll(() => page.textContent("h1"), PATIENTLY).toBe(headline);
});

shown(
  "a note is written on a month of the chart by keyboard alone, flagged by its letter, and taken back",
  async () => {
    await open(SHIFTED);
    const flags = await page.locator(".chart-flag").count();
    await page.locator(".point-reader").focus();
    for (const key of ["ArrowLeft", "ArrowLeft", "Enter"]) await page.keyboard.press(key);
    await page.getByRole("dialog").waitFor();
    expect(await page.textContent(".dialog-head h2")).toBe("What happened in August 2026?");
    await page.keyboard.type("Two crews were on leave");
    await page.keyboard.press("Enter");
    await page.getByText("Two crews were on leave").waitFor();
    expect(await page.locator(".chart-flag").count()).toBe(flags + 1);
    expect(await page.locator(".chart-flag").last().getAttribute("aria-label")).toBe("Note B: Two crews were on leave");
    await page.getByRole("button", { name: "Take back note B" }).click();
    await page.getByLabel("Reason").fill("Tried out");
    await page.getByRole("button", { name: "Take back", exact: true }).last().click();
    await expect.poll(() => page.locator(".chart-flag").count(), PATIENTLY).toBe(flags);
  },
);

shown("the move of a whole against all its parts is told, adds up, and leads into a part and back", async () => {
  await open("/kpis/PREVENTIVE?view=explain&against=ytd&u=A-AP");
  expect(await page.textContent(".explain-warning")).toMatch(/^All 4 parts went up, yet the whole went down/);
  const adds = await texts(".table tbody tr > td:last-child");
  const numbers = adds.map((text) => Number(text.replace("−", "-").replace("±", "")));
  const [whole = Number.NaN] = numbers.splice(-1);
  const rounding = numbers.length * 0.005;
  expect(Math.abs(numbers.reduce((sum, each) => sum + each, 0) - whole)).toBeLessThanOrEqual(rounding);
  expect(await page.locator(".move-bars .move-name").count()).toBe(5);
  await page.click(".table .row-link:has-text('China')");
  await page.waitForURL(/u=C-CN/);
  await page.locator(".explain-sentence").waitFor();
  await page.goBack();
  await page.locator(".explain-warning").waitFor();
});

shown("the heat map is read by arrow keys, holds each unit and month once, and its table the same", async () => {
  await open("/kpis/FIRST-FIX?view=units&by=heat&level=reporting");
  await page.locator(".heat-reader").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowLeft");
  expect(await page.textContent(".heat-readout")).toMatch(/ · Sept? 2026 · [\d.]+ · /);
  const grounds = await page
    .locator(".heat-ground")
    .evaluateAll((paths) => paths.map((path) => path.getAttribute("d")));
  const cells = grounds.reduce((sum, path) => sum + (path?.match(/z/g)?.length ?? 0), 0);
  expect(cells).toBe(64 * 24);
  await page.click("text=Show as table");
  expect(await page.locator(".table tbody tr").count()).toBe(64);
  expect(await page.locator(".table tbody td").count()).toBe(64 * 24);
  await page.click("text=Funnel");
  await page.locator(".funnel .spc-mark").first().waitFor();
  expect(new URL(page.url()).searchParams.get("by")).toBe("funnel");
});

shown("a target is tried before it is set: misses, distance and simulated years follow what is typed", async () => {
  await open("/kpis/FIRST-FIX?view=target");
  await page.locator(".year-strips li").first().waitFor();
  await page.getByLabel(/^Target to try/).fill("70");
  await page.getByText("≥ 70.0: will meet").waitFor();
  expect((await texts(".year-strips p")).every((text) => text.startsWith("0 of 12"))).toBe(true);
  await page.getByLabel(/^Target to try/).fill("99");
  await page.getByText("≥ 99.0: will miss").waitFor();
  expect((await texts(".workshop-words p")).join(" ")).toContain("no usual period reaches it");
});
