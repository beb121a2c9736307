import type { Place, Store } from "../db/store.ts";
import type { Accounts } from "./access/accounts.ts";
import type { Config, Mode } from "./config.ts";
import type { ChangeWatch } from "./live/change-watch.ts";
import type { Log } from "./log.ts";
import type { Mail } from "./mail.ts";

/** Where a thread of its own finds the database. */
export interface ImportPlace {
  readonly place: Place;
  readonly auditKey: string;
}

/** What every call of a running server stands on. */
export interface Service {
  readonly config: Config;
  /** What the data folder holds; in demo mode anyone may sign in as one of the demonstration's people. */
  readonly mode: Mode;
  readonly store: Store;
  readonly accounts: Accounts;
  /** Null where no mail server is set. */
  readonly mail: Mail | null;
  /** Signs the links that end mails. */
  readonly linkKey: string;
  readonly log: Log;
  readonly live: ChangeWatch;
  /**
   * Puts the demonstration aside and answers the path of a one-time link to /setup; null outside demo mode. The service is
   * at its end then: another stands in its place.
   */
  readonly leaveDemonstration: (() => Promise<{ readonly path: string }>) | null;
  /** Where an import's own thread finds the database; null where the database lives in this process alone. */
  readonly importPlace: ImportPlace | null;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
}
