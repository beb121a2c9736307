import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { settled, tooSmall, violations } from "../support/accessibility.ts";
import { complaintsOf, launchBrowser } from "../support/browser.ts";
import { buildClient } from "../support/client-build.ts";
import { findBrowser } from "../support/programs.ts";
import { aWorld, type World } from "../support/world.ts";

const shown = test.skipIf(findBrowser() === null);
const PASSWORD = "copper lantern harbour";

let browser: Browser;
let world: World;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  if (findBrowser() === null) return;
  const [opened, clientFolder] = await Promise.all([launchBrowser(), buildClient()]);
  browser = opened;
  world = await aWorld({ clientFolder });
  await world.person("boss", ["admin", null], ["quality-manager", null]);
  await world.person("north", ["admin", "NORTH"]);
  await world.person("auditor", ["auditor", null]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

async function aPage(person: string | null, look: { width?: number; theme?: "light" | "dark" } = {}): Promise<Page> {
  const { width = 1440, theme = "light" } = look;
  const viewport = { width, height: 900 };
  const context = await browser.newContext({ baseURL: world.address, viewport, colorScheme: theme });
  contexts.push(context);
  if (person !== null) {
    const found = await world.store.people.findByCode(person);
    const cookies = await world.service.accounts.openSession(found?.accountId ?? "");
    await context.addCookies(
      cookies.map((cookie) => {
        const [pair = ""] = cookie.split(";");
        const at = pair.indexOf("=");
        return { name: pair.slice(0, at), value: decodeURIComponent(pair.slice(at + 1)), url: world.address };
      }),
    );
  }
  return context.newPage();
}

const rowOf = (page: Page, name: string) => page.locator("tbody tr", { hasText: name });

shown("a person is added, invited, chooses a password behind the link, and loses a role at once", async () => {
  const page = await aPage("boss");
  const complaints = complaintsOf(page);
  await settled(page, "/settings/people");
  await page.click("button:has-text('Add a person')");
  await page.fill("[role=dialog] [name=name]", "Branch lead");
  await page.fill("[role=dialog] [name=email]", "lead@plant.example");
  await page.selectOption("[role=dialog] [name=unit]", "N-1");
  await page.click("[role=dialog] button[type=submit]");
  const row = rowOf(page, "lead@plant.example");
  await row.getByText("Contributor · Unit N-1").waitFor();
  await row.getByRole("button", { name: "Invite" }).click();
  await page.click("[role=dialog] button:has-text('Make the link')");
  const link = (await page.textContent("[role=dialog] .key-once")) ?? "";
  const guest = await aPage(null);
  await guest.goto(link);
  await guest.getByText("Welcome to A plant").waitFor();
  await guest.fill("[name=name]", "The lead of branch one");
  await guest.fill("[name=password]", "password password");
  await guest.click("button[type=submit]");
  await guest.getByText("known from lists").waitFor();
  await guest.fill("[name=password]", PASSWORD);
  await guest.click("button[type=submit]");
  await guest.waitForURL(/\/entry/);
  expect(await guest.textContent(".side")).toContain("The lead of branch one");
  await settled(page, "/settings/people");
  await rowOf(page, "lead@plant.example").getByRole("button", { name: "End today" }).click();
  await rowOf(page, "lead@plant.example").getByText("until").waitFor();
  await page.goto("about:blank");
  await guest.goto(link);
  await guest.getByText("This link does not open anything").waitFor();
  expect(complaints).toEqual([]);
});

shown("what goes beyond one's rights is refused in a sentence, and the last administrator stays", async () => {
  const page = await aPage("boss");
  await settled(page, "/settings/people");
  await rowOf(page, "boss@plant.example")
    .getByRole("button", { name: /End today the role Admin/ })
    .click();
  await page.getByText("without an administrator").waitFor();
  const auditor = await aPage("auditor");
  await settled(auditor, "/settings");
  await auditor.getByText("There is nothing here that you may set").waitFor();
  const north = await aPage("north");
  await settled(north, "/settings/people");
  expect(await north.textContent("main")).not.toContain("boss@plant.example");
});

shown("a unit is added below another and moved from a month on, the months before staying", async () => {
  const page = await aPage("boss");
  await settled(page, "/settings/units");
  await page.getByRole("button", { name: "Add below Unit SOUTH" }).click();
  await page.fill("[role=dialog] [name=name]", "New branch");
  await page.fill("[role=dialog] [name=code]", "S-2");
  await page.click("[role=dialog] button[type=submit]");
  await rowOf(page, "S-2").getByRole("button", { name: "Move" }).click();
  await page.selectOption("[role=dialog] [name=parent]", "NORTH");
  await page.fill("[role=dialog] [name=from]", "2026-06");
  await page.click("[role=dialog] button[type=submit]");
  await rowOf(page, "S-2").getByText("from June 2026").waitFor();
  const places = await rowOf(page, "S-2").locator("li").allTextContents();
  expect(places).toEqual(["Below Unit SOUTH until May 2026", "Below Unit NORTH from June 2026"]);
});

shown("a key is shown once, opens the API, and is refused once it is revoked", async () => {
  const page = await aPage("boss");
  await settled(page, "/settings/keys");
  await page.click("button:has-text('Create a key')");
  await page.fill("[role=dialog] [name=name]", "Nightly export");
  await page.click("[role=dialog] button[type=submit]");
  const key = (await page.textContent("[role=dialog] .key-once")) ?? "";
  const ask = async () =>
    (await fetch(`${world.address}/api/v1/units`, { headers: { Authorization: `Bearer ${key}` } })).status;
  expect(await ask()).toBe(200);
  await page.click("[role=dialog] button:has-text('Done')");
  expect(await page.textContent("main")).not.toContain(key);
  await rowOf(page, "Nightly export").getByRole("button", { name: "Revoke" }).click();
  await page.getByText("No key has been made yet").waitFor();
  expect(await ask()).toBe(401);
});

shown("the organisation's settings are saved, and a time zone that is none is refused", async () => {
  const page = await aPage("boss");
  await settled(page, "/settings/organisation");
  await page.fill("[name=timeZone]", "Atlantis/Deep");
  await page.click("button:has-text('Save')");
  await page.getByText("Time zone Atlantis/Deep does not exist").waitFor();
  await page.fill("[name=timeZone]", "Europe/Berlin");
  await page.fill("[name=entryDueDay]", "12");
  await page.click("button:has-text('Save')");
  await expect.poll(async () => (await world.store.organisation.find())?.entryDueDay).toBe(12);
  expect((await world.store.organisation.find())?.timeZone).toBe("Europe/Berlin");
});

for (const theme of ["light", "dark"] as const) {
  shown(`axe finds nothing on any page of the settings nor its dialogs, ${theme}`, { timeout: 120_000 }, async () => {
    const page = await aPage("boss", { theme });
    const found: string[] = [];
    for (const [path, dialog] of [
      ["/settings/organisation", null],
      ["/settings/units", "Add below"],
      ["/settings/people", "Add a person"],
      ["/settings/keys", "Create a key"],
    ] as const) {
      await settled(page, path);
      if (dialog !== null) await page.locator(`button:has-text("${dialog}")`).first().click();
      found.push(...(await violations(page)));
    }
    expect(found).toEqual([]);
  });
}

shown("the settings fit 390 and 320 pixels", async () => {
  for (const width of [390, 320]) {
    const page = await aPage("boss", { width });
    for (const name of ["organisation", "units", "people", "keys"]) {
      await settled(page, `/settings/${name}`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(width);
      expect(await tooSmall(page), name).toEqual([]);
    }
  }
});
