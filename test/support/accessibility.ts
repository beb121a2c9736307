import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

type Judged = { readonly type: "tag" | "rule"; readonly values: string[] };
/** The one rule that depends on the theme. */
export const CONTRAST: Judged = { type: "rule", values: ["color-contrast"] };

/** What breaks WCAG 2.2 AA on the page as it stands, as axe finds it. */
export async function violations(page: Page, rules: Judged = { type: "tag", values: RULES }): Promise<string[]> {
  // No page of ours holds a frame: judged in place, without a second page to gather the parts.
  const { violations: found } = await new AxeBuilder({ page })
    .options({ runOnly: rules, resultTypes: ["violations"] })
    .setLegacyMode(true)
    .analyze();
  return found.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes[0]?.html}`);
}

/** Links, buttons and fields below 24 by 24 pixels that are not part of a sentence. */
export async function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const targets = [...document.querySelectorAll<HTMLElement>("button, a[href], input, [role=option], [role=slider]")];
    return targets
      .filter((target) => target.checkVisibility() && target.closest("p, .skip-link, .option-list") === null)
      .filter((target) => {
        const { width, height } = (target.closest("label") ?? target).getBoundingClientRect();
        return height > 0 && (width < 24 || height < 24) && getComputedStyle(target, "::after").position !== "absolute";
      })
      .map((target) => target.outerHTML.slice(0, 120));
  });
}

/** Opens a screen and waits until all of it is there; with `within` the product moves there without loading anew. */
export async function settled(page: Page, path: string, { within = false } = {}): Promise<void> {
  if (within) {
    await page.evaluate((to) => {
      history.pushState(null, "", to);
      dispatchEvent(new PopStateEvent("popstate"));
    }, path);
    await page.evaluate(() => new Promise((next) => setTimeout(next, 50)));
  } else await page.goto(path);
  await page.locator("main :is(h1, h2)").first().waitFor();
  await page.waitForFunction(() => document.querySelector(".skeleton, [aria-busy=true]") === null);
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
  });
}
