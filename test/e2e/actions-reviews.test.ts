import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject, test } from "vitest";
import { settled, violations } from "../support/accessibility.ts";
import { complaintsOf, launchBrowser, signedIn } from "../support/browser.ts";
import { findBrowser } from "../support/programs.ts";

const address = inject("demoAddress");
const shown = test.skipIf(findBrowser() === null);

let browser: Browser;
let page: Page;
let complaints: string[];
let clicks = 0;

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

async function open(path: string): Promise<void> {
  await page.goto(path);
  await page.locator("main :is(h1, h2)").first().waitFor();
  await page.waitForLoadState("networkidle");
}

async function click(name: string | RegExp): Promise<void> {
  clicks += 1;
  await page.getByRole("button", { name, exact: typeof name === "string" }).click();
}

shown("an action goes from plan over start and check to its end", { timeout: 120_000 }, async () => {
  await open("/actions");
  expect(await page.textContent("h1")).toBe("1 of 2 open actions late");
  await click("Add an action");
  await page.getByLabel("What will be done").fill("Weekly parts count");
  await page.getByLabel("Until when").fill("2027-01-31");
  await page.getByLabel("KPI to change").selectOption("FIRST-FIX");
  await page.getByLabel("Change of its level").fill("2");
  await page.getByLabel("By month").fill("2027-03");
  await click("Save action");
  await page.getByRole("link", { name: "Weekly parts count" }).click();
  await click("Start");
  await page.getByText("Too early to say: the effect is judged once Mar 2027 is reported.").first().waitFor();
  await click("Edit");
  expect(await page.getByLabel("KPI to change").isDisabled()).toBe(true);
  await click("Cancel");
  await click("Close as effective");
  await page.getByRole("dialog").getByText("Too early to say").waitFor();
  await page.getByLabel("Why do you override the data?").fill("Counted by hand in every van.");
  await click("End the action");
  await page.locator(".check-word", { hasText: "Effective, overridden" }).waitFor();
  await page.getByText("Counted by hand in every van.").first().waitFor();
});

shown("the two planted actions come out as planted, with the months before and after", async () => {
  for (const [code, word] of [
    ["A-0001", "Effective"],
    ["A-0002", "Not effective"],
  ] as const) {
    await open(`/actions/${code}`);
    expect(await page.locator(".check-word").first().textContent()).toBe(word);
    await page.locator(".before-after").waitFor();
    await page.click("role=tab[name=Table]");
    expect(await page.locator(".table-box tbody tr").count()).toBeGreaterThanOrEqual(24);
  }
});

shown(
  "three exceptions are reviewed and three decisions recorded with owner and date in at most twelve clicks",
  { timeout: 120_000 },
  async () => {
    // A country: what is decided there leaves the first screen of the group as it is.
    await open("/reviews?u=C-IT");
    await click("Plan a review");
    await click("Plan review");
    await page.waitForURL(/\/reviews\/V-/);
    await page.locator("#step-title").waitFor();
    clicks = 0;
    await click(/^Next/);
    for (const text of ["Stock check in each van 15 Dec", "Ask the suppliers by 2027-01-15", "Two more fitters"]) {
      await page.getByText(/^Exception \d of \d$/).waitFor();
      await click(/^Decide/);
      await page.getByLabel("What is decided?").fill(text);
      await click("Record decision");
      await page.locator(".meeting-step .decision-list").waitFor();
      await click(/^Next/);
    }
    expect(clicks).toBeLessThanOrEqual(12);
    await page.getByText("Minutes").click();
    const minutes = page.locator(".minutes");
    await minutes.waitFor();
    expect(await minutes.locator(".decision-list li").count()).toBe(3);
    expect(await minutes.locator("h2").count()).toBe(14);
    await minutes.getByRole("link", { name: /^D-/ }).first().click();
    await page.getByText("The hash was computed again just now and matches.").waitFor();
  },
);

for (const theme of ["light", "dark"] as const) {
  shown(`axe finds nothing on a review and its minutes, ${theme}`, { timeout: 180_000 }, async () => {
    const own = await signedIn(browser, { address, person: "leader" }, { theme });
    const found: string[] = [];
    await settled(own, "/reviews/V-0001");
    for (const path of ["/reviews/V-0001", "/reviews/V-0001?show=minutes", "/decisions/D-0001"]) {
      await settled(own, path, { within: true });
      found.push(...(await violations(own)));
    }
    await own.context().close();
    expect(found).toEqual([]);
  });
}
