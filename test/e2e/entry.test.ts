import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { violations } from "../support/accessibility.ts";
import { complaintsOf, launchBrowser } from "../support/browser.ts";
import { buildClient } from "../support/client-build.ts";
import { anEntryWorld, MONTH, sayPeriod, TWELVE } from "../support/entry-world.ts";
import { findBrowser } from "../support/programs.ts";
import type { World } from "../support/world.ts";

/** Twelve results of a usual month: 41 characters. */
const TYPED = ["4.1", "87.9", "48", "97.5", "0.53", "91.2", "1.85", "94.1", "1.41", "3.9", "94", "8.1"];

const browserTest = test.skipIf(findBrowser() === null);

let browser: Browser;
let clientFolder: string;
let world: World;
const contexts: BrowserContext[] = [];
const complaints: string[] = [];

async function aPage(person = "maija", options: { scheme?: "light" | "dark"; phone?: boolean } = {}): Promise<Page> {
  const viewport = options.phone === true ? { width: 390, height: 844 } : { width: 1440, height: 900 };
  const context = await browser.newContext({ viewport, colorScheme: options.scheme ?? "light" });
  contexts.push(context);
  await context.addCookies(await signedIn(person));
  const page = await context.newPage();
  const heard = complaintsOf(page);
  page.on("close", () => complaints.push(...heard));
  await page.goto(`${world.address}/entry?p=${MONTH}&u=N-1`);
  await page.waitForSelector('[role="grid"]');
  return page;
}

/** The cookies of a person who has signed in. */
async function signedIn(code: string): Promise<{ name: string; value: string; url: string }[]> {
  const person = await world.store.people.findByCode(code);
  const cookies = await world.service.accounts.openSession(person?.accountId ?? "");
  return cookies.map((cookie) => {
    const [pair = ""] = cookie.split(";");
    const at = pair.indexOf("=");
    return { name: pair.slice(0, at), value: decodeURIComponent(pair.slice(at + 1)), url: world.address };
  });
}

const cell = (page: Page, kpi: string, part = "first") => page.locator(`[data-cell="${kpi} ${part}"]`);
const saved = (page: Page) => page.waitForSelector(".save-badge[data-tone=good]");
const dueInSideBar = (page: Page) => page.locator(".side-note").textContent();
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute("data-cell") ?? null);

async function stored(): Promise<Record<string, number | null>> {
  const unit = (await world.store.organisation.unitIds(["N-1"])).get("N-1") ?? 0;
  const open = await world.store.results.openOfUnit({ unit, periods: [MONTH] });
  return Object.fromEntries(open.map(({ kpiCode, value }) => [kpiCode, value]));
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

browserTest("twelve results are entered and submitted with the keyboard alone, in at most 54 keys", async () => {
  world = await anEntryWorld({ clientFolder });
  const page = await aPage();
  expect(await focused(page)).toBe("CALLBACKS first");
  let keys = 0;
  const press = async (key: string) => {
    keys += 1;
    await page.keyboard.press(key);
  };
  const begun = Date.now();
  for (const text of TYPED) {
    for (const character of text) await press(character);
    if (text !== TYPED.at(-1)) await press("Enter");
  }
  await press("Control+Enter");
  await page.waitForSelector("text=12 results submitted. Nothing is missing.");
  const elapsed = Date.now() - begun;
  expect(TYPED.join("")).toHaveLength(41);
  expect(keys).toBeLessThanOrEqual(54);
  expect(await page.locator("h1").textContent()).toBe("All 12 submitted");
  expect(Object.values(await stored())).toEqual(TYPED.map(Number));
  expect(elapsed).toBeLessThan(10_000);
});

browserTest("a committed cell is with the server within a second, and the badge of the side bar follows", async () => {
  world = await anEntryWorld({ clientFolder });
  const page = await aPage();
  await page.keyboard.type("4,2");
  await page.keyboard.press("Enter");
  expect(await dueInSideBar(page)).toBe("12 due");
  await page.waitForTimeout(1200);
  expect(await dueInSideBar(page)).toBe("11 due");
  await page.close();
  expect(await stored()).toEqual({ CALLBACKS: 4.2 });
  const again = await aPage();
  expect(await cell(again, "CALLBACKS").inputValue()).toBe("4.2");
  expect(await focused(again)).toBe("FIX first");
  expect(await dueInSideBar(again)).toBe("11 due");
  expect(await again.locator("h1").textContent()).toMatch(/^1 of 12 entered, was due Friday 10 April$/);
});

browserTest("ten times too low is asked about, and one key takes the correction", async () => {
  world = await anEntryWorld({ clientFolder });
  const page = await aPage();
  await cell(page, "ANSWERED").focus();
  await page.keyboard.type("9.76");
  await page.keyboard.press("Enter");
  const notice = page.locator("#notice-ANSWERED");
  expect(await notice.textContent()).toMatch(/9\.76 is ten times lower than usual \(.*\)\. Did you mean 97\.6\?/);
  expect(await focused(page)).toBe("DEFECTS first");
  await page.keyboard.press("Alt+Enter");
  expect(await cell(page, "ANSWERED").inputValue()).toBe("97.6");
  await saved(page);
  expect((await stored())["ANSWERED"]).toBe(97.6);
});

browserTest("what cannot be saved says field, problem and remedy, and submitting leads to it", async () => {
  world = await anEntryWorld({ clientFolder });
  const page = await aPage();
  await cell(page, "FIX").fill("104");
  await page.keyboard.press("Enter");
  await page.keyboard.type("abc");
  await page.keyboard.press("Enter");
  const fix = cell(page, "FIX");
  expect(await fix.getAttribute("aria-invalid")).toBe("true");
  const described = await fix.getAttribute("aria-describedby");
  expect(await page.locator(`#${described}`).textContent()).toBe(
    "First-time fix rate: 104 is above 100, the most it can be. Correct the number. ",
  );
  await page.keyboard.press("Control+Enter");
  await page.waitForSelector("text=Not submitted: 2 cells need you first.");
  await page.click("text=First-time fix rate: 104 is above 100 >> nth=0");
  expect(await focused(page)).toBe("FIX first");
  await page.keyboard.type("88");
  await page.keyboard.press("Enter");
  await page.keyboard.type("47");
  await page.keyboard.press("Control+Enter");
  await page.waitForSelector("text=2 results submitted. 10 still missing.");
  expect(await stored()).toEqual({ FIX: 88, NPS: 47 });
});

browserTest("a column of a spreadsheet fills the grid, by names too, and one step takes it back", async () => {
  world = await anEntryWorld({ clientFolder });
  const page = await aPage();
  const paste = (text: string) =>
    page.evaluate((block) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", block);
      const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
    }, text);
  const begun = Date.now();
  await paste(TYPED.join("\r\n"));
  await page.waitForSelector("text=12 pasted: 12 changed");
  expect(Date.now() - begun).toBeLessThan(2000);
  await saved(page);
  expect(Object.values(await stored())).toEqual(TYPED.map(Number));
  await page.keyboard.press("Control+z");
  await saved(page);
  expect(Object.values(await stored())).toEqual(TYPED.map(() => null));
  const shuffled = TWELVE.map(({ name }, at) => `${name}\t${TYPED[at]}`).toReversed();
  await paste(["KPI\tMarch 2026", ...shuffled, "Lost luggage\t3"].join("\n"));
  await page.waitForSelector("text=“Lost luggage” is no KPI of this month.");
  await saved(page);
  expect(Object.values(await stored())).toEqual(TYPED.map(Number));
});

browserTest("the later of two writers chooses between both values; another cell merges without asking", async () => {
  world = await anEntryWorld({ clientFolder });
  const [maija, antti] = [await aPage("maija"), await aPage("antti")];
  await cell(antti, "CALLBACKS").fill("4.2");
  await antti.keyboard.press("Enter");
  await saved(antti);
  await cell(maija, "NPS").fill("47");
  await maija.keyboard.press("Enter");
  await saved(maija);
  await cell(maija, "CALLBACKS").fill("4.1");
  await maija.keyboard.press("Enter");
  const notice = maija.locator("#notice-CALLBACKS");
  await notice.waitFor();
  expect(await notice.textContent()).toMatch(/Person antti entered 4\.2 at \d\d:\d\d\. Keep 4\.2 or use 4\.1\?/);
  expect(await stored()).toEqual({ CALLBACKS: 4.2, NPS: 47 });
  await notice.getByText("Use mine").click();
  await saved(maija);
  expect(await stored()).toEqual({ CALLBACKS: 4.1, NPS: 47 });
});

browserTest("the keys lead everywhere, nothing traps, and a cause is given without leaving them", async () => {
  world = await anEntryWorld({ clientFolder });
  const page = await aPage();
  const after = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
    return focused(page);
  };
  expect(await after("ArrowDown", "Tab", "Shift+Tab")).toBe("FIX first");
  expect(await after("Control+End")).toBe("IMPROVED first");
  expect(await after("Tab")).not.toBe("IMPROVED first");
  await cell(page, "DEFECTS").focus();
  await page.keyboard.type("0.9");
  expect(await after("Escape")).toBe("DEFECTS first");
  expect(await cell(page, "DEFECTS").inputValue()).toBe("");
  await page.keyboard.type("0.9");
  expect(await after("Enter", "ArrowUp")).toBe("DEFECTS first");
  await page.waitForSelector("text=What caused it?");
  await page.keyboard.press("Alt+c");
  await page.keyboard.type("A new batch of door operators");
  await page.keyboard.press("Tab");
  await saved(page);
  await page.waitForFunction(
    () => document.querySelector(".entry-row[data-active] .link-button")?.textContent === "Cause",
  );
  await cell(page, "NPS").focus();
  await page.keyboard.type("n/a");
  await page.keyboard.press("Enter");
  await page.getByLabel("Why Customer loyalty is not applicable this month").waitFor();
  await page.keyboard.type("No survey was sent");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".entry-status >> text=Not applicable");
  expect(await focused(page)).toBe("ANSWERED first");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Delete");
  expect(await cell(page, "NPS").inputValue()).toBe("");
  await saved(page);
});

browserTest("a locked month is read only and says who locked it and what to do", async () => {
  world = await anEntryWorld({ clientFolder });
  await sayPeriod(world.store, MONTH, "locked");
  const page = await aPage();
  const strip = page.getByRole("note");
  expect(await strip.textContent()).toContain(
    "March 2026 was locked on 20 April 2026 by Person antti. To change a result, ask your approver or quality manager to restate it, and say why.",
  );
  expect(await strip.getByRole("link").getAttribute("href")).toMatch(/^\/months\?/);
  await page.keyboard.type("5");
  expect(await cell(page, "CALLBACKS").inputValue()).toBe("");
  expect(await page.getByText("Submit month").count()).toBe(0);
});

browserTest.each(["light", "dark"] as const)(
  "no rule of accessibility is broken in %s, with doubts and errors shown",
  async (scheme) => {
    world = await anEntryWorld({ clientFolder });
    for (const phone of [false, true]) {
      const page = await aPage("maija", { scheme, phone });
      await cell(page, "FIX").fill("104");
      await page.keyboard.press("Enter");
      await cell(page, "ANSWERED").fill("9.76");
      await page.keyboard.press("Enter");
      await cell(page, "NPS").fill("n/a");
      await page.keyboard.press("Enter");
      await page.waitForTimeout(300);
      expect(await violations(page)).toEqual([]);
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wide).toBe(0);
      await page.close();
    }
  },
);
