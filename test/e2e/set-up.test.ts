import { readdirSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { tooSmall, violations } from "../support/accessibility.ts";
import { complaintsOf, launchBrowser } from "../support/browser.ts";
import { findBrowser } from "../support/programs.ts";
import { type Served, serve } from "../support/served.ts";

const shown = test.skipIf(findBrowser() === null);
const PASSWORD = "quiet harbour lantern";
const KINDS = { units: "Units", themes: "Strategy and themes", kpis: "KPIs", assignments: "Assignments" } as const;

let browser: Browser;
let served: Served;
let page: Page;
let complaints: string[];
let clicks = 0;

beforeAll(async () => {
  if (findBrowser() === null) return;
  browser = await launchBrowser();
  served = await serve({ PLUMBLINE_MODE: "" });
  const context = await browser.newContext({ baseURL: served.address, viewport: { width: 1440, height: 900 } });
  page = await context.newPage();
  complaints = complaintsOf(page);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

async function click(selector: string): Promise<void> {
  clicks += 1;
  await page.click(selector);
}

type OwnFile = { name: string; mimeType: string; buffer: Buffer };

const csv = (name: string, text: string): OwnFile => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });

/** The file to fill in, as it is downloaded beside the button. */
async function sample(kind: string, ending: "csv" | "xlsx"): Promise<OwnFile> {
  const answer = await page.request.get(`/api/v1/imports/${kind}/template.${ending}`);
  const mimeType = answer.headers()["content-type"]?.split(";")[0] ?? "";
  return { name: `plumbline-${kind}.${ending}`, mimeType, buffer: await answer.body() };
}

const cardOf = (title: string) => `section.card:has(h2:text-is("${title}"))`;

async function choose(title: string, file: OwnFile): Promise<void> {
  const asked = page.waitForEvent("filechooser");
  await click(`${cardOf(title)} button:has-text("Choose a file")`);
  await (await asked).setFiles(file);
  await page.locator(`${cardOf(title)} .import-buttons`).waitFor();
}

async function store(title: string): Promise<void> {
  await click(`${cardOf(title)} button:has-text("Store")`);
  await page.locator(`${cardOf(title)} .import-said:has-text("stored")`).waitFor();
}

/** Two years of deliveries: a line for each month up to the newest that has ended. */
function twoYears(): string {
  const now = new Date();
  const lines = Array.from({ length: 24 }, (_, back) => {
    const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1 - back, 1)).toISOString().slice(0, 7);
    return `BRANCH-1,ON-TIME,${month},${90 + ((back * 7) % 9)},100`;
  });
  return ["unit,kpi,period,numerator,denominator", ...lines].join("\n");
}

shown(
  "two clicks leave the demonstration, and at most 25 lead from nothing to the first chart",
  { timeout: 240_000 },
  async () => {
    const began = performance.now();
    const { address } = served;
    await page.request.post("/demo/sign-in", { data: { person: "leader" }, headers: { origin: address } });
    await page.goto("/overview");
    await click("button:has-text('Start your own')");
    await click("[role=dialog] button:has-text('Start your own')");
    await page.waitForURL(/\/setup#/);
    expect(readdirSync(served.folder).some((file) => /^demonstration-.+\.sqlite$/.test(file))).toBe(true);
    await page.fill("[name=organisation]", "Harbour cranes");
    await page.selectOption("[name=fiscalYearStart]", "4");
    await page.fill("[name=name]", "Founder");
    await page.fill("[name=email]", "founder@plant.example");
    await page.fill("[name=password]", "too short");
    expect(await page.locator("[name=password]").evaluate((field: HTMLInputElement) => field.validity.valid)).toBe(
      false,
    );
    await page.fill("[name=password]", PASSWORD);
    await click("button[type=submit]");
    await page.getByText("Which units report results?").waitFor();
    for (const [kind, title] of Object.entries(KINDS).slice(0, 2)) {
      await choose(title, await sample(kind, "csv"));
      await store(title);
      await click("button:has-text('Continue')");
    }
    await page.getByText("What shall be reached this year?").waitFor();
    await click("button:has-text('Pass for now')");
    for (const kind of ["kpis", "assignments"] as const) {
      await choose(KINDS[kind], await sample(kind, "xlsx"));
      await store(KINDS[kind]);
    }
    await choose("Targets", await sample("targets", "xlsx"));
    await store("Targets");
    await choose("Results", csv("results.csv", twoYears()));
    await store("Results");
    await click("button:has-text('Continue')");
    await click("a:has-text('Open the overview')");
    await click(".kpi-table a:has-text('Delivered on time')");
    await page.locator(".chart-line").first().waitFor();
    const seconds = (performance.now() - began) / 1000;
    console.log(`first own chart after ${clicks} clicks, ${seconds.toFixed(1)} s of a script`);
    expect(clicks).toBeLessThanOrEqual(25);
    expect(complaints.filter((complaint) => !complaint.includes("422"))).toEqual([]);
  },
);

shown("the steps that were passed stay open, and are found again", async () => {
  await page.goto("/setup");
  await page.getByText("What shall be reached this year?").waitFor();
  const steps = await page.locator(".set-up-steps li").allTextContents();
  expect(steps.map((step) => /(done|open)$/.exec(step)?.[0])).toEqual(["done", "done", "open", "done", "open"]);
});

shown(
  "five planted faults are all named with row and column, mended in place, and stored when one says so",
  async () => {
    await page.goto("/import");
    const held = async () => (await (await page.request.get("/api/v1/results?limit=500")).json()).results.length;
    const before = await held();
    const faulty = [
      "unit,kpi,period,value,numerator,denominator",
      "BRANCH-9,COMPLAINTS,2026-01,3,,",
      "BRANCH-1,NONE,2026-01,3,,",
      "BRANCH-1,COMPLAINTS,2026-13,3,,",
      "BRANCH-1,COMPLAINTS,2026-02,three,,",
      "BRANCH-1,ON-TIME,2026-01,,50,-4",
      "BRANCH-1,COMPLAINTS,2026-03,2,,",
    ].join("\n");
    await choose("Results", csv("faulty.csv", faulty));
    const card = page.locator(cardOf("Results"));
    expect(await card.locator(".import-said").textContent()).toContain("5 faults");
    const told = await card
      .locator("tbody")
      .evaluateAll((rows) =>
        rows.map(
          (row) => `${row.querySelector("th")?.textContent} ${row.querySelector("p")?.textContent?.split(":")[0]}`,
        ),
      );
    expect(told).toEqual(["2 unit", "3 kpi", "4 period", "5 value", "6 denominator"]);
    expect(await violations(page)).toEqual([]);
    expect(await held()).toBe(before);
    for (const [label, text] of [
      ["unit, row 2", "BRANCH-1"],
      ["kpi, row 3", "COMPLAINTS"],
      ["period, row 3", "2026-04"],
      ["period, row 4", "2026-05"],
      ["value, row 5", "3"],
      ["denominator, row 6", "60"],
    ] as const) {
      await card.getByLabel(label, { exact: true }).fill(text);
    }
    await card.getByRole("button", { name: "Check again" }).click();
    await card.getByText("6 results without a fault").waitFor();
    expect(await held()).toBe(before);
    await store("Results");
    expect(await held()).toBe(before + 5);
  },
);

shown("what was exported comes back without a question", async () => {
  for (const ending of ["csv", "xlsx"] as const) {
    await page.goto("/import");
    await choose("Results", await sample("results", ending));
    await store("Results");
    expect(await page.textContent(`${cardOf("Results")} .import-said`)).toContain("all of it is stored already");
  }
});

shown("axe finds nothing on the steps and the screens before signing in, and they fit a phone", async () => {
  const found: string[] = [];
  for (const width of [1440, 320]) {
    await page.setViewportSize({ width, height: 844 });
    for (const path of ["/setup?step=organisation", "/setup?step=kpis", "/import", "/join#nothing", "/forgot"]) {
      await page.goto("about:blank");
      await page.goto(path);
      await page.locator("h1").waitFor();
      await page.waitForLoadState("networkidle");
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(width);
      expect(await tooSmall(page), path).toEqual([]);
      if (width === 1440) found.push(...(await violations(page)));
    }
  }
  expect(found).toEqual([]);
});
