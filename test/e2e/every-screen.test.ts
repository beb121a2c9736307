import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { settled, tooSmall } from "../support/accessibility.ts";
import { launchBrowser, signedIn } from "../support/browser.ts";
import { tooFaint } from "../support/contrast.ts";
import { findBrowser } from "../support/programs.ts";

const address = inject("demoAddress");
const PATIENCE = { timeout: 240_000 };
const browserTest = test.skipIf(findBrowser() === null);
const shown = (name: string, body: () => Promise<void>) => browserTest(name, PATIENCE, body);

/** Every screen, with the demonstration's person who works there. */
const SCREENS: readonly (readonly [person: string, path: string])[] = [
  ["leader", "/overview"],
  ["leader", "/kpis/CALLBACKS"],
  ["leader", "/kpis/CALLBACKS?view=table"],
  ["leader", "/kpis/CALLBACKS?view=units"],
  ["leader", "/kpis/CALLBACKS/history"],
  ["leader", "/strategy"],
  ["leader", "/context"],
  ["leader", "/objectives"],
  ["leader", "/commitments"],
  ["leader", "/actions"],
  ["manager", "/entry"],
  ["approver", "/months"],
  ["executive", "/snapshots"],
  ["quality", "/import"],
  ["quality", "/settings/units"],
  ["admin", "/settings/organisation"],
  ["admin", "/settings/people"],
  ["admin", "/settings/keys"],
];

let browser: Browser;

beforeAll(async () => {
  if (address !== "") browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
});

type Look = Parameters<typeof signedIn>[2];

/** Opens every screen in turn, each as its person, and gathers what is wrong there. */
async function onEveryScreen(look: Look, judge: (page: Page, path: string) => Promise<string[]>): Promise<string[]> {
  const found: string[] = [];
  let page: Page | null = null;
  let who = "";
  for (const [person, path] of SCREENS) {
    if (page === null || person !== who) {
      await page?.context().close();
      page = await signedIn(browser, { address, person }, look);
      who = person;
    }
    await settled(page, path);
    found.push(...(await judge(page, path)).map((fault) => `${path}: ${fault}`));
  }
  await page?.context().close();
  return found;
}

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

for (const theme of ["light", "dark"] as const) {
  shown(`text, control edges and marks stand out enough by their computed styles, ${theme}`, async () => {
    expect(await onEveryScreen({ theme }, (page) => tooFaint(page))).toEqual([]);
  });
}

shown(
  "at 320 pixels, which is 400 % zoom of 1280, no page moves sideways and every target is large enough",
  async () => {
    const faults = await onEveryScreen({ width: 320, height: 844 }, async (page) => {
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      return [...(width > 320 ? [`${width} pixels wide`] : []), ...(await tooSmall(page))];
    });
    expect(faults).toEqual([]);
  },
);

shown("with text at 200 % nothing is cut", async () => {
  const faults = await onEveryScreen({ width: 1440 }, async (page) => {
    await page.addStyleTag({ content: "html { zoom: 2; }" });
    return page.evaluate(() => {
      const cut: string[] = [];
      for (const box of document.querySelectorAll<HTMLElement>("main :is(p, h1, h2, td, th, dd, a, button, label)")) {
        const { overflowX, textOverflow } = getComputedStyle(box);
        const isClipped = overflowX === "hidden" || overflowX === "clip";
        const isHidden = box.closest(".visually-hidden") !== null || !box.checkVisibility();
        if (!isHidden && isClipped && textOverflow !== "ellipsis" && box.scrollWidth > box.clientWidth + 1) {
          cut.push(box.outerHTML.slice(0, 100));
        }
      }
      return cut;
    });
  });
  expect(faults).toEqual([]);
});

shown("where less motion is asked for, nothing moves", async () => {
  const faults = await onEveryScreen({}, async (page) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    const moving = await page.evaluate(
      () => document.getAnimations().filter(({ playState }) => playState === "running").length,
    );
    return moving === 0 ? [] : [`${moving} running animations`];
  });
  expect(faults).toEqual([]);
});

shown("every stop of the keyboard shows a ring that stands out, and is not covered by what sticks", async () => {
  const faults = await onEveryScreen({}, async (page) => {
    const unseen: string[] = [];
    for (let stop = 0; stop < 14; stop += 1) {
      await page.keyboard.press("Tab");
      const fault = await page.evaluate(() => {
        const target = document.activeElement;
        if (!(target instanceof HTMLElement) || target === document.body) return null;
        const frame = target.closest("label") ?? target;
        const rings = [target, frame].flatMap((each) => [getComputedStyle(each), getComputedStyle(each, "::after")]);
        const hasRing = rings.some(
          ({ outlineStyle, outlineWidth }) => outlineStyle !== "none" && outlineWidth !== "0px",
        );
        const { top, bottom } = target.getBoundingClientRect();
        const bar = document.querySelector(".top")?.getBoundingClientRect();
        const isUnder = bar !== undefined && target.closest(".top, .side, .skip-link, .banner") === null;
        const isCovered = isUnder && bar.height > 0 && bottom <= bar.bottom && top >= bar.top;
        return hasRing && !isCovered ? null : `${target.outerHTML.slice(0, 100)} ring ${hasRing} covered ${isCovered}`;
      });
      if (fault !== null) unseen.push(fault);
    }
    return unseen;
  });
  expect(faults).toEqual([]);
});

shown("printed on A4 and on Letter, the charts are there and the navigation is not", async () => {
  const page = await signedIn(browser, { address, person: "leader" });
  for (const path of ["/overview", "/kpis/CALLBACKS"]) {
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
