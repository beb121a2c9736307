import { openStore } from "../../db/store.ts";
import { AppError } from "../../shared/domain/failures.ts";
import { readConfig } from "../config.ts";
import { takeDataFolder } from "../data-folder.ts";
import { loadInto } from "../demo/load-into.ts";
import { keysOf } from "../secret.ts";
import { type Command, optionNumber } from "./command.ts";

export const demoCommand: Command = {
  name: "demo",
  usage: "[--units N] [--months N]",
  summary: "loads the demonstration organisation into an empty data folder",
  help: ["Without numbers it has 64 branches and 36 months; larger ones tell the same story, for load tests."],
  options: { units: { type: "string" }, months: { type: "string" } },
  positionals: [0, 0],
  async run(invocation) {
    const units = optionNumber(invocation, "units", [1, 1000]);
    const months = optionNumber(invocation, "months", [3, 120]);
    const { databaseUrl, dataDir, ...config } = readConfig(invocation.environment);
    const place = databaseUrl === null ? { dataDir } : { url: databaseUrl };
    const { chain: auditKey } = keysOf({ ...config, dataDir });
    const folder = takeDataFolder(dataDir);
    const open = (clock: () => number) => openStore({ ...place, auditKey, clock });
    try {
      if (folder.demonstration === "loading" && databaseUrl === null) folder.clearHalfLoaded();
      const store = await open(Date.now);
      const isEmpty = (await store.organisation.find()) === null;
      await store.close();
      if (!isEmpty) throw new AppError("folder-not-empty");
      const size = { ...(units !== null && { units }), ...(months !== null && { months }) };
      await loadInto(folder, { ...size, open, say: invocation.terminal.say });
    } finally {
      folder.release();
    }
    return undefined;
  },
};
