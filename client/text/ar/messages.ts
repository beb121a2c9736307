import type { Messages } from "../messages.ts";
import { ACTIONS } from "./actions.ts";
import { ENTRY } from "./entry.ts";
import { KPI } from "./kpi.ts";
import { LEADER } from "./leader.ts";
import { OVERVIEW } from "./overview.ts";
import { SHELL } from "./shell.ts";
import { SNAPSHOTS } from "./snapshots.ts";
import { TABS } from "./tabs.ts";
import { UI } from "./ui.ts";
import { WORDS } from "./words.ts";

export const ARABIC: Messages = {
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
