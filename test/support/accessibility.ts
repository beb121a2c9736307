import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What breaks WCAG 2.2 AA on the page as it stands, as axe finds it. */
export async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).withTags(RULES).analyze();
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

/** Opens a screen and waits until all of it is there. */
export async function settled(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.locator("main :is(h1, h2)").first().waitFor();
  await page.waitForLoadState("networkidle");
}
