import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { OverviewView } from "../../shared/contracts/insight.ts";
import { decisionHeadline, messagesFor } from "../../shared/text/verdict.ts";
import { settled } from "../support/accessibility.ts";
import { complaintsOf, launchBrowser, signedIn } from "../support/browser.ts";
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

const CASES = [
  { language: "ar", direction: "rtl", width: 390, one: "83.4" },
  { language: "fi", direction: "ltr", width: 320, one: "83,4" },
] as const;

/** Language, direction and reach of the page on the screen. */
function pageFacts(page: Page) {
  return page.evaluate(() => ({
    lang: document.documentElement.lang,
    dir: document.documentElement.dir,
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  }));
}

for (const { language, direction, width, one } of CASES) {
  shown(
    `overview, KPI page and entry speak ${language}: the verdict is that of the API and of the catalogue`,
    async () => {
      const page = await signedIn(browser, { address, person: "leader" }, { width, height: 800 });
      const complaints = complaintsOf(page);
      const there = { lang: language, dir: direction, overflow: 0 };

      await settled(page, `/overview?lang=${language}`);
      const answer = await page.context().request.get(`/api/v1/overview?lang=${language}`);
      const { headline, kpis } = (await answer.json()) as {
        headline: string;
        kpis: {
          kpi: string;
          sentence: string;
          needsDecision: boolean;
          status: OverviewView["kpis"][number]["status"];
        }[];
      };
      const asked = kpis.filter(({ needsDecision }) => needsDecision);
      expect(headline).toBe(decisionHeadline(asked.length, language));
      expect(await page.textContent("h1")).toBe(headline);
      const cards = await page.locator(".decision-sentence").allTextContents();
      const sentences = asked.map(({ sentence }) => sentence);
      expect(cards.length).toBeGreaterThan(0);
      for (const sentence of cards) expect(sentences).toContain(sentence);
      const words = new Set(await page.locator(".kpi-table .status").allTextContents());
      const { statuses } = messagesFor(language);
      for (const word of words)
        expect(
          Object.values(statuses).some((known) => word.startsWith(known)),
          word,
        ).toBe(true);
      expect(await pageFacts(page)).toEqual(there);

      await settled(page, `/kpis/FIRST-FIX?lang=${language}`);
      expect(await page.locator(".answers dt").first().textContent()).toContain(
        messagesFor(language).questions.onTarget,
      );
      expect(await page.textContent(".answers")).toContain(one);
      const [left, right] = await page.evaluate(() => {
        const years = [...document.querySelectorAll<SVGTextElement>(".spc .time-axis text")];
        return [years[0], years[11]].map((text) => text?.getBoundingClientRect().left ?? 0);
      });
      expect(left, "time runs from left to right").toBeLessThan(right ?? 0);
      expect(await pageFacts(page)).toEqual(there);

      await settled(page, `/entry?lang=${language}&u=B-HEL-N`);
      expect(await page.textContent("h1")).toMatch(/\d/);
      expect(await pageFacts(page)).toEqual(there);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
  );
}

shown("the sign-in speaks the browser's language, and a language that was chosen stays with the account", async () => {
  const context = await browser.newContext({
    baseURL: address,
    locale: "de-AT",
    viewport: { width: 1280, height: 800 },
  });
  const page = await context.newPage();
  await settled(page, "/sign-in");
  expect(await pageFacts(page)).toMatchObject({ lang: "de", dir: "ltr" });
  await page.click("a[lang=sv]");
  await page.waitForFunction(() => document.documentElement.lang === "sv");
  await page.click("button[value=auditor]");
  await page.waitForSelector("h1:has-text('nyckeltal')");

  await settled(page, "/overview");
  expect(await pageFacts(page)).toMatchObject({ lang: "en" });
  await page.click("button[aria-label^='Your account']");
  await page.selectOption(".account-panel select", "sv");
  await page.waitForFunction(() => document.documentElement.lang === "sv");
  await settled(page, "/overview");
  expect(await page.textContent("h1")).toContain("nyckeltal");
  await page.click(".side-link.popover-trigger");
  await page.selectOption(".account-panel select", "");
  await page.waitForFunction(() => document.documentElement.lang === "en");
  await context.close();
});
