import { openStore, type Store } from "../../db/store.ts";
import { AppError } from "../../shared/domain/failures.ts";
import { type Accounts, openAccounts } from "../access/accounts.ts";
import { type Actor, actorOfEmail, operator } from "../access/actor.ts";
import { type Config, readConfig } from "../config.ts";
import { createLog } from "../log.ts";
import { keysOf } from "../secret.ts";
import { type Invocation, optionText } from "./command.ts";

/** The installation that a command works on: its configuration and its database. */
export interface Installation {
  readonly config: Config;
  readonly store: Store;
  readonly auditKey: string;
  readonly now: () => number;
  openAccounts(): Promise<Accounts>;
  /** Whom the command acts for: the person of `--as`, else the operator. */
  actor(): Promise<Actor>;
}

/** Opens the installation for the time of `work`. A server may be running beside it. */
export async function withInstallation<T>(
  invocation: Invocation,
  work: (installation: Installation) => Promise<T>,
): Promise<T> {
  const config = readConfig(invocation.environment);
  const keys = keysOf(config);
  const place = config.databaseUrl === null ? { dataDir: config.dataDir } : { url: config.databaseUrl };
  const now = Date.now;
  const store = await openStore({ ...place, auditKey: keys.chain, clock: now });
  try {
    return await work({
      config,
      store,
      auditKey: keys.chain,
      now,
      openAccounts: () =>
        openAccounts({
          database: store.signInDatabase,
          secret: keys.sessions,
          publicUrl: config.publicUrl,
          log: createLog("silent"),
        }),
      actor: () => actorFor({ store, now }, optionText(invocation, "as")),
    });
  } finally {
    await store.close();
  }
}

async function actorFor(asked: { store: Store; now: () => number }, email: string | null): Promise<Actor> {
  if ((await asked.store.organisation.find()) === null) throw new AppError("no-organisation");
  if (email === null) return operator(asked);
  const actor = await actorOfEmail(asked, { email, source: "import" });
  if (actor === null) throw new AppError("unknown-code", { what: "Person", code: email });
  return actor;
}
