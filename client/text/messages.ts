import { KPI } from "./en/kpi.ts";
import { OVERVIEW } from "./en/overview.ts";
import { SHELL } from "./en/shell.ts";
import { UI } from "./en/ui.ts";
import { WORDS } from "./en/words.ts";

/** Every message of the screens in English, the source: another language is another such record, and the compiler names what it lacks. */
export const ENGLISH = {
  ...UI,
  ...SHELL,
  ...WORDS,
  ...OVERVIEW,
  ...KPI,
};

export type MessageKey = keyof typeof ENGLISH;
export type Messages = Readonly<Record<MessageKey, string>>;
