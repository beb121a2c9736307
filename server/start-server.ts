import { openStore, type Store } from "../db/store.ts";
import { openAccounts } from "./access/accounts.ts";
import { type Config, isLoopback, type Mode } from "./config.ts";
import { type DataFolder, modeOf, takeDataFolder } from "./data-folder.ts";
import { createApp } from "./http/app.ts";
import { createLog } from "./log.ts";
import { mailOf } from "./mail.ts";
import { listen } from "./running.ts";
import { type Keys, keysOf } from "./secret.ts";
import type { Service } from "./service.ts";

const READERS = 2;

interface Started {
  readonly port: number;
  /** One line: the address, and who may sign in. */
  readonly greeting: string;
  stop(patience: number): Promise<void>;
}

interface StartOptions {
  readonly clientFolder: string | null;
  /** Progress, a line at a time. */
  readonly say: (line: string) => void;
}

/** Opens the data folder and the database, brings both up to date, and serves. */
export async function startServer(config: Config, { clientFolder, say }: StartOptions): Promise<Started> {
  const folder = takeDataFolder(config.dataDir);
  try {
    const keys = keysOf(config);
    const store = await openDatabase(config, keys);
    try {
      return await serve({ config, folder, keys, store, clientFolder, say });
    } catch (error) {
      await store.close();
      throw error;
    }
  } catch (error) {
    folder.release();
    throw error;
  }
}

function openDatabase({ databaseUrl, dataDir }: Config, { chain }: Keys): Promise<Store> {
  const place = databaseUrl === null ? { dataDir, threads: READERS } : { url: databaseUrl };
  return openStore({ ...place, auditKey: chain, clock: Date.now });
}

type Opened = StartOptions & {
  readonly config: Config;
  readonly folder: DataFolder;
  readonly keys: Keys;
  readonly store: Store;
};

async function serve({ config, folder, keys, store, clientFolder }: Opened): Promise<Started> {
  const log = createLog(config.logLevel);
  const accounts = await openAccounts({
    database: store.signInDatabase,
    secret: keys.sessions,
    publicUrl: config.publicUrl,
    log,
  });
  const isEmpty = (await store.organisation.find()) === null;
  const mode = modeOf(config.mode, { isEmpty, holdsDemonstration: folder.holdsDemonstration });
  const mail = mailOf(config.mail);
  const service: Service = { config, mode, store, accounts, mail, log, now: Date.now };
  const host = mode === "demo" && !isLoopback(config.host) ? "127.0.0.1" : config.host;
  const running = await listen(createApp(service, { clientFolder }), { host, port: config.port });
  return {
    port: running.port,
    greeting: greeting({ ...config, host }, mode, running.port),
    stop: async (patience) => {
      await running.stop(patience);
      await store.close();
      folder.release();
    },
  };
}

function greeting({ host, publicUrl }: Config, mode: Mode, port: number): string {
  const address = publicUrl ?? `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
  const who =
    mode === "demo"
      ? "demonstration: anyone on this machine may sign in as one of its people"
      : "people with an account may sign in";
  return `Plumbline is at ${address} (${who}).`;
}
