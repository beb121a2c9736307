import { analyseCommand } from "./analyse.ts";
import { keyCommands } from "./api-key.ts";
import { backupCommands } from "./backup.ts";
import type { Command } from "./command.ts";
import { copyToCommand } from "./copy-to.ts";
import { demoCommand } from "./demo.ts";
import { doctorCommand } from "./doctor.ts";
import { exportResultsCommand } from "./export-results.ts";
import { forecastCommand } from "./forecast.ts";
import { importCommand } from "./import.ts";
import { initCommand } from "./init.ts";
import { inviteCommand } from "./invite.ts";
import { migrateCommand } from "./migrate.ts";
import { periodCommand } from "./period.ts";
import { snapshotCommand } from "./snapshot.ts";
import { verifyCommand } from "./verify.ts";

/** The table of contents of the command line, in the order of its help. */
export const COMMANDS: readonly Command[] = [
  initCommand,
  inviteCommand,
  demoCommand,
  importCommand,
  exportResultsCommand,
  snapshotCommand,
  verifyCommand,
  analyseCommand,
  forecastCommand,
  ...keyCommands,
  ...backupCommands,
  copyToCommand,
  periodCommand,
  migrateCommand,
  doctorCommand,
];
