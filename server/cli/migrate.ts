import type { Command } from "./command.ts";
import { withInstallation } from "./installation.ts";

export const migrateCommand: Command = {
  name: "migrate",
  usage: "",
  summary: "brings the database up to this version",
  positionals: [0, 0],
  run: (invocation) =>
    withInstallation(invocation, async ({ store, openAccounts }) => {
      await openAccounts();
      const { migrated } = store;
      invocation.terminal.say(
        migrated.length === 0 ? "The database is up to date." : `Migrated: ${migrated.join(", ")}.`,
      );
      return undefined;
    }),
};
