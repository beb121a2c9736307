import { copyStore, openStore } from "../../db/store.ts";
import { AppError } from "../../shared/domain/failures.ts";
import { openAccounts } from "../access/accounts.ts";
import { readConfig } from "../config.ts";
import { isFolderTaken } from "../data-folder.ts";
import { createLog } from "../log.ts";
import { keysOf } from "../secret.ts";
import { type Command, Misuse, positional } from "./command.ts";
import { withInstallation } from "./installation.ts";

export const copyToCommand: Command = {
  name: "copy-to",
  usage: "URL",
  summary: "moves the SQLite database to an empty PostgreSQL database, and verifies both",
  help: [
    "Stop the server first. Afterwards start it with DATABASE_URL set to the same address, and with the same secret:",
    "the file `secret` of the data folder, or PLUMBLINE_SECRET. The SQLite database stays as it is.",
  ],
  positionals: [1, 1],
  async run(invocation) {
    const url = positional(invocation, 0);
    if (!/^postgres(ql)?:\/\//.test(url)) throw new Misuse("URL must begin with postgres:// or postgresql://.");
    const config = readConfig(invocation.environment);
    if (config.databaseUrl !== null)
      throw new Misuse("DATABASE_URL is set already: what is copied is a SQLite database.");
    if (isFolderTaken(config.dataDir)) throw new AppError("busy");
    await withInstallation(invocation, async (installation) => {
      await installation.openAccounts();
      const keys = keysOf(config);
      const target = await openStore({ url, auditKey: keys.chain, clock: Date.now });
      try {
        const log = createLog("silent");
        await openAccounts({
          database: target.signInDatabase,
          secret: keys.sessions,
          publicUrl: config.publicUrl,
          log,
        });
        const { tables, rows } = await copyStore(installation.store, target);
        const [before, after] = [await installation.store.verify(), await target.verify()];
        if (before.fault !== null || after.fault !== null || before.events !== after.events) {
          throw new AppError("backup-damaged", { problem: `Verified: ${JSON.stringify(before.fault ?? after.fault)}` });
        }
        invocation.terminal.say(`Copied ${rows} rows of ${tables} tables. Both verify: ${after.events} events.`);
      } finally {
        await target.close();
      }
    });
    return undefined;
  },
};
