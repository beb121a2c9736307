import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { CONTRAST, settled, tooSmall, violations } from "../support/accessibility.ts";
import { launchBrowser, signedIn } from "../support/browser.ts";
import { tooFaint } from "../support/contrast.ts";
import { findBrowser } from "../support/programs.ts";
import { onEveryScreen } from "../support/screens.ts";

const address = inject("demoAddress");
const PATIENCE = { timeout: 480_000 };
const browserTest = test.skipIf(findBrowser() === null);
const shown = (name: string, body: () => Promise<void>) => browserTest(name, PATIENCE, body);

let browser: Browser;

beforeAll(async () => {
  if (address !== "") browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
});

shown("the judge of contrast sees text and edges that are too faint, and lets pass what is not", async () => {
  const page = await browser.newPage();
  const styled = (style: string) => `<p style="${style}">words</p>`;
  const field = (edge: string) => `<input aria-label="x" style="border: 1px solid ${edge}; background: #fff">`;
  const ground = '<body style="background: #fff">';
  await page.setContent(
    `${ground}${styled("color: #767676")}${styled("color: #777")}${field("#949494")}${field("#bbb")}`,
  );
  expect((await tooFaint(page)).map((fault) => fault.slice(0, 9))).toEqual(["text 4.48", "edge 1.92"]);
  await page.close();
});

async function covered(page: Page): Promise<string[]> {
  const unseen: string[] = [];
  for (let stop = 0; stop < 14; stop += 1) {
    await page.keyboard.press("Tab");
    const fault = await page.evaluate(() => {
      const target = document.activeElement;
      if (!(target instanceof HTMLElement) || target === document.body) return null;
      const frame = target.closest("label") ?? target;
      const rings = [target, frame].flatMap((each) => [getComputedStyle(each), getComputedStyle(each, "::after")]);
      const hasRing = rings.some(({ outlineStyle, outlineWidth }) => outlineStyle !== "none" && outlineWidth !== "0px");
      const { top, bottom } = target.getBoundingClientRect();
      const bar = document.querySelector(".top")?.getBoundingClientRect();
      const isUnder = bar !== undefined && target.closest(".top, .side, .skip-link, .banner") === null;
      const isCovered = isUnder && bar.height > 0 && bottom <= bar.bottom && top >= bar.top;
      return hasRing && !isCovered ? null : `${target.outerHTML.slice(0, 100)} ring ${hasRing} covered ${isCovered}`;
    });
    if (fault !== null) unseen.push(`keyboard: ${fault}`);
  }
  return unseen;
}

async function moving(page: Page): Promise<string[]> {
  const running = await page.evaluate(
    () => document.getAnimations().filter(({ playState }) => playState === "running").length,
  );
  return running === 0 ? [] : [`${running} running animations`];
}

async function cutAtDouble(page: Page): Promise<string[]> {
  await page.addStyleTag({ content: "html { zoom: 2; }" });
  return page.evaluate(() => {
    const cut: string[] = [];
    for (const box of document.querySelectorAll<HTMLElement>("main :is(p, h1, h2, td, th, dd, a, button, label)")) {
      const { overflowX, textOverflow } = getComputedStyle(box);
      const isClipped = overflowX === "hidden" || overflowX === "clip";
      const isHidden = box.closest(".visually-hidden") !== null || !box.checkVisibility();
      if (!isHidden && isClipped && textOverflow !== "ellipsis" && box.scrollWidth > box.clientWidth + 1) {
        cut.push(`cut at 200 %: ${box.outerHTML.slice(0, 100)}`);
      }
    }
    return cut;
  });
}

shown(
  "on every screen axe finds nothing, text and control edges stand out, every stop of the keyboard shows a ring and is " +
    "not covered, nothing moves where less motion is asked for, and nothing is cut at 200 %",
  async () => {
    const faults = await onEveryScreen({ browser, address, look: { lessMotion: true }, reload: true }, async (page) => [
      ...(await violations(page)),
      ...(await tooFaint(page)),
      ...(await moving(page)),
      ...(await covered(page)),
      ...(await cutAtDouble(page)),
    ]);
    expect(faults).toEqual([]);
  },
);

shown("in the dark, text and control edges stand out on every screen", async () => {
  const faults = await onEveryScreen({ browser, address, look: { theme: "dark" } }, async (page) => [
    ...(await violations(page, CONTRAST)),
    ...(await tooFaint(page)),
  ]);
  expect(faults).toEqual([]);
});

shown("at 390 and 320 pixels no page moves sideways and every target is large enough", async () => {
  const faults = await onEveryScreen({ browser, address, look: { width: 390, height: 844 } }, async (page) => {
    const found: string[] = [];
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 844 });
      const isWithin = await page
        .waitForFunction((limit) => document.documentElement.scrollWidth <= limit, width, { timeout: 2000 })
        .catch(() => null);
      if (isWithin === null) found.push(`wider than ${width} pixels`);
      found.push(...(await tooSmall(page)).map((target) => `${target} at ${width}`));
    }
    return found;
  });
  expect(faults).toEqual([]);
});

shown("printed on A4 and on Letter, the charts are there and the navigation is not", async () => {
  const page = await signedIn(browser, { address, person: "leader" });
  for (const path of ["/overview", "/overview?view=charts", "/kpis/CALLBACKS"]) {
    await settled(page, path);
    await page.emulateMedia({ media: "print" });
    const printed = await page.evaluate(() => ({
      navigation: [...document.querySelectorAll(".side, .top, .banner")].some((part) => part.checkVisibility()),
      charts: [...document.querySelectorAll("main svg")].filter((chart) => chart.getBoundingClientRect().width > 100)
        .length,
    }));
    expect(printed.navigation, path).toBe(false);
    expect(printed.charts, path).toBeGreaterThan(0);
    for (const format of ["A4", "Letter"]) {
      const pdf = await page.pdf({ format, landscape: true });
      expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    }
    await page.emulateMedia({ media: "screen" });
  }
  await page.context().close();
});
