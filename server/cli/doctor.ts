import { accessSync, constants, existsSync } from "node:fs";
import { join } from "node:path";
import { openStore } from "../../db/store.ts";
import { type Config, readConfig } from "../config.ts";
import { isFolderTaken } from "../data-folder.ts";
import { mailOf } from "../mail.ts";
import { keysOf } from "../secret.ts";
import type { Command } from "./command.ts";

const REFUSED = 1;
const ROOT = join(import.meta.dirname, "../..");

interface Check {
  readonly name: string;
  /** Answers what it found; throws what is wrong. */
  run(config: Config): Promise<string> | string;
}

export const doctorCommand: Command = {
  name: "doctor",
  usage: "",
  summary: "checks configuration, data folder, database, client, font and mail",
  positionals: [0, 0],
  async run({ environment, terminal }) {
    const config = readConfig(environment);
    terminal.say("configuration: no fault");
    let faults = 0;
    for (const { name, run } of CHECKS) {
      try {
        terminal.say(`${name}: ${await run(config)}`);
      } catch (error) {
        faults += 1;
        terminal.note(`${name}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    return faults === 0 ? undefined : REFUSED;
  },
};

const CHECKS: readonly Check[] = [
  {
    name: "data folder",
    run: ({ dataDir }) => {
      if (!existsSync(dataDir)) return `${dataDir} does not exist yet`;
      accessSync(dataDir, constants.R_OK | constants.W_OK);
      return `${dataDir}${isFolderTaken(dataDir) ? ", a server works in it" : ""}`;
    },
  },
  { name: "database", run: checkDatabase },
  { name: "client", run: () => fileAt("dist/client/index.html", "is not built yet; npm start builds it") },
  { name: "font", run: () => fileAt("node_modules/@fontsource-variable/inter/package.json", "is not installed") },
  {
    name: "mail",
    run: async ({ mail }) => {
      const post = mailOf(mail);
      if (post === null) return "not set up (SMTP_URL is empty)";
      await post.check();
      return "the server answers";
    },
  },
];

async function checkDatabase(config: Config): Promise<string> {
  const { databaseUrl, dataDir } = config;
  const place = databaseUrl === null ? { dataDir } : { url: databaseUrl };
  const store = await openStore({ ...place, auditKey: keysOf(config).chain, clock: Date.now });
  try {
    await store.ping();
    const organisation = await store.organisation.find();
    const { seq } = await store.audit.head();
    return `${store.engine}, ${organisation === null ? "no organisation yet" : `${organisation.name}, ${seq} events`}`;
  } finally {
    await store.close();
  }
}

function fileAt(path: string, otherwise: string): string {
  if (!existsSync(join(ROOT, path))) throw new Error(otherwise);
  return "in place";
}
