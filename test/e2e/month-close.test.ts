import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { CONTRAST, violations } from "../support/accessibility.ts";
import { complaintsOf, launchBrowser } from "../support/browser.ts";
import { buildClient } from "../support/client-build.ts";
import { anEntryWorld, MONTH, TWELVE } from "../support/entry-world.ts";
import { findBrowser } from "../support/programs.ts";
import type { World } from "../support/world.ts";

const browserTest = test.skipIf(findBrowser() === null);
const TWO = [...TWELVE.slice(0, 1), ...TWELVE.slice(2, 3)];
/** Where pictures are left, for the eyes of a reviewer; none where it is not said. */
const LOOK = process.env["PLUMBLINE_LOOK"];

let browser: Browser;
let clientFolder: string;
let world: World;
const contexts: BrowserContext[] = [];
const complaints: string[] = [];

async function aPage(person: string, path: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  contexts.push(context);
  const found = await world.store.people.findByCode(person);
  const cookies = await world.service.accounts.openSession(found?.accountId ?? "");
  await context.addCookies(
    cookies.map((cookie) => {
      const [pair = ""] = cookie.split(";");
      const at = pair.indexOf("=");
      return { name: pair.slice(0, at), value: decodeURIComponent(pair.slice(at + 1)), url: world.address };
    }),
  );
  const page = await context.newPage();
  const heard = complaintsOf(page);
  page.on("close", () => complaints.push(...heard));
  await page.goto(`${world.address}${path}`);
  return page;
}

async function look(page: Page, name: string): Promise<void> {
  if (LOOK !== undefined) await page.screenshot({ path: `${LOOK}/${name}.png`, fullPage: true });
}

async function aClosingWorld(): Promise<World> {
  const made = await anEntryWorld({ clientFolder, kpis: TWO });
  await made.person("aino", ["approver", "NORTH"]);
  await made.person("eero", ["approver", "NORTH"]);
  await made.person("quentin", ["quality-manager", null]);
  await made.store.command({ actor: "operator", command: "settings", entity: "organisation" }, async (store) => {
    const organisation = await store.organisation.find();
    if (organisation !== null) await store.organisation.say({ ...organisation, approval: true });
  });
  return made;
}

beforeAll(async () => {
  if (findBrowser() === null) return;
  [browser, clientFolder] = await Promise.all([launchBrowser(), buildClient()]);
});
afterAll(() => (findBrowser() === null ? undefined : browser.close()));
afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close();
  await world.close();
  expect(complaints.splice(0)).toEqual([]);
});

const MONTHS = `/months?p=${MONTH}`;

/** Enters one result, is led by the list of what is missing into the cell of the other, and submits both. */
async function submitsBoth(): Promise<Page> {
  const manager = await aPage("maija", `/entry?p=${MONTH}&u=N-1`);
  await manager.waitForSelector('[role="grid"]');
  await manager.keyboard.type("4.1");
  await manager.keyboard.press("Control+Enter");
  // What is missing is named as a link that puts the cursor into its cell.
  await manager.getByRole("button", { name: "Customer loyalty is not entered." }).click();
  expect(await manager.evaluate(() => document.activeElement?.getAttribute("data-cell"))).toBe("NPS first");
  await manager.keyboard.type("48");
  await manager.keyboard.press("Control+Enter");
  await manager.waitForSelector("text=1 result submitted. Nothing is missing.");
  await manager.waitForSelector("text=Submitted: waits for approval");
  return manager;
}

/** Sends one result back with a reason and approves the other. */
async function decides(): Promise<void> {
  const approver = await aPage("aino", `${MONTHS}&tab=approvals`);
  await approver.waitForSelector("text=2 results wait for approval");
  await look(approver, "approvals");
  await approver.getByRole("button", { name: /^Reject Callback rate/ }).click();
  await approver.getByLabel("Why?").fill("The night shift is missing");
  await approver.getByRole("button", { name: "Reject result" }).click();
  await approver.waitForSelector("text=1 result rejected.");
  await approver.getByRole("button", { name: /^Approve Customer loyalty/ }).click();
  await approver.waitForSelector("text=Nothing waits for approval");
}

async function closesAndLocks(): Promise<void> {
  const quality = await aPage("quentin", `${MONTHS}&u=NORTH`);
  await quality.getByRole("button", { name: "Close March 2026 for Unit N-1" }).click();
  await quality.waitForSelector("text=Closed for 1 of 4 units");
  await quality.getByRole("button", { name: "Lock March 2026 for Unit NORTH" }).first().click();
  await look(quality, "lock-dialog");
  await quality.getByRole("button", { name: "Lock month" }).click();
  await quality.waitForSelector("text=March 2026, Unit NORTH: locked");
  await look(quality, "months-locked");
}

async function proposesRestatement(): Promise<void> {
  const restating = await aPage("aino", `/entry?p=${MONTH}&u=N-1`);
  await restating.locator('[data-cell="NPS first"]').focus();
  await restating.getByRole("button", { name: "Restate…" }).click();
  await restating.getByLabel("Customer loyalty", { exact: true }).last().fill("44");
  await restating.getByLabel("Why was the figure wrong?").fill("Two surveys were counted twice");
  await look(restating, "restate-dialog");
  await restating.getByRole("button", { name: "Propose restatement" }).click();
  await restating.waitForSelector("text=Restated to 44 by Person aino: waits for approval");
  await look(restating, "entry-locked");
}

async function approvesRestatement(): Promise<void> {
  const second = await aPage("eero", `${MONTHS}&tab=approvals`);
  await second.waitForSelector("text=Reason: Two surveys were counted twice");
  await look(second, "approvals-restatement");
  await second.getByRole("button", { name: /^Approve Customer loyalty/ }).click();
  await second.waitForSelector("text=1 result approved.");
}

/** What is left of it for every reader: a ring on the chart, both values in the history, a file. */
async function findsBothValues(): Promise<void> {
  const chart = await aPage("maija", `/kpis/NPS?u=N-1&p=${MONTH}`);
  await chart.waitForSelector(".spc-restated");
  expect(await chart.textContent(".mark-legend")).toContain("restated after lock");
  await look(chart, "chart-marked");
  await chart.getByRole("link", { name: "Every value and who entered it" }).click();
  await chart.waitForSelector("h1:has-text('History of Customer loyalty')");
  const first = chart.locator("tbody tr").first();
  expect(await first.textContent()).toMatch(/Mar 2026.*44.*Restatement, approved.*Two surveys were counted twice/);
  expect(await chart.locator("tbody tr").nth(1).textContent()).toMatch(/Mar 2026.*48.*44.*Restatement, submitted/);
  await chart.getByText("Restatements", { exact: true }).click();
  await chart.waitForSelector("text=2 revisions");
  await look(chart, "history");
  const [download] = await Promise.all([
    chart.waitForEvent("download"),
    chart.getByRole("link", { name: "Export CSV" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("plumbline-history-NPS-N-1.csv");
}

browserTest(
  "a month is submitted, approved, locked and restated, and the chart marks it",
  { timeout: 300_000 },
  async () => {
    world = await aClosingWorld();
    const manager = await submitsBoth();
    await decides();
    await manager.reload();
    await manager.waitForSelector("text=Rejected by Person aino: The night shift is missing");
    await closesAndLocks();
    await manager.reload();
    const strip = await manager.waitForSelector('[role="note"]');
    expect(await strip.textContent()).toMatch(
      /^March 2026 was locked on 20 April 2026 by Person quentin\. To change a result, ask your approver or quality manager to restate it \(Person aino, Person eero, Person quentin\), and say why\./,
    );
    await proposesRestatement();
    await approvesRestatement();
    await findsBothValues();
  },
);

/** A deviation in force, and a proposal about a locked month that waits. */
async function aPastToDecide(): Promise<void> {
  const client = await world.as("quentin");
  const target = { kpi: "NPS", unit: "N-1", low: null, high: null };
  const deviation = { ...target, from: "2026-02", until: "2026-06", value: 40, reason: "The survey is new" };
  await client.mutate("results.acceptDeviation", deviation);
  await client.mutate("results.lockMonth", { unit: "GROUP", month: "2026-01" });
  const change = { ...target, kind: "target", from: "2026-01", value: 44 };
  await client.mutate("results.proposeChange", { change, reason: "Agreed in December" });
}

browserTest(
  "a change of the past is looked through, proposed and approved by a second person",
  { timeout: 300_000 },
  async () => {
    world = await aClosingWorld();
    await world.person("rauha", ["quality-manager", null]);
    await (await world.as("quentin")).mutate("results.lockMonth", { unit: "GROUP", month: "2026-01" });
    const page = await aPage("quentin", "/months?p=2026-01&u=N-1&tab=past");
    await page.getByRole("button", { name: "Propose a change" }).click();
    await page.getByLabel("KPI", { exact: true }).selectOption({ label: "Customer loyalty" });
    await page.getByLabel("Value").fill("44");
    await page.getByRole("button", { name: "Preview" }).click();
    await page.waitForSelector("text=3 cells of locked months change, 0 in status.");
    await page.getByLabel("Why is the past changed?").fill("Agreed in December");
    await look(page, "past-preview");
    await page.getByRole("button", { name: "Propose change" }).click();
    await page.waitForSelector("text=1 change of the past waits for approval");
    const second = await aPage("rauha", "/months?p=2026-01&u=N-1&tab=past");
    await second.getByRole("button", { name: "Approve and make it" }).click();
    await second.waitForSelector("text=No change of the past waits for approval");
    await look(second, "past-approved");
  },
);

browserTest(
  "no rule of accessibility is broken on the screens of the month close, in both themes, and they fit a phone",
  { timeout: 300_000 },
  async () => {
    world = await aClosingWorld();
    const manager = await aPage("maija", `/entry?p=${MONTH}&u=N-1`);
    await manager.waitForSelector('[role="grid"]');
    await manager.keyboard.type("4.1");
    await manager.keyboard.press("Control+Enter");
    await manager.waitForSelector("text=Submitted: waits for approval");
    await aPastToDecide();
    const tab = (name: string) => `${MONTHS}&tab=${name}`;
    const paths = {
      ...{ months: MONTHS, approvals: tab("approvals"), board: tab("board"), deviations: tab("deviations") },
      ...{ past: tab("past"), history: "/kpis/CALLBACKS/history" },
    };
    for (const [name, path] of Object.entries(paths)) {
      const page = await aPage("quentin", path);
      await page.waitForSelector("tbody tr");
      await look(page, `${name}-light`);
      expect(await violations(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: "dark" });
      await look(page, `${name}-dark`);
      expect(await violations(page, CONTRAST)).toEqual([]);
      await page.setViewportSize({ width: 390, height: 844 });
      await page.waitForFunction(() => document.documentElement.scrollWidth <= 390);
      await page.close();
    }
  },
);
