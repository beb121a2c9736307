import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject, test } from "vitest";
import type { OverviewView } from "../../shared/contracts/insight.ts";
import { complaintsOf, launchBrowser, signedIn } from "../support/browser.ts";
import { findBrowser } from "../support/programs.ts";

const address = inject("demoAddress");
const shown = test.skipIf(findBrowser() === null);
const NUMBERS = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"];

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

async function open(path: string): Promise<void> {
  await page.goto(path);
  await page.locator("h1").waitFor();
}

async function overview(): Promise<OverviewView> {
  const input = encodeURIComponent(JSON.stringify({}));
  const answer = await page.request.get(`/trpc/insight.overview?input=${input}`);
  return (await answer.json()).result.data;
}

shown("the headline counts the KPIs that need a decision: cards and the rest together", async () => {
  await open("/overview");
  const headline = await page.textContent("h1");
  const cards = await page.locator(".decision-card").count();
  const more = await page.locator(".decision-more a").count();
  const word = NUMBERS[cards + more] ?? String(cards + more);
  expect(headline?.startsWith(`${word} KPI`)).toBe(true);
  expect(cards + more).toBe((await overview()).decisions.length);
});

shown("headline, three cards and the head of the table are seen without scrolling", async () => {
  await open("/overview");
  for (const part of ["h1", ".decision-card >> nth=2", ".kpi-table thead"]) {
    const box = await page.locator(part).boundingBox();
    expect(box && box.y + box.height).toBeLessThanOrEqual(900);
  }
});

shown("one click leads from a decision to its cause and countermeasure, two to the monthly values", async () => {
  await open("/overview");
  await page.click(".decision-card .card-link >> nth=1");
  await page.locator("h2", { hasText: "Cause and countermeasure" }).waitFor();
  await page.click("role=tab[name=Table]");
  expect(await page.locator(".table-box tbody tr").count()).toBeGreaterThanOrEqual(24);
  expect(new URL(page.url()).searchParams.get("view")).toBe("table");
});

shown("the table of a branch says who entered each month", async () => {
  await open("/overview");
  const branch = await page.request.get("/trpc/organisation.session").then((answer) => answer.json());
  const units: { code: string; kind: string }[] = branch.result.data.units;
  const code = units.findLast((unit) => unit.kind === "branch")?.code;
  await open(`/kpis/CALLBACKS?u=${code}&view=table`);
  await page.locator("th", { hasText: "Entered" }).waitFor();
  expect(await page.locator(".table-box tbody tr >> nth=2").textContent()).toMatch(/\d{1,2} \w+ \d{4}/);
});

shown("status, signal and outlook read alike on the overview and on each KPI's page", async () => {
  const view = await overview();
  const differences: string[] = [];
  for (const kpi of view.kpis) {
    const input = encodeURIComponent(JSON.stringify({ kpi: kpi.kpi, unit: view.unit.code, period: view.period }));
    const answer = await (await page.request.get(`/trpc/insight.kpi?input=${input}`)).json();
    const one = answer.result.data;
    if (one.statusWord !== kpi.statusWord) differences.push(`${kpi.kpi}: ${one.statusWord}, not ${kpi.statusWord}`);
    if (JSON.stringify(one.verdict) !== JSON.stringify(kpi.verdict)) differences.push(`${kpi.kpi}: another verdict`);
  }
  expect(differences).toEqual([]);
});

shown(
  "every page of a KPI has a message of at most 15 words and a title that names measure, unit and period",
  async () => {
    const view = await overview();
    for (const kpi of view.kpis.slice(0, 6)) {
      await open(`/kpis/${kpi.kpi}`);
      const message = (await page.textContent("h1")) ?? "";
      expect(message.split(/\s+/).length, message).toBeLessThanOrEqual(15);
      const title = (await page.textContent(".kpi-title")) ?? "";
      for (const part of [kpi.unitOfMeasure, view.unit.name, "2026"]) expect(title).toContain(part);
    }
  },
);

shown("a rate that falls to the better is said to improve, with an arrow down in the good colour", async () => {
  await open("/overview");
  const chips = page.locator(".chip-improving[data-shape=down]");
  expect(await chips.count()).toBeGreaterThan(0);
  expect(await chips.first().textContent()).toBe("Improving");
  expect(await chips.first().evaluate((chip) => getComputedStyle(chip).color)).toBe("rgb(0, 109, 119)");
});

shown("chart and table hold the same numbers, and the arrow keys read them", async () => {
  await open("/kpis/FIRST-FIX");
  await page.focus(".point-reader");
  const spoken = await page.locator("[aria-live=polite].visually-hidden").textContent();
  await page.click("role=tab[name=Table]");
  const newest = await page.locator(".table-box tbody tr >> nth=0").locator("td >> nth=0").textContent();
  expect(spoken).toContain(newest);
  expect(await page.locator("[role=application]").count()).toBe(0);
});

shown("the address holds the state: it opens the same screen elsewhere, and Back takes each step back", async () => {
  await open("/overview");
  await page.click("button[aria-label^=Period]");
  await page.click("button[aria-label='August 2026']");
  await page.waitForURL(/p=2026-08/);
  await page.click("button[aria-label^=Unit]");
  await page.keyboard.type("northern");
  await page.keyboard.press("Enter");
  await page.waitForURL(/u=/);
  const { href, search } = new URL(page.url());
  await page.locator(".kpi-table thead", { hasText: "Aug AC" }).waitFor();
  const headline = await page.textContent(".kpi-table thead");
  const other = await signedIn(browser, { address, person: "executive" });
  await other.goto(href);
  await other.locator(".kpi-table").waitFor();
  expect(await other.textContent(".kpi-table thead")).toBe(headline);
  await other.context().close();
  expect(search).not.toContain("view");
  await page.goBack();
  expect(new URL(page.url()).search).toBe("?p=2026-08");
  await page.goBack();
  expect(new URL(page.url()).search).toBe("");
});

shown("j and k move between rows and Enter opens one", async () => {
  await open("/overview");
  await page.locator(".kpi-row").first().waitFor();
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  await page.keyboard.press("j");
  const name = await page.locator(".row-link >> nth=1").textContent();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(name);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/kpis\//);
});

shown(
  "list, bowler and small charts, filter and comparison stand in the address; an empty answer says so",
  async () => {
    await open("/overview?status=off");
    const off = (await overview()).kpis.filter(({ status }) => status === "off").length;
    await expect.poll(() => page.locator(".kpi-row").count()).toBe(off);
    await page.selectOption(".compare-choice select", "py");
    await page.waitForURL(/status=off&cmp=py|cmp=py&status=off/);
    await page.locator("th", { hasText: "Δ last year" }).waitFor();
    await page.click("text=Bowler");
    await page.locator(".bowler [data-cell]").first().focus();
    await page.keyboard.press("ArrowRight");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toContain("Feb 2026");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/kpis\/.*p=2026-02/);
    await page.goBack();
    await page.click("text=Small charts");
    await page.locator(".kpi-panel svg").first().waitFor();
    expect(await page.locator(".kpi-panel", { hasText: /(Same|Own) scale/ }).count()).toBe(off);
    await open("/overview?signal=higher");
    await page.getByText("No KPI is like this").waitFor();
    await page.click("role=button[name=Clear]");
    await page.locator(".kpi-row").first().waitFor();
    expect(new URL(page.url()).search).not.toContain("signal");
  },
);

shown("an address that leads nowhere and a KPI that is not there say so", async () => {
  await open("/overview");
  await page.goto("/no/such/page");
  await page.getByText("There is no such page").waitFor();
  await page.goto("/kpis/NO-SUCH-KPI");
  await page.getByText("There is no such KPI").waitFor();
  expect(complaints.splice(0).every((complaint) => complaint.includes("404"))).toBe(true);
});

shown("a failing server leaves the page standing, and Try again brings the part back", async () => {
  await page.route("**/trpc/insight.overview*", (route) => route.abort());
  await page.goto("/overview");
  await page.getByText("The overview could not be loaded").waitFor();
  await page.unroute("**/trpc/insight.overview*");
  await page.click("button:has-text('Try again')");
  await page.locator(".kpi-table").waitFor();
  complaints.splice(0);
});
