import { openStore, type Place, type Store } from "../../db/store.ts";
import { openAccounts } from "../../server/access/accounts.ts";
import { readConfig } from "../../server/config.ts";
import { createApp } from "../../server/http/app.ts";
import type { RateLimits } from "../../server/http/rate-limits.ts";
import { watchChanges } from "../../server/live/change-watch.ts";
import { createLog } from "../../server/log.ts";
import { mailOf } from "../../server/mail.ts";
import { listen } from "../../server/running.ts";
import type { Service } from "../../server/service.ts";
import type { DateText } from "../../shared/domain/calendar.ts";
import { ALWAYS } from "../../shared/domain/month.ts";
import type { Role } from "../../shared/domain/permissions.ts";
import { Client } from "./client.ts";
import { TEST_AUDIT_KEY, TEST_NOW } from "./databases.ts";

/** Long enough, and known to nobody's list. */
export const PASSWORD = "quiet harbour lantern";

/** Units of the world: a root with two areas, three branches in the north and one in the south. */
export const UNITS = {
  GROUP: null,
  NORTH: "GROUP",
  SOUTH: "GROUP",
  "N-1": "NORTH",
  "N-2": "NORTH",
  "N-3": "NORTH",
  "S-1": "SOUTH",
} as const;
export type UnitCode = keyof typeof UNITS;

export interface WorldOptions {
  readonly place?: Place;
  readonly environment?: Record<string, string>;
  readonly mode?: Service["mode"];
  readonly rateLimits?: RateLimits;
  readonly clientFolder?: string;
  /** Lines that the log wrote are collected here. */
  readonly logLines?: string[];
}

/** A running server on an organisation of its own. */
export interface World {
  readonly service: Service;
  readonly store: Store;
  readonly address: string;
  /** A person with roles and an account, without a password as yet. */
  person(code: string, ...grants: readonly [Role, UnitCode | null][]): Promise<{ email: string; accountId: string }>;
  /** Gives the person the world's password and answers their address; slow on purpose, as passwords are. */
  password(code: string): Promise<string>;
  /** A client that has signed in as the person. */
  as(code: string): Promise<Client>;
  /** A client that nobody knows. */
  stranger(): Client;
  setClock(instant: number): void;
  close(): Promise<void>;
}

const UNLIMITED: RateLimits = { signInsByAddress: 1e6, signInsByAccount: 1e6, refusalsByAddress: 1e9 };

/** The real app on a real database; only the clock is the test's own. */
export async function aWorld(options: WorldOptions = {}): Promise<World> {
  let clock = TEST_NOW;
  const now = () => clock;
  const store = await openStore({
    auditKey: TEST_AUDIT_KEY,
    clock: now,
    ...(options.place ?? { memory: true as const }),
  });
  const config = readConfig({ PORT: "0", ...options.environment });
  const lines = options.logLines;
  const log =
    lines === undefined ? createLog("silent") : createLog("debug", { write: (line) => void lines.push(line) });
  const database = store.signInDatabase;
  const accounts = await openAccounts({
    database,
    secret: "s".repeat(40),
    publicUrl: config.publicUrl,
    oidc: config.oidc,
    log,
  });
  const mode = options.mode ?? "production";
  const service: Service = {
    config,
    mode,
    store,
    accounts,
    mail: mailOf(config.mail),
    linkKey: "l".repeat(40),
    log,
    leaveDemonstration: null,
    live: watchChanges(store),
    importPlace: null,
    now,
  };
  const rateLimits = options.rateLimits ?? UNLIMITED;
  const app = createApp(service, { clientFolder: options.clientFolder ?? null, rateLimits });
  const running = await listen(app, { host: "127.0.0.1", port: 0 });
  const address = `http://127.0.0.1:${running.port}`;
  await layUnits(store);
  return {
    ...{ service, store, address },
    person: (code, ...grants) => addPerson(service, code, grants),
    password: async (code) => {
      const { email, accountId } = (await store.people.findByCode(code)) ?? {};
      await accounts.setPassword(accountId ?? "", { password: PASSWORD, email: email ?? "" });
      return email ?? "";
    },
    as: async (code) => {
      const person = await store.people.findByCode(code);
      const cookies = await accounts.openSession(person?.accountId ?? "");
      return new Client(address, { cookies });
    },
    stranger: () => new Client(address, {}),
    setClock: (instant) => {
      clock = instant;
    },
    close: async () => {
      service.live.stop();
      await running.stop(1000);
      service.mail?.close();
      await store.close();
    },
  };
}

async function layUnits(outer: Store): Promise<void> {
  const event = { actor: "operator", command: "organisation-founded", entity: "organisation" };
  await outer.command(event, async (store) => {
    await store.organisation.say({
      ...{ name: "A plant", fiscalYearStart: 1, locale: "en", timeZone: "Europe/Helsinki" },
      ...{ entryDueDay: 10, minimumCoverage: 90, approval: false, retentionYears: 10 },
    });
    const codes = Object.keys(UNITS) as UnitCode[];
    await store.organisation.putUnits(codes.map((code) => ({ code, name: `Unit ${code}`, kind: "branch" as const })));
    await store.organisation.setEdges(
      codes.map((child) => ({ child, from: ALWAYS, parent: UNITS[child], ends: false, withdrawn: false })),
    );
  });
}

async function addPerson(
  { store: outer, accounts }: Service,
  code: string,
  grants: readonly [Role, UnitCode | null][],
): Promise<{ email: string; accountId: string }> {
  const email = `${code}@plant.example`;
  const accountId = await accounts.create({ email, name: `Person ${code}`, password: null });
  await outer.command({ actor: "operator", command: "person-added", entity: "person" }, async (store) => {
    const person = await store.people.add({ code, email, name: `Person ${code}` });
    await store.people.linkAccount(person.id, accountId);
    for (const [role, unit] of grants) {
      await store.people.grant(person.id, { role, unit, from: null as DateText | null, to: null });
    }
  });
  return { email, accountId };
}
