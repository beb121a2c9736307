import { resolve } from "node:path";
import { restoreStore } from "../../db/store.ts";
import { AppError } from "../../shared/domain/failures.ts";
import { readConfig } from "../config.ts";
import { isFolderTaken } from "../data-folder.ts";
import { keysOf } from "../secret.ts";
import { type Command, positional } from "./command.ts";
import { withInstallation } from "./installation.ts";

const backupCommand: Command = {
  name: "backup",
  usage: "FILE",
  summary: "copies the database while it is in use, checks the copy and seals it (FILE.head)",
  positionals: [1, 1],
  run: (invocation) =>
    withInstallation(invocation, async ({ store }) => {
      const file = resolve(positional(invocation, 0));
      const { head, sha256, bytes } = await store.backUp(file);
      invocation.terminal.say(`${file}: ${bytes} bytes up to event ${head.seq}, SHA-256 ${sha256}.`);
      return undefined;
    }),
};

const restoreCommand: Command = {
  name: "restore",
  usage: "FILE",
  summary: "puts a backup into an empty data folder, verified whole",
  help: [
    "The secret must be the one of the backup: copy the file `secret` of its data folder, or set PLUMBLINE_SECRET.",
  ],
  positionals: [1, 1],
  async run(invocation) {
    const config = readConfig(invocation.environment);
    if (config.databaseUrl !== null) throw new AppError("backup-elsewhere");
    if (isFolderTaken(config.dataDir)) throw new AppError("busy");
    const file = resolve(positional(invocation, 0));
    const { events, rows } = await restoreStore(file, { dataDir: config.dataDir, auditKey: keysOf(config).chain });
    invocation.terminal.say(`Restored: ${events} events, ${rows} rows, all as they were written.`);
    return undefined;
  },
};

export const backupCommands: readonly Command[] = [backupCommand, restoreCommand];
