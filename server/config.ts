import { isIP } from "node:net";
import { resolve } from "node:path";

const MODES = ["demo", "production"] as const;
export type Mode = (typeof MODES)[number];

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
type LogLevel = (typeof LOG_LEVELS)[number];

const SECRET_LENGTH = 32;
const LOOPBACK = ["127.0.0.1", "::1", "localhost"];

export interface OidcSetting {
  /** Without a slash at its end. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** As the button on the sign-in page names it. */
  readonly name: string;
}

/** What the environment says, checked. Paths are absolute; what was left empty is null or its default. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** Null: SQLite in the data folder. */
  readonly databaseUrl: string | null;
  /** Without a slash at its end. */
  readonly publicUrl: string | null;
  /** Null: made and kept in the data folder. */
  readonly secret: string | null;
  /** Null: what the data folder holds. */
  readonly mode: Mode | null;
  readonly mail: { readonly url: string; readonly from: string } | null;
  /** Single sign-on by OpenID Connect; null where none is set. */
  readonly oidc: OidcSetting | null;
  readonly logLevel: LogLevel;
  /** Proxies whose X-Forwarded-For is believed: how many hops, or which addresses. Null: none. */
  readonly trustProxy: number | readonly string[] | null;
}

/** Every fault of the environment, each a sentence that names its variable. */
export class ConfigFaults extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(faults.join("\n"));
    this.name = "ConfigFaults";
    this.faults = faults;
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The configuration in the environment; an empty variable counts as absent. Throws `ConfigFaults` with every fault. */
export function readConfig(environment: Environment): Config {
  const reader = new EnvironmentReader(environment);
  const mode = reader.oneOf("PLUMBLINE_MODE", MODES);
  const config: Config = {
    port: reader.port(),
    host: reader.text("HOST") ?? "127.0.0.1",
    dataDir: resolve(reader.text("DATA_DIR") ?? "data"),
    databaseUrl: reader.url("DATABASE_URL", ["postgres:", "postgresql:"]),
    publicUrl: reader.url("PUBLIC_URL", ["http:", "https:"])?.replace(/\/+$/, "") ?? null,
    secret: reader.secret(),
    mode,
    mail: reader.mail(),
    oidc: reader.oidc(),
    logLevel: reader.oneOf("LOG_LEVEL", LOG_LEVELS) ?? "info",
    trustProxy: reader.trustProxy(),
  };
  if (mode === "demo" && !isLoopback(config.host)) {
    reader.fault("HOST", `must be a loopback address (${LOOPBACK.join(", ")}) in demo mode, where anyone may sign in`);
  }
  reader.finish();
  return config;
}

export function isLoopback(host: string): boolean {
  return LOOPBACK.includes(host) || /^127(\.\d{1,3}){3}$/.test(host);
}

class EnvironmentReader {
  readonly #environment: Environment;
  readonly #faults: string[] = [];

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  fault(name: string, sentence: string): null {
    this.#faults.push(`${name} ${sentence}.`);
    return null;
  }

  finish(): void {
    if (this.#faults.length > 0) throw new ConfigFaults(this.#faults);
  }

  text(name: string): string | null {
    const value = this.#environment[name]?.trim();
    return value === undefined || value === "" ? null : value;
  }

  oneOf<Choice extends string>(name: string, choices: readonly Choice[]): Choice | null {
    const value = this.text(name);
    if (value === null) return null;
    return choices.find((choice) => choice === value) ?? this.fault(name, `must be one of ${choices.join(", ")}`);
  }

  port(): number {
    const value = this.text("PORT") ?? "3000";
    const port = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN;
    return port <= 65535 ? port : (this.fault("PORT", "must be a whole number from 0 to 65535") ?? 0);
  }

  url(name: string, protocols: readonly string[]): string | null {
    const value = this.text(name);
    if (value === null) return null;
    const protocol = URL.canParse(value) ? new URL(value).protocol : "";
    if (protocols.includes(protocol)) return value;
    return this.fault(name, `must be an address that begins with ${protocols.map((each) => `${each}//`).join(" or ")}`);
  }

  secret(): string | null {
    const value = this.text("PLUMBLINE_SECRET");
    if (value === null || value.length >= SECRET_LENGTH) return value;
    return this.fault("PLUMBLINE_SECRET", `must have at least ${SECRET_LENGTH} characters`);
  }

  mail(): Config["mail"] {
    const url = this.url("SMTP_URL", ["smtp:", "smtps:"]);
    const from = this.text("MAIL_FROM");
    if (from !== null && !from.includes("@")) return this.fault("MAIL_FROM", "must be an e-mail address");
    if (url === null) return null;
    return from === null ? this.fault("MAIL_FROM", "is needed where SMTP_URL is set") : { url, from };
  }

  /** The provider sends people back to PUBLIC_URL, so that it must be known. */
  oidc(): OidcSetting | null {
    const issuer = this.url("OIDC_ISSUER", ["https:", "http:"])?.replace(/\/+$/, "") ?? null;
    if (issuer === null) return null;
    const needed = ["OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "PUBLIC_URL"] as const;
    for (const name of needed) if (this.text(name) === null) this.fault(name, "is needed where OIDC_ISSUER is set");
    return {
      issuer,
      clientId: this.text("OIDC_CLIENT_ID") ?? "",
      clientSecret: this.text("OIDC_CLIENT_SECRET") ?? "",
      name: this.text("OIDC_NAME") ?? "single sign-on",
    };
  }

  trustProxy(): Config["trustProxy"] {
    const value = this.text("TRUST_PROXY");
    if (value === null) return null;
    if (/^[1-9]$/.test(value)) return Number(value);
    const addresses = value.split(",").map((each) => each.trim());
    if (addresses.every(isAddressRange)) return addresses;
    return this.fault("TRUST_PROXY", "must be the number of proxies (1 to 9) or their addresses, separated by commas");
  }
}

function isAddressRange(text: string): boolean {
  const [address = "", bits, ...rest] = text.split("/");
  return isIP(address) !== 0 && rest.length === 0 && (bits === undefined || /^\d{1,3}$/.test(bits));
}
