import { openStore, type Place, type Store } from "../db/store.ts";
import { AppError } from "../shared/domain/failures.ts";
import { type Accounts, openAccounts } from "./access/accounts.ts";
import { type Config, isLoopback, type Mode } from "./config.ts";
import { type DataFolder, modeOf, takeDataFolder } from "./data-folder.ts";
import { openDemoAccounts } from "./demo/demonstration.ts";
import { loadInto } from "./demo/load-into.ts";
import { type Gate, gateBefore } from "./gate.ts";
import { createApp } from "./http/app.ts";
import { startSchedule } from "./jobs/schedule.ts";
import { watchChanges } from "./live/change-watch.ts";
import { createLog, type Log } from "./log.ts";
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
export async function startServer(config: Config, options: StartOptions): Promise<Started> {
  const folder = takeDataFolder(config.dataDir);
  try {
    return await serve({ config, folder, keys: keysOf(config), log: createLog(config.logLevel), ...options });
  } catch (error) {
    folder.release();
    throw error;
  }
}

type Closed = StartOptions & {
  readonly config: Config;
  readonly folder: DataFolder;
  readonly keys: Keys;
  readonly log: Log;
};
type Ground = Closed & { readonly gate: Gate };

/** What serves requests now; leaving the demonstration puts another in its place. */
interface Current {
  app: ReturnType<typeof createApp>;
  service: Service;
  schedule: { stop(): Promise<void> };
}

async function serve(ground: Closed): Promise<Started> {
  const { config, folder } = ground;
  const gate = gateBefore((request, response) => current.app(request, response));
  const current: Current = await open({ ...ground, gate }, () => current);
  const { mode } = current.service;
  const host = mode === "demo" && !isLoopback(config.host) ? "127.0.0.1" : config.host;
  const running = await listen(gate.listener, { host, port: config.port });
  const address = config.publicUrl ?? `http://${host.includes(":") ? `[${host}]` : host}:${running.port}`;
  return {
    port: running.port,
    greeting: await greeting(current.service, address),
    stop: async (patience) => {
      current.service.live.stop();
      await Promise.all([running.stop(patience), current.schedule.stop()]);
      await current.service.store.close();
      folder.release();
    },
  };
}

async function open(ground: Ground, current: () => Current): Promise<Current> {
  const store = await openFilled(ground);
  try {
    const accounts = await accountsOn(store, ground);
    const isEmpty = (await store.organisation.find()) === null;
    const holdsDemonstration = ground.folder.demonstration === "loaded";
    const mode = isEmpty ? "production" : modeOf(ground.config.mode, holdsDemonstration);
    if (mode === "demo") await openDemoAccounts(store, accounts);
    return await currentOf(ground, { store, accounts, mode }, current);
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** The database; into an empty one the demonstration is loaded first, unless an organisation of one's own is wanted. */
async function openFilled(ground: Ground): Promise<Store> {
  const { config, folder, say } = ground;
  if (folder.demonstration === "loading" && config.databaseUrl === null) folder.clearHalfLoaded();
  const store = await openDatabase(ground);
  const isEmpty = (await store.organisation.find()) === null;
  if (!isEmpty || config.mode === "production" || folder.demonstration === "left") return store;
  await store.close();
  await loadInto(folder, {
    say,
    open: (clock) => openStore({ ...placeOf(config), auditKey: ground.keys.chain, clock }),
  });
  return openDatabase(ground);
}

type Opened = { readonly store: Store; readonly accounts: Accounts; readonly mode: Mode };

async function currentOf(ground: Ground, opened: Opened, current: () => Current): Promise<Current> {
  const { config, keys, log, clientFolder } = ground;
  const service: Service = {
    ...opened,
    ...{ config, log, mail: mailOf(config.mail), linkKey: keys.links, live: watchChanges(opened.store), now: Date.now },
    importPlace: { place: placeOf(config), auditKey: ground.keys.chain },
    leaveDemonstration:
      opened.mode === "demo"
        ? () => {
            service.live.stop();
            return ground.gate.holdFor(() => leaveDemonstration(ground, current()));
          }
        : null,
  };
  return { service, app: createApp(service, { clientFolder }), schedule: await startSchedule(service) };
}

function openDatabase({ config, keys, log }: Ground): Promise<Store> {
  const onLost = (error: Error) => log.warn({ err: error }, "a database connection was lost");
  const more = config.databaseUrl === null ? { threads: READERS } : { onLost };
  return openStore({ ...placeOf(config), ...more, auditKey: keys.chain, clock: Date.now });
}

function placeOf({ databaseUrl, dataDir }: Config): Place {
  return databaseUrl === null ? { dataDir } : { url: databaseUrl };
}

function accountsOn(store: Store, { config, keys, log }: Ground): Promise<Accounts> {
  const { publicUrl, oidc } = config;
  return openAccounts({ database: store.signInDatabase, secret: keys.sessions, publicUrl, oidc, log });
}

/** Puts the demonstration's database aside and stands on an empty one. */
async function leaveDemonstration(ground: Ground, current: Current): Promise<{ path: string }> {
  const { config, folder } = ground;
  if (config.databaseUrl !== null) {
    throw new AppError("invalid-value", {
      problem: "On PostgreSQL, begin with an empty database: set DATABASE_URL to it and start again.",
    });
  }
  await current.schedule.stop();
  await current.service.store.close();
  folder.archiveDemonstration(Date.now());
  const store = await openDatabase(ground);
  const accounts = await accountsOn(store, ground);
  Object.assign(current, await currentOf(ground, { store, accounts, mode: "production" }, () => current));
  return { path: await setupPath(accounts) };
}

async function setupPath(accounts: Accounts): Promise<string> {
  return `/setup#${await accounts.links.create("setup", "setup")}`;
}

async function greeting({ store, accounts, mode }: Service, address: string): Promise<string> {
  if ((await store.organisation.find()) === null) {
    return `Plumbline is at ${address}. Set up your organisation at ${address}${await setupPath(accounts)} (this link works once).`;
  }
  const who =
    mode === "demo"
      ? "demonstration: anyone on this machine may sign in as one of its people"
      : "people with an account may sign in";
  return `Plumbline is at ${address} (${who}).`;
}
