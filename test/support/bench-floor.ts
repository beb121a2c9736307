import { createHash } from "node:crypto";
import Database from "better-sqlite3";
import type { Workload } from "./workload.ts";

/**
 * The floor that the product is measured against: the workload in tables made for its questions alone, with roll-ups kept
 * for every unit, and SQL written by hand. No rights, no versions as of a moment, no rules but those of the workload.
 */
export type Floor = {
  /** Every KPI of a unit: 24 months with targets, the newest judged, the year to date. */
  overview(unit: string): unknown;
  /** The same from the rows of results, without roll-ups. */
  overviewOfRows(unit: string): unknown;
  /** One KPI at each of these units over 24 months. */
  byUnit(kpi: string, units: readonly string[]): unknown;
  /** A unit's KPIs over 12 months with targets and revisions. */
  entry(unit: string): unknown;
  /** A month of a unit: revisions, roll-ups of all above from their direct children, an audit row; on the disk. */
  save(unit: string, figures: ReadonlyMap<string, readonly [number, number]>): void;
  close(): void;
};

const SCHEMA = `
  create table unit (id integer primary key, code text unique, parent integer);
  create table below (top integer, unit integer, primary key (top, unit)) without rowid;
  create table kpi (id integer primary key, code text unique, rule text, multiplier real, lower integer);
  create table result (unit integer, kpi integer, month text, num real, den real, rev integer,
    primary key (unit, kpi, month)) without rowid;
  create table revision (id integer primary key, unit integer, kpi integer, month text, rev integer, num real, den real,
    at integer, closed integer);
  create table target (unit integer, kpi integer, month text, value real, primary key (unit, kpi, month)) without rowid;
  create table rollup (unit integer, kpi integer, month text, num real, den real, n integer, due integer, target real,
    primary key (unit, kpi, month)) without rowid;
  create index rollup_of_kpi on rollup (kpi, unit, month);
  create table audit (seq integer primary key, at integer, what text, before text, hash text);`;

const FIRST = "2024-07";
const LAST = "2026-06";
const YEAR = "2026-01";

const SUMS = "sum(num) num, sum(den) den, sum(n) n, sum(due) due, sum(target) target";
const WEIGHED = "sum(case k.rule when 'ratio' then t.value * r.den else t.value end)";

/** Fills the floor. `seconds` is what taking the results in, rolled up, took; the reading of the file is part of it. */
export function makeFloor(file: string, workload: Workload): { floor: Floor; seconds: number } {
  const db = new Database(file);
  db.pragma("journal_mode = wal");
  db.pragma("synchronous = full");
  db.pragma("cache_size = -65536");
  db.exec(SCHEMA);
  const rows = (kind: string) => rowsOf(workload, kind);
  db.transaction(() => {
    const unit = db.prepare("insert into unit (code, parent) values (?, (select id from unit where code = ?))");
    for (const [code, , , parent] of rows("units")) unit.run(code, parent);
    const kpi = db.prepare("insert into kpi (code, rule, multiplier, lower) values (?, ?, ?, ?)");
    for (const [code, , , , direction, , multiplier, rule] of rows("kpis"))
      kpi.run(code, rule, Number(multiplier), direction === "lower" ? 1 : 0);
    db.exec(`insert into below with recursive up (top, unit) as (select id, id from unit union all
      select u.parent, up.unit from up join unit u on u.id = up.top where u.parent is not null) select * from up`);
    const ids = idsOf(db);
    const target = db.prepare("insert into target values (?, ?, ?, ?)");
    for (const [of, kpiCode, month, value] of rows("targets"))
      target.run(ids.units.get(of ?? ""), ids.kpis.get(kpiCode ?? ""), month, Number(value));
  })();
  const began = performance.now();
  db.transaction(() => takeResults(db, rows("results")))();
  return { floor: floorOn(db), seconds: (performance.now() - began) / 1000 };
}

function rowsOf({ files }: Workload, kind: string): string[][] {
  const bytes = files.find((file) => file.kind === kind)?.bytes ?? new Uint8Array();
  const lines = Buffer.from(bytes).toString("utf8").trimEnd().split("\n").slice(1);
  return lines.map((line) => line.split(","));
}

function idsOf(db: Database.Database) {
  const of = (table: string) => new Map(db.prepare<[], [string, number]>(`select code, id from ${table}`).raw().all());
  return { units: of("unit"), kpis: of("kpi") };
}

function takeResults(db: Database.Database, results: readonly string[][]): void {
  const ids = idsOf(db);
  const result = db.prepare("insert into result values (?, ?, ?, ?, ?, 1)");
  const revision = db.prepare(
    "insert into revision (unit, kpi, month, rev, num, den, at) values (?, ?, ?, 1, ?, ?, ?)",
  );
  const at = Date.now();
  for (const [unitCode = "", kpiCode = "", month, value, numerator, denominator] of results) {
    const num = Number(value === "" ? numerator : value);
    const den = denominator === "" ? 1 : Number(denominator);
    const place = [ids.units.get(unitCode), ids.kpis.get(kpiCode), month];
    result.run(...place, num, den);
    revision.run(...place, num, den, at);
  }
  db.exec(`insert into rollup select b.top, r.kpi, r.month, sum(r.num), sum(r.den), count(*),
      (select count(*) from below w join unit u on u.id = w.unit where w.top = b.top and not exists
        (select 1 from unit c where c.parent = u.id)), ${WEIGHED}
    from result r join kpi k on k.id = r.kpi join target t on t.unit = r.unit and t.kpi = r.kpi and t.month = r.month
    join below b on b.unit = r.unit group by 1, 2, 3`);
}

type Sums = { month: string; num: number; den: number; n: number; due: number; target: number };
type Judged = { value: number; target: number; coverage: number; status: string };
type Rule = { rule: string; multiplier: number; lower: 0 | 1 };

function judged({ num, den, n, due, target }: Omit<Sums, "month">, { rule, multiplier, lower }: Rule): Judged {
  const weight = { ratio: den, mean: n }[rule] ?? 1;
  const value = rule === "ratio" ? (multiplier * num) / den : num / weight;
  const wanted = target / weight;
  const isOn = lower === 1 ? value <= wanted : value >= wanted;
  const status = isOn ? "on" : "off";
  return { value, target: wanted, coverage: n / due, status: n / due < 0.9 ? "incomplete" : status };
}

function floorOn(db: Database.Database): Floor {
  const ids = idsOf(db);
  const kpis = db.prepare<[], Rule & { id: number; code: string }>("select * from kpi").all();
  const kept = db.prepare<unknown[], Sums & { kpi: number }>(
    "select kpi, month, num, den, n, due, target from rollup where unit = ? and month between ? and ? order by kpi, month",
  );
  const raw = db.prepare<unknown[], Sums & { kpi: number }>(
    `select r.kpi, r.month, sum(r.num) num, sum(r.den) den, count(*) n, 200 due, ${WEIGHED} target
     from below b join result r on r.unit = b.unit join kpi k on k.id = r.kpi
     join target t on t.unit = r.unit and t.kpi = r.kpi and t.month = r.month
     where b.top = ? and r.month between ? and ? group by r.kpi, r.month order by r.kpi, r.month`,
  );
  const overviewOf = (rows: readonly (Sums & { kpi: number })[]) => {
    const byKpi = Map.groupBy(rows, ({ kpi }) => kpi);
    return kpis.map((kpi) => {
      const months = byKpi.get(kpi.id) ?? [];
      const trend = months.map((row) => ({ month: row.month, ...judged(row, kpi) }));
      const year = months.filter(({ month }) => month >= YEAR).reduce((sum, row) => added(sum, row), NOTHING);
      return { kpi: kpi.code, ...trend.at(-1), yearToDate: judged(year, kpi), trend };
    });
  };
  const series = db.prepare<unknown[], Sums>(
    "select month, num, den, n, due, target from rollup where kpi = ? and unit = ? and month between ? and ? order by month",
  );
  const grid = db.prepare(
    `select r.kpi, r.month, r.num, r.den, r.rev, t.value target from result r left join target t
     on t.unit = r.unit and t.kpi = r.kpi and t.month = r.month where r.unit = ? and r.month between ? and ?`,
  );
  return {
    overview: (unit) => overviewOf(kept.all(ids.units.get(unit), FIRST, LAST)),
    overviewOfRows: (unit) => overviewOf(raw.all(ids.units.get(unit), FIRST, LAST)),
    byUnit: (code, units) => {
      const kpi = kpis.find((one) => one.code === code) ?? { id: 0, rule: "sum", multiplier: 1, lower: 0 as const };
      const cells = (unit: string) =>
        series.all(kpi.id, ids.units.get(unit), FIRST, LAST).map((row) => judged(row, kpi));
      return units.map((unit) => ({ unit, cells: cells(unit) }));
    },
    entry: (unit) => grid.all(ids.units.get(unit), "2025-07", LAST),
    save: saver(db),
    close: () => db.close(),
  };
}

const NOTHING: Omit<Sums, "month"> = { num: 0, den: 0, n: 0, due: 0, target: 0 };

function added(a: Omit<Sums, "month">, b: Omit<Sums, "month">): Omit<Sums, "month"> {
  return { num: a.num + b.num, den: a.den + b.den, n: a.n + b.n, due: a.due + b.due, target: a.target + b.target };
}

function saver(db: Database.Database): Floor["save"] {
  const ids = idsOf(db);
  const before = db.prepare<unknown[], { num: number; den: number; rev: number }>(
    "select num, den, rev from result where unit = ? and kpi = ? and month = ?",
  );
  const close = db.prepare("update revision set closed = ? where unit = ? and kpi = ? and month = ? and rev = ?");
  db.exec("create index revision_of on revision (unit, kpi, month, rev)");
  const add = db.prepare("insert into revision (unit, kpi, month, rev, num, den, at) values (?, ?, ?, ?, ?, ?, ?)");
  const put = db.prepare("insert or replace into result values (?, ?, ?, ?, ?, ?)");
  const own = db.prepare(`insert or replace into rollup select r.unit, r.kpi, r.month, r.num, r.den, 1, 1, ${WEIGHED}
    from result r join kpi k on k.id = r.kpi join target t on t.unit = r.unit and t.kpi = r.kpi and t.month = r.month
    where r.unit = ? and r.kpi = ? and r.month = ?`);
  const above = db.prepare(`insert or replace into rollup select u.parent, kpi, month, ${SUMS}
    from rollup r join unit u on u.id = r.unit where u.parent = ? and r.kpi = ? and r.month = ?`);
  const parents = db.prepare<unknown[], [number]>(
    `with recursive up (id) as (select parent from unit where id = ? union all
     select parent from unit join up using (id) where parent is not null) select id from up where id is not null`,
  );
  const last = db.prepare<[], [string]>("select hash from audit order by seq desc limit 1").raw();
  const audit = db.prepare("insert into audit (at, what, before, hash) values (?, ?, ?, ?)");
  return db.transaction((code: string, figures: ReadonlyMap<string, readonly [number, number]>) => {
    const unit = ids.units.get(code);
    const at = Date.now();
    const chain = parents
      .raw()
      .all(unit)
      .map(([id]) => id);
    const told: unknown[] = [];
    for (const [kpiCode, [num, den]] of figures) {
      const place = [unit, ids.kpis.get(kpiCode), LAST];
      const known = before.get(...place);
      const rev = (known?.rev ?? 0) + 1;
      close.run(at, ...place, rev - 1);
      add.run(...place, rev, num, den, at);
      put.run(...place, num, den, rev);
      own.run(...place);
      for (const parent of chain) above.run(parent, place[1], LAST);
      told.push([kpiCode, known, num, den]);
    }
    const text = JSON.stringify(told);
    const hash = createHash("sha256")
      .update(`${last.get()?.[0] ?? ""}${text}`)
      .digest("hex");
    audit.run(at, "saved", text, hash);
  });
}
