import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { COMMANDS } from "../../../server/cli/commands.ts";
import { runCommandLine } from "../../../server/cli/run.ts";
import { PASSWORD } from "../../support/world.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "plumbline-cli-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** One call of the command line on the test's own data folder. */
async function plumbline(words: readonly string[], environment: Record<string, string> = {}) {
  const said: string[] = [];
  const noted: string[] = [];
  const exit = await runCommandLine(words, {
    environment: { DATA_DIR: join(folder, "data"), ...environment },
    terminal: { say: (line) => said.push(line), note: (line) => noted.push(line), askHidden: async () => null },
  });
  return { exit, said: said.join("\n"), noted: noted.join("\n") };
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

async function init() {
  const words = [
    "init",
    "--organisation",
    "A plant",
    "--admin",
    "Boss@plant.example",
    "--time-zone",
    "Europe/Helsinki",
  ];
  return plumbline(words, { PLUMBLINE_PASSWORD: PASSWORD });
}

const FILES = {
  units: "code,name,kind,parent\nROOT,A plant,group,\nA,Assembly,branch,ROOT\nB,Building,branch,ROOT\n",
  themes: "code,name,strategy,from_year,to_year\nT,Theme,S,2020,2030\n",
  kpis: "code,name,theme,unit_of_measure,decimals,direction,input,multiplier,org_rule,time_rule\nK,Share,T,%,1,higher,ratio,100,ratio,ratio\nC,Count,T,number,0,lower,value,,sum,sum\n",
  assignments: "kpi,unit,from\nK,*,2025-01\nC,*,2025-01\n",
  results:
    "unit,kpi,period,value,numerator,denominator,comment\nA,K,2025-01,,1.234,2,\nB,K,2025-01,n/a,,,closed\nA,C,2025-01,7,,,\n",
};

async function fill() {
  await init();
  for (const [kind, text] of Object.entries(FILES)) {
    const { exit, noted, said } = await plumbline(["import", kind, file(`${kind}.csv`, text), "--decimal", "point"]);
    expect([kind, exit, noted, said]).toEqual([kind, 0, expect.any(String), expect.stringContaining("stored")]);
  }
}

describe("help and usage", () => {
  test("every command has help, and none needs anything for it", async () => {
    for (const { name } of COMMANDS) {
      const { exit, said } = await plumbline([...name.split(" "), "--help"]);
      expect([name, exit]).toEqual([name, 0]);
      expect(said).toContain(`Usage: plumbline ${name}`);
    }
    expect(existsSync(join(folder, "data"))).toBe(false);
  });

  test.each([[[]], [["nothing"]], [["init"]], [["period", "close"]], [["import", "results"]], [["verify", "a", "b"]]])(
    "%j is wrong usage",
    async (words) => {
      const { exit, noted } = await plumbline(words);
      expect(exit).toBe(2);
      expect(noted).toContain("Usage: plumbline");
    },
  );

  test("a wrong environment is refused with every fault", async () => {
    const { exit, noted } = await plumbline(["migrate"], { PORT: "x", LOG_LEVEL: "y" });
    expect(exit).toBe(1);
    expect(noted.split("\n")).toHaveLength(2);
  });
});

test("an organisation is set up once, with an administrator", async () => {
  expect((await init()).exit).toBe(0);
  const again = await init();
  expect([again.exit, again.noted]).toEqual([1, "The data folder already holds an organisation."]);
});

test("the first administrator needs a password that is not known to attackers", async () => {
  const { exit, noted } = await plumbline(["init", "--organisation", "A", "--admin", "a@b.example"], {
    PLUMBLINE_PASSWORD: "passwordpassword",
  });
  expect([exit, noted]).toEqual([1, expect.stringContaining("Choose another")]);
  expect((await plumbline(["doctor"])).said).toContain("no organisation yet");
});

test("an organisation is filled by files, checked, backed up and restored", async () => {
  await fill();
  expect((await plumbline(["verify"])).said).toMatch(/^The record is whole: \d+ events/);
  const backup = join(folder, "backup.sqlite");
  expect((await plumbline(["backup", backup])).exit).toBe(0);
  expect((await plumbline(["backup", backup])).exit).toBe(1);
  expect((await plumbline(["restore", backup])).exit).toBe(1);
  const PLUMBLINE_SECRET = readFileSync(join(folder, "data", "secret"), "utf8").trim();
  const elsewhere = { DATA_DIR: join(folder, "elsewhere"), PLUMBLINE_SECRET };
  const restored = await plumbline(["restore", backup], elsewhere);
  expect([restored.exit, restored.said]).toEqual([0, expect.stringMatching(/^Restored: \d+ events/)]);
  expect((await plumbline(["verify"], elsewhere)).exit).toBe(0);
  const strange = await plumbline(["restore", backup], { DATA_DIR: join(folder, "third") });
  expect(strange.exit).toBe(1);
});

test("an organisation gives its results back as they came, and takes them again as unchanged", async () => {
  await fill();
  for (const name of ["results.out.csv", "results.out.xlsx"]) {
    const path = join(folder, name);
    const exported = await plumbline(["export", "results", path]);
    expect([exported.exit, exported.noted]).toEqual([0, ""]);
    const { said, exit } = await plumbline(["import", "results", path, "--json"]);
    expect([name, exit, JSON.parse(said)]).toMatchObject([name, 0, { rows: 3, stored: 0, unchanged: 3 }]);
  }
});

test("an organisation refuses a file as a whole and names every fault", async () => {
  await fill();
  const bad = file("bad.csv", "unit,kpi,period,value\nA,C,2025-02,8\nX,C,2025-02,1\nA,C,2025-13,1\n");
  const { exit, noted, said } = await plumbline(["import", "results", bad]);
  expect([exit, said]).toEqual([1, expect.stringMatching(/^Refused: 2 errors/)]);
  expect(noted).toContain("Row 3, unit:");
  expect(noted).toContain("Row 4, period:");
  const judged = await plumbline([
    "import",
    "results",
    file("good.csv", "unit,kpi,period,value\nA,C,2025-02,8\n"),
    "--dry-run",
    "--json",
  ]);
  expect(JSON.parse(judged.said)).toMatchObject({ outcome: "accepted", stored: 0 });
});

test("an organisation freezes a month, and the exported file proves itself", async () => {
  await fill();
  const json = join(folder, "s.json");
  const words = ["snapshot", "--unit", "ROOT", "--period", "2025-01", "--label", "January", "--json", json];
  const taken = await plumbline([...words, "--csv", join(folder, "s.csv")]);
  expect([taken.exit, taken.said]).toEqual([0, expect.stringMatching(/^[0-9a-f-]{36} [0-9a-f]{64}$/)]);
  expect((await plumbline(["verify", json])).exit).toBe(0);
  writeFileSync(json, readFileSync(json, "utf8").replace("January", "january").replace('"value":61.7', '"value":71.7'));
  const altered = await plumbline(["verify", json]);
  expect([altered.exit, altered.noted]).toEqual([1, expect.stringContaining("altered")]);
  expect((await plumbline(["verify"])).exit).toBe(0);
});

test("an organisation closes, opens and locks its months", async () => {
  await fill();
  const late = file("late.csv", "unit,kpi,period,value\nA,C,2025-01,9\n");
  expect((await plumbline(["period", "close", "2025-01"])).said).toBe("2025-01: 3 units changed, 0 unchanged.");
  expect((await plumbline(["import", "results", late])).exit).toBe(1);
  expect((await plumbline(["period", "open", "2025-01", "--unit", "A"])).exit).toBe(0);
  expect((await plumbline(["import", "results", late])).exit).toBe(0);
  expect((await plumbline(["period", "lock", "2025-01"])).exit).toBe(0);
  expect((await plumbline(["period", "open", "2025-01"])).exit).toBe(1);
});

test("an organisation gives keys, shows them once, and takes them back", async () => {
  await init();
  const created = await plumbline(["api-key", "create", "--person", "boss@plant.example", "--name", "sync"]);
  expect(created.said).toMatch(/^plumb_\S{40,}$/);
  const listed = (await plumbline(["api-key", "list"])).said;
  expect(listed).not.toContain(created.said);
  const [id = ""] = listed.split("\t");
  expect((await plumbline(["api-key", "revoke", id])).exit).toBe(0);
  expect((await plumbline(["api-key", "list"])).said).toBe("");
  expect((await plumbline(["api-key", "revoke", id])).exit).toBe(1);
});

test("an organisation invites those who are known, by a link that works once", async () => {
  await init();
  expect((await plumbline(["invite", "nobody@plant.example"])).exit).toBe(1);
  const { exit, said } = await plumbline(["invite", "boss@plant.example"], { PUBLIC_URL: "https://q.example/" });
  expect([exit, said]).toEqual([0, expect.stringMatching(/^https:\/\/q\.example\/join#\S{40,}$/)]);
});

test("the command line acts for a person with that person's rights", async () => {
  await fill();
  const { exit, noted } = await plumbline(["period", "close", "2025-01", "--as", "boss@plant.example"]);
  expect([exit, noted]).toEqual([1, expect.stringContaining("no right")]);
});
