import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { API_ROUTES } from "../../server/api/routes.ts";
import { Client } from "../support/client.ts";
import { aFilledWorld, BRANCHES, NEWEST } from "../support/filled-world.ts";

type World = Awaited<ReturnType<typeof aFilledWorld>>;
let world: World;
let key = "";
beforeAll(async () => {
  world = await aFilledWorld();
  await world.person("north", ["contributor", "NORTH"]);
  const person = await world.store.people.findByCode("north");
  const created = await world.service.accounts.keys.create({
    accountId: person?.accountId ?? "",
    name: "sync",
    scope: "write",
    days: null,
  });
  key = created.key;
});
afterAll(() => world.close());

describe("lists", () => {
  test("a key sees its owner's units and nothing else", async () => {
    const program = new Client(world.address, { key });
    const { units } = (await program.get("/api/v1/units")).json;
    expect(units.map(({ code }: { code: string }) => code)).toEqual(["N-1", "N-2", "N-3", "NORTH"]);
    const { results } = (await program.get("/api/v1/results?kpi=COMPLAINTS")).json;
    expect(new Set(results.map(({ unit }: { unit: string }) => unit))).toEqual(new Set(["N-1", "N-2", "N-3"]));
    expect((await program.get("/api/v1/results?unit=SOUTH")).status).toBe(404);
    expect((await program.get("/api/v1/audit")).status).toBe(403);
  });

  test("pages follow one another without gap or overlap", async () => {
    const seen: string[] = [];
    let cursor = "";
    for (let pages = 0; pages < 20; pages += 1) {
      const path = `/api/v1/results?limit=5${cursor === "" ? "" : `&cursor=${cursor}`}`;
      const { results, nextCursor } = (await world.quality.get(path)).json;
      seen.push(...results.map((row: Record<string, string>) => `${row["unit"]} ${row["kpi"]} ${row["period"]}`));
      if (nextCursor === null) break;
      cursor = nextCursor;
    }
    expect(seen).toHaveLength(BRANCHES.length * 2 * 3);
    expect(new Set(seen).size).toBe(seen.length);
  });

  test("a result reads as it was entered, a ratio with its value", async () => {
    const { results } = (await world.quality.get(`/api/v1/results?unit=N-2&kpi=ON-TIME&from=${NEWEST}`)).json;
    expect(results).toEqual([
      {
        ...{ unit: "N-2", kpi: "ON-TIME", period: NEWEST, kind: "number", value: 91, numerator: 91, denominator: 100 },
        ...{ comment: null, state: "submitted", revision: 1, by: "quality", source: "import" },
        recordedAt: expect.stringMatching(/^2026-04-20T/),
      },
    ]);
  });

  test("as of a day before anything was recorded there is nothing", async () => {
    const { results } = (await world.quality.get("/api/v1/results?asOf=2026-04-19")).json;
    expect(results).toEqual([]);
  });

  test("targets, KPIs and objectives are listed", async () => {
    const { targets } = (await world.quality.get("/api/v1/targets?limit=2&from=2026-02")).json;
    expect(targets[0]).toMatchObject({ unit: "GROUP", kpi: "ON-TIME", period: "2026-02", value: 95, revision: 1 });
    const { kpis } = (await world.quality.get("/api/v1/kpis")).json;
    expect(kpis.map(({ kpi }: { kpi: string }) => kpi)).toEqual(["COMPLAINTS", "ON-TIME"]);
    expect((await world.quality.get("/api/v1/objectives")).json).toEqual({ objectives: [], nextCursor: null });
  });
});

describe("figures", () => {
  test("the overview adds up what the branches reported", async () => {
    const overview = (await world.quality.get(`/api/v1/overview?unit=GROUP&period=${NEWEST}`)).json;
    const byCode = Object.fromEntries(overview.kpis.map((kpi: { kpi: string }) => [kpi.kpi, kpi]));
    expect(byCode["COMPLAINTS"]).toMatchObject({
      figure: { kind: "number", value: 3 + 4 + 5 + 6 },
      coverage: { reported: 4, due: 4 },
      status: "no_target",
      ytd: { figure: { value: 3 * 18 }, months: 3 },
    });
    expect(byCode["ON-TIME"]).toMatchObject({
      figure: { value: 91.5, numerator: 366, denominator: 400 },
      target: 95,
      status: "off",
    });
  });

  test("one KPI's analysis has its points, and its units their values", async () => {
    const path = `/api/v1/kpis/ON-TIME/analysis?unit=GROUP&from=2026-01&to=${NEWEST}&chart=xmr&ruleSet=ptd-0.2.2`;
    const analysis = (await world.quality.get(path)).json;
    expect(analysis).toMatchObject({ kpi: "ON-TIME", unit: "GROUP", ruleSet: "ptd-0.2.2" });
    expect(analysis.points.map(({ value }: { value: number }) => value)).toEqual([91.5, 91.5, 91.5]);
    const unknown = await world.quality.get("/api/v1/kpis/ON-TIME/analysis?unit=GROUP&chart=pie");
    expect([unknown.status, unknown.json.message]).toEqual([400, expect.stringContaining("xmr, p-prime")]);
    const swedish = (await world.quality.get("/api/v1/kpis/ON-TIME/analysis?unit=GROUP&lang=sv")).json;
    expect(swedish).toMatchObject({ chart: "run", variation: "too_few" });
    expect(swedish.sentence).toContain("För få månader");
    const units = (await world.quality.get(`/api/v1/kpis/ON-TIME/units?unit=NORTH&period=${NEWEST}`)).json;
    const values = units.units.map((row: { unit: string; figure: { value: number } }) => [row.unit, row.figure.value]);
    expect(values).toEqual([
      ["N-1", 90],
      ["N-2", 91],
      ["N-3", 92],
    ]);
  });
});

describe("results of another system", () => {
  const put = (client: Client, results: unknown[], more: { headers?: HeadersInit; decimal?: string } = {}) => {
    const { headers, ...rest } = more;
    return client.send("PUT", "/api/v1/results", { body: { results, ...rest }, ...(headers && { headers }) });
  };
  const program = () => new Client(world.address, { key });
  const row = { unit: "N-1", kpi: "COMPLAINTS", period: "2026-02" };
  const newest = async () =>
    (await program().get(`/api/v1/results?unit=N-1&kpi=COMPLAINTS&from=2026-02&to=2026-02`)).json.results[0];
  let revision = 0;
  beforeEach(async () => {
    revision = (await newest()).revision;
  });

  test("are stored, with their source and the key's owner", async () => {
    const answer = await put(program(), [{ ...row, value: 7, comment: "late entry", expectedRevision: revision }]);
    expect([answer.status, answer.json]).toMatchObject([200, { outcome: "accepted", rows: 1, stored: 1 }]);
    expect(await newest()).toMatchObject({ value: 7, by: "north", source: "api", revision: revision + 1 });
  });

  test("that someone else changed meanwhile are answered with both values, and nothing is stored", async () => {
    const other = { unit: "N-2", kpi: "COMPLAINTS", period: "2026-02", value: 11 };
    const answer = await put(program(), [other, { ...row, value: 8, expectedRevision: revision - 1 }]);
    expect([answer.status, answer.json.code]).toEqual([409, "stale-version"]);
    const [conflict] = answer.json.details.conflicts;
    expect(conflict).toMatchObject({ unit: "N-1", revision, theirs: { kind: "number" }, yours: { value: 8 } });
    const { results } = (await program().get("/api/v1/results?unit=N-2&kpi=COMPLAINTS&from=2026-02&to=2026-02")).json;
    expect(results[0].value).toBe(4);
  });

  test("are refused as a whole, each fault with row, column and sentence", async () => {
    const { seq } = await world.store.audit.head();
    const answer = await put(program(), [
      { ...row, value: 9 },
      { ...row, unit: "NOWHERE", value: 1 },
      { ...row, unit: "S-1", value: 1 },
      { ...row, kpi: "ON-TIME", value: 5 },
    ]);
    expect([answer.status, answer.json.outcome, answer.json.stored]).toEqual([422, "refused", 0]);
    expect(answer.json.errors.map(({ row }: { row: number }) => row)).toEqual([3, 4, 5]);
    for (const { message } of answer.json.errors) expect(message).toMatch(/\.$/);
    expect((await world.store.audit.head()).seq).toBe(seq);
  });

  test("in texts are never guessed", async () => {
    const unsaid = await put(program(), [{ ...row, value: "1.234" }]);
    expect([unsaid.status, unsaid.json.code]).toEqual([400, "unreadable"]);
    const said = await put(program(), [{ ...row, value: "1.234" }], { decimal: "comma" });
    expect(said.status).toBe(200);
    expect((await newest()).value).toBe(1234);
  });

  test("are taken once for each key, whatever is retried", async () => {
    const headers = { "Idempotency-Key": `k-${revision}` };
    const first = await put(program(), [{ ...row, value: 21 }], { headers });
    const retried = await put(program(), [{ ...row, value: 21 }], { headers });
    expect(retried.json).toEqual(first.json);
    expect((await newest()).revision).toBe(revision + 1);
    const other = await put(program(), [{ ...row, value: 22 }], { headers });
    expect([other.status, other.json.code]).toEqual([422, "key-reused"]);
  });

  test("retried at the same moment are taken once", async () => {
    const headers = { "Idempotency-Key": `together-${revision}` };
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => put(program(), [{ ...row, value: 31 + revision }], { headers })),
    );
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect((await newest()).revision).toBe(revision + 1);
  });
});

describe("files", () => {
  test("are judged without being stored on a dry run", async () => {
    const { seq } = await world.store.audit.head();
    const body = `unit,kpi,period,value\nN-1,COMPLAINTS,${NEWEST},99\n`;
    const send = (path: string) => world.quality.send("POST", path, { body, headers: { "Content-Type": "text/csv" } });
    const judged = await send("/api/v1/imports/results?dryRun=true");
    expect([judged.status, judged.json.outcome]).toEqual([200, expect.stringMatching(/^accepted/)]);
    expect((await world.store.audit.head()).seq).toBe(seq);
  });

  test("that are none are refused with a report", async () => {
    const answer = await world.quality.send("POST", "/api/v1/imports/results", {
      body: new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0]),
      headers: { "Content-Type": "application/octet-stream" },
    });
    expect([answer.status, answer.json.outcome, answer.json.errors.length]).toEqual([422, "refused", 1]);
  });

  test("of a kind beyond the key's rights are refused before they are read", async () => {
    const program = new Client(world.address, { key });
    const answer = await program.send("POST", "/api/v1/imports/people", { body: "email\n" });
    expect(answer.status).toBe(403);
  });
});

test("every route is described, with its query and its answers", async () => {
  const document = (await world.stranger().get("/api/v1/openapi.json")).json;
  expect(document.openapi).toBe("3.1.0");
  const described = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.keys(operations as object).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(described.sort()).toEqual(API_ROUTES.map(({ name }) => name.replace(/:(\w+)/g, "{$1}")).sort());
  const { put } = document.paths["/api/v1/results"];
  expect(put.requestBody.content["application/json"].schema.properties).toHaveProperty("results");
  expect(put.responses).toHaveProperty("422");
});

test("a key that nobody gave is refused, also where no key is needed", async () => {
  const program = new Client(world.address, { key: "plumb_nothing" });
  for (const path of ["/api/v1/units", "/api/v1/openapi.json"]) expect((await program.get(path)).status).toBe(401);
});
