import type { Messages } from "../messages.ts";
import { SHELL } from "./shell.ts";
import { UI } from "./ui.ts";

export const CHINESE: Messages = {
  ...UI,
  ...SHELL,
};
