import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { settled, tooSmall, violations } from "../support/accessibility.ts";
import { complaintsOf, launchBrowser, signedIn } from "../support/browser.ts";
import { findBrowser } from "../support/programs.ts";

const address = inject("demoAddress");
const shown = test.skipIf(findBrowser() === null);
const FORMATS = { CSV: "csv", Excel: "xlsx", JSON: "json" } as const;
/** Behind one more button: two clicks at most for any of them. */
const MORE = ["CSV", "JSON"];

type Listed = {
  results: { unit: string; kpi: string; period: string; numerator: number; denominator: number | null }[];
};

let browser: Browser;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  if (address === "") return;
  browser = await launchBrowser();
  page = await signedIn(browser, { address, person: "executive" });
  complaints = complaintsOf(page);
});
afterAll(async () => {
  await browser?.close();
});

/** Every file of the snapshot on the screen, by the buttons that a person presses. */
async function downloads(): Promise<Record<string, Buffer>> {
  const files: Record<string, Buffer> = {};
  for (const [name, ending] of Object.entries(FORMATS)) {
    if (MORE.includes(name)) await page.getByRole("button", { name: "More files" }).click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name, exact: true }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(new RegExp(`^plumbline-.+-[0-9a-f]{8}\\.${ending}$`));
    files[ending] = readFileSync(await download.path());
    await page.getByText(`${download.suggestedFilename()} is ready`).first().waitFor();
    await page.getByRole("button", { name: "Close" }).first().click();
  }
  return files;
}

/** Changes a result of the newest month that the snapshot holds, as the quality manager. */
async function correctOneResult(): Promise<void> {
  const other = await signedIn(browser, { address, person: "quality" });
  const { results } = (await (await other.request.get("/api/v1/results?from=2026-10&limit=200")).json()) as Listed;
  const reported = results.find((each) => each.denominator !== null && each.numerator > 1);
  if (reported === undefined) throw new Error("there is no ratio in the newest month");
  const { unit, kpi, period, numerator, denominator } = reported;
  const row = { unit, kpi, period, numerator: numerator - 1, denominator };
  const answer = await other.request.put("/api/v1/results", { data: { results: [row] }, headers: { origin: address } });
  expect(await answer.json()).toMatchObject({ stored: 1 });
  await other.context().close();
}

shown(
  "two clicks on the overview freeze it within 5 s; a later correction changes neither its page nor its files",
  { timeout: 120_000 },
  async () => {
    await settled(page, "/overview");
    const headline = await page.textContent("h1");
    const began = performance.now();
    await page.click("button:has-text('Take snapshot')");
    await page.click("[role=dialog] button[type=submit]");
    await page.waitForURL(/\/snapshots\/[0-9a-f-]{36}$/);
    await page.getByText("Frozen.").waitFor();
    const seconds = (performance.now() - began) / 1000;
    console.log(`snapshot ready after ${seconds.toFixed(2)} s`);
    expect(seconds).toBeLessThan(5);
    expect(await page.textContent("h1")).toBe(headline);
    const facts = (await page.textContent(".frozen-facts")) ?? "";
    expect(facts).toMatch(/As of\d{1,2} \w+ \d{4}, \d\d:\d\d/);
    expect(facts).toContain("by Chief executive");
    const sha256 = (await page.textContent(".hash")) ?? "";
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    const before = await page.textContent("main");
    const files = await downloads();
    expect(files["csv"]?.includes(sha256)).toBe(true);
    expect(files["json"]?.includes(sha256)).toBe(true);
    await correctOneResult();
    await page.reload();
    await page.getByText("Frozen.").waitFor();
    await page.waitForLoadState("networkidle");
    expect(await page.textContent("main")).toBe(before);
    const hashes = (each: Record<string, Buffer>) =>
      Object.entries(each).map(([ending, bytes]) => `${ending} ${createHash("sha256").update(bytes).digest("hex")}`);
    expect(hashes(await downloads())).toEqual(hashes(files));
    expect(complaints).toEqual([]);
  },
);

shown("the list names each snapshot's moment, author and hash, and leads to it", async () => {
  await settled(page, "/snapshots");
  const row = page.locator(".snapshot-table tbody tr").first();
  expect(await row.textContent()).toMatch(/need.* decision.*October 2026.*\d\d:\d\d.*Chief executive[0-9a-f]{8}$/);
  await row.getByRole("link").click();
  await page.getByText("Frozen.").waitFor();
});

for (const theme of ["light", "dark"] as const) {
  shown(`axe finds nothing on list, page, dialog, empty list and error, ${theme}`, { timeout: 120_000 }, async () => {
    const look = await signedIn(browser, { address, person: "executive" }, { theme });
    const found: string[] = [];
    await settled(look, "/snapshots");
    found.push(...(await violations(look)));
    await look.click("button:has-text('Take snapshot')");
    await look.fill("[role=dialog] input", " ");
    found.push(...(await violations(look)));
    await look.keyboard.press("Escape");
    await look.click(".snapshot-table a");
    await look.getByText("Frozen.").waitFor();
    found.push(...(await violations(look)));
    await look.route("**/trpc/snapshots.list*", async (route) => {
      await route.fulfill({ json: { result: { data: { snapshots: [] } } } });
    });
    await settled(look, "/snapshots");
    await look.getByText("No snapshot has been taken yet").waitFor();
    found.push(...(await violations(look)));
    await settled(look, "/snapshots/01a205cc-0000-7000-8000-000000000000");
    found.push(...(await violations(look)));
    await look.context().close();
    expect(found).toEqual([]);
  });
}

shown("list and page fit a phone of 390 and 320 pixels, with targets of 24 and more", async () => {
  for (const width of [390, 320]) {
    const phone = await signedIn(browser, { address, person: "executive" }, { width, height: 844 });
    await settled(phone, "/snapshots");
    const paths = ["/snapshots", (await phone.getAttribute(".snapshot-table a", "href")) ?? ""];
    for (const path of paths) {
      await settled(phone, path);
      expect(await phone.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(width);
      expect(await tooSmall(phone), path).toEqual([]);
    }
    await phone.context().close();
  }
});
