import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { settled, violations } from "../support/accessibility.ts";
import { launchBrowser, signedIn } from "../support/browser.ts";
import { findBrowser } from "../support/programs.ts";

const address = inject("demoAddress");
const shown = test.skipIf(findBrowser() === null);
let browser: Browser;

beforeAll(async () => {
  if (address !== "") browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
});

for (const theme of ["light", "dark"] as const) {
  shown(`axe finds nothing on open menus and before signing in, ${theme}`, async () => {
    const page = await signedIn(browser, { address, person: "leader" }, { theme });
    const found: string[] = [];
    await settled(page, "/kpis/NO-SUCH-KPI");
    for (const trigger of ["Period", "Unit", "Your account"]) {
      await page.click(`button[aria-label^='${trigger}']`);
      found.push(...(await violations(page)));
      await page.keyboard.press("Escape");
    }
    await page.context().clearCookies();
    await settled(page, "/sign-in");
    found.push(...(await violations(page)));
    await page.context().close();
    expect(found).toEqual([]);
  });
}

shown("the focus is seen on every stop of the overview and never hidden by what sticks", async () => {
  const page = await signedIn(browser, { address, person: "leader" });
  await settled(page, "/overview");
  const hidden: string[] = [];
  for (let stop = 0; stop < 30; stop += 1) {
    await page.keyboard.press("Tab");
    const state = await page.evaluate(() => {
      const target = document.activeElement;
      if (!(target instanceof HTMLElement) || target === document.body) return null;
      const own = getComputedStyle(target);
      const after = getComputedStyle(target, "::after");
      const { left, top, width, height } = target.getBoundingClientRect();
      const atMiddle = document.elementFromPoint(left + width / 2, top + height / 2);
      const isCovered = atMiddle?.closest(".top, .side") !== target.closest(".top, .side");
      const hasRing = own.outlineStyle !== "none" || after.outlineStyle !== "none";
      return hasRing && !isCovered ? null : `${target.outerHTML.slice(0, 100)} ring ${hasRing} covered ${isCovered}`;
    });
    if (state !== null) hidden.push(state);
  }
  expect(hidden).toEqual([]);
  await page.context().close();
});

shown("the theme follows the system, can be set, and is right from the first paint", async () => {
  const page = await signedIn(browser, { address, person: "leader" }, { theme: "dark" });
  await settled(page, "/overview");
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(await ground()).toBe("rgb(16, 19, 22)");
  await page.click("button[aria-label^='Your account']");
  await page.getByText("Light", { exact: true }).click();
  expect(await ground()).toBe("rgb(246, 246, 243)");
  await page.goto("/overview", { waitUntil: "commit" });
  await page.locator("body").waitFor({ state: "attached" });
  expect(await page.evaluate(() => document.documentElement.dataset["theme"])).toBe("light");
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  await page.context().close();
});

shown("with forced colours statuses and marks keep their shapes", async () => {
  const page = await signedIn(browser, { address, person: "leader" }, { forcedColors: true });
  await settled(page, "/overview");
  const shapes = await page.$$eval(".status-shape", (marks) => marks.map((mark) => mark.getAttribute("data-status")));
  expect(new Set(shapes).size).toBeGreaterThanOrEqual(3);
  const line = await page.$eval(".chart-line", (course) => getComputedStyle(course).stroke);
  expect(line).not.toBe("none");
  await page.context().close();
});

shown(
  "the first load weighs at most 250 kB of script without a chart library, which itself weighs at most 120",
  async () => {
    const page = await signedIn(browser, { address, person: "leader" });
    const scripts = new Map<string, Promise<number>>();
    page.on("response", (response) => {
      if (response.ok() && response.url().endsWith(".js"))
        scripts.set(
          response.url(),
          response.body().then((body) => gzipSync(body).length),
        );
    });
    const weight = async () => (await Promise.all(scripts.values())).reduce((sum, bytes) => sum + bytes, 0);
    await settled(page, "/overview");
    const first = await weight();
    expect(first).toBeLessThanOrEqual(250_000);
    expect([...scripts.keys()].some((url) => url.includes("spc-chart"))).toBe(false);
    await settled(page, "/kpis/FIRST-FIX");
    await page.locator(".point-reader").waitFor();
    const chart = [...scripts].find(([url]) => url.includes("spc-chart"));
    expect(await chart?.[1]).toBeLessThanOrEqual(120_000);
    console.log(`first load ${first} bytes of script, chart ${await chart?.[1]}`);
    await page.context().close();
  },
);
