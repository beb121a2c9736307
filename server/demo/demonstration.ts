import { type DemoSize, loadDemonstration } from "../../db/demo/load.ts";
import { SIGN_IN } from "../../db/demo/people.ts";
import type { Store } from "../../db/store.ts";
import type { DateText } from "../../shared/domain/calendar.ts";
import type { Accounts } from "../access/accounts.ts";
import { tellJudged } from "./judged-chapters.ts";

/** How the demonstration gets into an empty place. */
export type Founding = DemoSize & {
  /** Opens the empty store under the given clock, in this thread. */
  readonly open: (clock: () => number) => Promise<Store>;
  readonly today: DateText;
  readonly now: number;
  /** Progress, a line at a time. */
  readonly say: (line: string) => void;
};

/** Loads the demonstration organisation, saying how far it is. */
export async function foundDemonstration({ say, now, ...loading }: Founding): Promise<void> {
  const began = performance.now();
  let told = 0;
  say("Loading the demonstration organisation …");
  await loadDemonstration({
    ...loading,
    loadedAt: now,
    judge: tellJudged,
    progress: (share) => {
      const percent = Math.floor(share * 4) * 25;
      if (percent > told) say(`  ${percent} %`);
      told = Math.max(told, percent);
    },
  });
  say(`Loaded in ${((performance.now() - began) / 1000).toFixed(1)} s.`);
}

/** Lets the demonstration's seven people sign in with one click: accounts without a password. */
export async function openDemoAccounts(store: Store, accounts: Accounts): Promise<void> {
  const waiting: { id: number; accountId: string }[] = [];
  for (const { code, name } of SIGN_IN) {
    const person = await store.people.findByCode(code);
    if (person === null || person.email === null || person.accountId !== null) continue;
    waiting.push({ id: person.id, accountId: await accounts.create({ email: person.email, name, password: null }) });
  }
  if (waiting.length === 0) return;
  const event = { actor: "system", command: "accounts-linked", entity: "person" };
  await store.command(event, async (writing) => {
    for (const { id, accountId } of waiting) await writing.people.linkAccount(id, accountId);
  });
}
