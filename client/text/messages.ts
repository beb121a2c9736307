import { SHELL } from "./en/shell.ts";
import { UI } from "./en/ui.ts";

/** Every message of the screens in English, the source: another language is another such record, and the compiler names what it lacks. */
export const ENGLISH = {
  ...UI,
  ...SHELL,
};

export type MessageKey = keyof typeof ENGLISH;
export type Messages = Readonly<Record<MessageKey, string>>;
