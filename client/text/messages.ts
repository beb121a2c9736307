import { ACTIONS } from "./en/actions.ts";
import { ENTRY } from "./en/entry.ts";
import { KPI } from "./en/kpi.ts";
import { LEADER } from "./en/leader.ts";
import { OVERVIEW } from "./en/overview.ts";
import { SHELL } from "./en/shell.ts";
import { SNAPSHOTS } from "./en/snapshots.ts";
import { TABS } from "./en/tabs.ts";
import { UI } from "./en/ui.ts";
import { WORDS } from "./en/words.ts";

/** Every message of the screens in English, the source: another language is another such record, and the compiler names what it lacks. */
export const ENGLISH = {
  ...UI,
  ...SHELL,
  ...WORDS,
  ...LEADER,
  ...OVERVIEW,
  ...KPI,
  ...ENTRY,
  ...ACTIONS,
  ...SNAPSHOTS,
  ...TABS,
};

export type MessageKey = keyof typeof ENGLISH;
export type Messages = Readonly<Record<MessageKey, string>>;
