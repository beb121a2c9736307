import { createHmac, randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "./config.ts";

/** The keys that the secret gives, one for each purpose, so that none tells of another. */
export interface Keys {
  readonly sessions: string;
  /** Of the audit chain; stands outside the database. */
  readonly chain: string;
  /** Of the links in mails. */
  readonly links: string;
}

/** The keys of this installation: of PLUMBLINE_SECRET, or of the secret kept in the data folder (mode 0600), made at need. */
export function keysOf(config: Pick<Config, "secret" | "dataDir">): Keys {
  const secret = config.secret ?? keptSecret(config.dataDir);
  return {
    sessions: derive(secret, "sessions").toString("base64url"),
    chain: derive(secret, "audit chain").toString("base64url"),
    links: derive(secret, "links").toString("base64url"),
  };
}

function derive(secret: string, purpose: string): Buffer {
  return createHmac("sha256", secret).update(`plumbline ${purpose}`).digest();
}

function keptSecret(dataDir: string): string {
  const file = join(dataDir, "secret");
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, randomBytes(48).toString("base64url"), { flag: "wx", mode: 0o600, flush: true });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "EEXIST") throw cause;
  }
  if ((statSync(file).mode & 0o077) !== 0) {
    throw new Error("The file `secret` in the data folder can be read by others. Set its mode to 0600.");
  }
  return readFileSync(file, "utf8").trim();
}
