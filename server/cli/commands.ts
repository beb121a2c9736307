import { analyseCommand } from "./analyse.ts";
import { keyCommands } from "./api-key.ts";
import type { Command } from "./command.ts";
import { importCommand } from "./import.ts";
import { initCommand } from "./init.ts";
import { inviteCommand } from "./invite.ts";
import { migrateCommand } from "./migrate.ts";

/** The table of contents of the command line, in the order of its help. */
export const COMMANDS: readonly Command[] = [
  initCommand,
  inviteCommand,
  importCommand,
  ...keyCommands,
  migrateCommand,
  analyseCommand,
];
