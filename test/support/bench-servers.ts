import { Agent, request } from "node:http";
import express from "express";
import type { Store } from "../../db/store.ts";
import { openAccounts } from "../../server/access/accounts.ts";
import { readConfig } from "../../server/config.ts";
import { createApp } from "../../server/http/app.ts";
import { watchChanges } from "../../server/live/change-watch.ts";
import { createLog } from "../../server/log.ts";
import { listen } from "../../server/running.ts";
import type { Floor } from "./bench-floor.ts";

/** A server of the bench: asks are sent one after the other over one kept connection. */
export type Asked = {
  /** The text of the answer; throws for any status but 200. */
  ask(path: string, body?: unknown, method?: string): Promise<string>;
  stop(): Promise<void>;
};

const LOCAL = { host: "127.0.0.1", port: 0 };

/** The bare prototype: the floor's answers as JSON over plain Express, and nothing else. */
export async function prototypeOf(floor: Floor, units: readonly string[]): Promise<Asked> {
  const app = express();
  app.disable("x-powered-by");
  app.use(express.json());
  app.get("/overview/:unit", (asked, answer) => void answer.json(floor.overview(asked.params.unit)));
  app.get("/units/:kpi", (asked, answer) => void answer.json(floor.byUnit(asked.params.kpi, units)));
  app.get("/entry/:unit", (asked, answer) => void answer.json(floor.entry(asked.params.unit)));
  app.post("/save/:unit", (asked, answer) => {
    floor.save(asked.params.unit, new Map(asked.body));
    answer.json({});
  });
  const running = await listen(app, LOCAL);
  return askedAt(running.port, null, () => running.stop(1000));
}

/** The product as it is served, asked with the API key of a quality manager. */
export async function productOn(store: Store, now: () => number): Promise<Asked> {
  const config = readConfig({ PORT: "0" });
  const log = createLog("silent");
  const accounts = await openAccounts({
    database: store.signInDatabase,
    secret: "s".repeat(40),
    publicUrl: config.publicUrl,
    log,
  });
  const service = {
    config,
    mode: "production" as const,
    store,
    accounts,
    mail: null,
    linkKey: "l".repeat(40),
    log,
    live: watchChanges(store),
    now,
  };
  const app = createApp({ ...service, leaveDemonstration: null, importPlace: null }, { clientFolder: null });
  const person = { code: "bench", email: "bench@example.org", name: "Bench" };
  const accountId = await accounts.create({ ...person, password: null });
  await store.command({ actor: "operator", command: "person-added", entity: "person" }, async (store) => {
    const { id } = await store.people.add(person);
    await store.people.linkAccount(id, accountId);
    await store.people.grant(id, { role: "quality-manager", unit: null, from: null, to: null });
  });
  const { key } = await accounts.keys.create({ accountId, name: "bench", scope: "write", days: null });
  const running = await listen(app, LOCAL);
  return askedAt(running.port, key, () => running.stop(1000));
}

function askedAt(port: number, key: string | null, stop: () => Promise<void>): Asked {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const headers = { "content-type": "application/json", ...(key === null ? {} : { authorization: `Bearer ${key}` }) };
  const ask = (path: string, body?: unknown, method = body === undefined ? "GET" : "POST"): Promise<string> =>
    new Promise((resolve, reject) => {
      const sent = request({ host: LOCAL.host, port, path, method, agent, headers }, (answer) => {
        const parts: Buffer[] = [];
        answer.on("data", (part: Buffer) => parts.push(part));
        answer.on("end", () => {
          const text = Buffer.concat(parts).toString("utf8");
          if (answer.statusCode === 200) resolve(text);
          else reject(new Error(`${path}: ${answer.statusCode} ${text.slice(0, 300)}`));
        });
      });
      // The server has closed the idle connection just as it was to be used again.
      sent.on("error", (error) => (sent.reusedSocket ? resolve(ask(path, body, method)) : reject(error)));
      sent.end(body === undefined ? undefined : JSON.stringify(body));
    });
  return {
    ask,
    stop: async () => {
      agent.destroy();
      await stop();
    },
  };
}
