import { expect, test } from "vitest";
import { ConfigFaults, readConfig } from "../../server/config.ts";

function faultsOf(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    return error instanceof ConfigFaults ? error.faults : [String(error)];
  }
}

test("an empty environment gives the documented defaults", () => {
  const config = readConfig({ HOST: "", DATABASE_URL: " " });
  expect(config).toMatchObject({ port: 3000, host: "127.0.0.1", databaseUrl: null, publicUrl: null, mode: null });
  expect(config.dataDir).toBe(`${process.cwd()}/data`);
});

test("every fault is named at once, each with its variable", () => {
  const faults = faultsOf({
    PORT: "70000",
    DATABASE_URL: "mysql://x",
    PUBLIC_URL: "plumbline",
    PLUMBLINE_SECRET: "short",
    PLUMBLINE_MODE: "test",
    SMTP_URL: "http://mail",
    LOG_LEVEL: "loud",
    TRUST_PROXY: "true",
  });
  const named = faults.map((fault) => fault.split(" ")[0]).sort();
  expect(named).toEqual([
    "DATABASE_URL",
    "LOG_LEVEL",
    "PLUMBLINE_MODE",
    "PLUMBLINE_SECRET",
    "PORT",
    "PUBLIC_URL",
    "SMTP_URL",
    "TRUST_PROXY",
  ]);
});

test("demo mode is bound to loopback", () => {
  expect(faultsOf({ PLUMBLINE_MODE: "demo", HOST: "0.0.0.0" })).toHaveLength(1);
  expect(faultsOf({ PLUMBLINE_MODE: "demo", HOST: "::1" })).toEqual([]);
  expect(faultsOf({ PLUMBLINE_MODE: "production", HOST: "0.0.0.0" })).toEqual([]);
});

test("a proxy is trusted by its number or its address, never by a mere yes", () => {
  expect(readConfig({ TRUST_PROXY: "1" }).trustProxy).toBe(1);
  expect(readConfig({ TRUST_PROXY: "10.0.0.1, 10.1.0.0/16" }).trustProxy).toEqual(["10.0.0.1", "10.1.0.0/16"]);
  expect(faultsOf({ TRUST_PROXY: "everyone" })).toHaveLength(1);
});

test("mail needs a sender", () => {
  expect(faultsOf({ SMTP_URL: "smtp://mail.example" })).toEqual(["MAIL_FROM is needed where SMTP_URL is set."]);
});
