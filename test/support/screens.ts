import type { Browser, Page } from "playwright-core";
import { settled } from "./accessibility.ts";
import { signedIn } from "./browser.ts";

type Screen = readonly [person: string, path: string];

/** Every screen of the demonstration, with the person who works there. A new screen belongs here. */
export const SCREENS: readonly Screen[] = [
  ["leader", "/overview"],
  ["leader", "/overview?view=bowler"],
  ["leader", "/overview?view=charts&status=on"],
  ["leader", "/kpis/CALLBACKS"],
  ["leader", "/kpis/FIRST-FIX?view=table"],
  ["leader", "/kpis/FIRST-FIX?view=units"],
  ["leader", "/kpis/FIRST-FIX?view=units&by=heat&level=reporting"],
  ["leader", "/kpis/FIRST-FIX?view=units&by=funnel&level=reporting"],
  ["leader", "/kpis/PREVENTIVE?view=explain&against=ytd"],
  ["leader", "/kpis/FIRST-FIX?view=target"],
  ["leader", "/kpis/COMPLAINTS?view=definition"],
  ["leader", "/kpis/FIRST-FIX?view=forecast"],
  ["leader", "/kpis/CALLBACKS/history"],
  ["leader", "/track-record"],
  ["leader", "/learn"],
  ["leader", "/strategy"],
  ["leader", "/context"],
  ["leader", "/policy"],
  ["leader", "/trainings"],
  ["leader", "/clauses"],
  ["leader", "/objectives"],
  ["leader", "/objectives/O-26-01"],
  ["leader", "/commitments"],
  ["leader", "/actions"],
  ["leader", "/actions?show=board"],
  ["leader", "/actions?show=timeline"],
  ["leader", "/actions/A-0001"],
  ["leader", "/reviews"],
  ["leader", "/decisions/D-0001"],
  ["leader", "/no/such/page"],
  ["manager", "/entry"],
  ["approver", "/months"],
  ["executive", "/snapshots"],
  ["quality", "/import"],
  ["quality", "/settings/units"],
  ["admin", "/settings/organisation"],
  ["admin", "/settings/people"],
  ["admin", "/settings/keys"],
  ["admin", "/settings/mail"],
  ["leader", "/you"],
];

type Look = Parameters<typeof signedIn>[2];
type Walk = { readonly browser: Browser; readonly address: string; readonly look?: Look; readonly reload?: boolean };

/**
 * Opens every screen in turn, each as its person, and gathers what is wrong there. Where the judge changes the page, each
 * screen is loaded anew with `reload`; otherwise the product goes from one to the next by itself, as with the keys Back and
 * Forward.
 */
export async function onEveryScreen(walk: Walk, judge: (page: Page) => Promise<string[]>): Promise<string[]> {
  const found: string[] = [];
  for (const person of new Set(SCREENS.map(([who]) => who))) {
    const page = await signedIn(walk.browser, { address: walk.address, person }, walk.look);
    let isLoaded = false;
    for (const [, path] of SCREENS.filter(([who]) => who === person)) {
      await settled(page, path, { within: isLoaded && walk.reload !== true });
      found.push(...(await judge(page)).map((fault) => `${path}: ${fault}`));
      isLoaded = true;
    }
    await page.context().close();
  }
  return found;
}
