import { type Kysely, sql } from "kysely";
import {
  appendOnlyStatements,
  type ColumnType,
  columnType,
  type Engine,
  formCheck,
  oneOpenStatement,
  type TextForm,
  tableEnding,
  widenGuardStatements,
} from "../dialect-differences.ts";

/** A column as a migration states it: its type, whether it may be empty, what it refers to and what it may hold. */
export type Column = {
  readonly type: ColumnType;
  readonly empty?: true;
  readonly refers?: string;
  readonly check?: (engine: Engine, name: string) => string;
};

/** A table as a migration states it. `checks` are what the whole row has to meet, beyond its columns. */
export type TablePlan = {
  readonly name: string;
  readonly columns: Readonly<Record<string, Column>>;
  readonly primary?: readonly string[];
  readonly clusteredByKey?: true;
  readonly unique?: readonly (readonly string[])[];
  readonly indexes?: readonly (readonly string[])[];
  readonly checks?: readonly string[];
};

const id: Column = { type: "integer" };
/** Given by the database: for rows that are no record. */
export const counter: Column = { type: "counter" };
export const instant: Column = { type: "instant", check: (_, name) => `${name} >= 0` };
export const figure: Column = { type: "figure", check: (_, name) => `${name} > -1e15 and ${name} < 1e15` };

export function figureWithin(least: number, most: number): Column {
  return { type: "figure", check: (_, name) => `${name} between ${least} and ${most}` };
}

/** A figure greater than zero. */
export const positive: Column = { type: "figure", check: (_, name) => `${name} > 0 and ${name} < 1e15` };

export const flag: Column = { type: "integer", check: (_, name) => `${name} between 0 and 1` };
export const month = formed("month");
export const date = formed("date");
export const code = formed("code");
export const sha256 = formed("sha256");
export const json: Column = { type: "text" };

export function formed(form: TextForm): Column {
  return { type: "text", check: (engine, name) => formCheck(engine, name, form) };
}

export function text(longest: number): Column {
  return { type: "text", check: (_, name) => `length(${name}) <= ${longest}` };
}

/** Text that says something. */
export function said(longest: number): Column {
  return { type: "text", check: (_, name) => `length(${name}) between 1 and ${longest}` };
}

/** Alternatives instead of `in`: for a list SQLite would build a table anew with each row. */
export function word(...words: readonly string[]): Column {
  return { type: "text", check: (_, name) => words.map((one) => `${name} = '${one}'`).join(" or ") };
}

export function whole(least: number, most: number): Column {
  return { type: "integer", check: (_, name) => `${name} between ${least} and ${most}` };
}

export function ref(table: string): Column {
  return { type: "integer", refers: table };
}

export function orEmpty(column: Column): Column {
  return { ...column, empty: true };
}

/** A row that is written once and never changes. `event` names its audit event; `verify` finds one that does not exist. */
export function written(columns: TablePlan["columns"]): TablePlan["columns"] {
  return { id, event: whole(1, 2_147_483_647), ...columns };
}

/** Rows numbered within their key, of which one is open. */
export function versions(plan: { name: string; key: readonly string[] } & Omit<TablePlan, "primary">): TablePlan {
  const { key, ...rest } = plan;
  return {
    ...rest,
    columns: {
      ...written({}),
      n: whole(1, 2_147_483_647),
      recorded_from: instant,
      recorded_to: orEmpty(instant),
      ...plan.columns,
    },
    unique: [[...key, "n"], ...(plan.unique ?? [])],
    checks: ["recorded_to >= recorded_from", ...(plan.checks ?? [])],
  };
}

export async function createTable(db: Kysely<unknown>, engine: Engine, plan: TablePlan): Promise<void> {
  const { name, columns, primary = ["id"] } = plan;
  let table = db.schema.createTable(name);
  for (const [column, { type, empty, refers }] of Object.entries(columns)) {
    table = table.addColumn(column, columnType(engine, type) as never, (built) => {
      const filled = empty === true ? built : built.notNull();
      return refers === undefined ? filled : filled.references(`${refers}.id`);
    });
  }
  table = table.addPrimaryKeyConstraint(`${name}_key`, primary as never[]);
  for (const [column, { check }] of Object.entries(columns)) {
    if (check !== undefined) table = table.addCheckConstraint(`${name}_${column}_fits`, sql.raw(check(engine, column)));
  }
  for (const [index, check] of (plan.checks ?? []).entries()) {
    table = table.addCheckConstraint(`${name}_row_fits_${index + 1}`, sql.raw(check));
  }
  const ending = tableEnding(engine, plan.clusteredByKey === true);
  await (ending === null ? table : table.modifyEnd(ending)).execute();
  await createIndexes(db, plan);
}

async function createIndexes(db: Kysely<unknown>, { name, unique = [], indexes = [] }: TablePlan): Promise<void> {
  for (const columns of unique) {
    await db.schema
      .createIndex(`${name}_by_${columns.join("_")}`)
      .unique()
      .on(name)
      .columns([...columns])
      .execute();
  }
  for (const columns of indexes) {
    await db.schema
      .createIndex(`${name}_of_${columns.join("_")}`)
      .on(name)
      .columns([...columns])
      .execute();
  }
}

/** Makes a record table append-only; with `key`, at most one of its rows is open for each key. */
export async function guardRecords(
  db: Kysely<unknown>,
  engine: Engine,
  plan: TablePlan & { readonly key?: readonly string[] },
): Promise<void> {
  if (plan.key !== undefined) await sql.raw(oneOpenStatement(engine, plan.name, plan.key)).execute(db);
  for (const statement of appendOnlyStatements(engine, plan.name, Object.keys(plan.columns))) {
    await sql.raw(statement).execute(db);
  }
}

/** Adds columns that may be empty to a table of versions; what is written in them can no more be changed than the others. */
export async function addColumns(
  db: Kysely<unknown>,
  engine: Engine,
  plan: Pick<TablePlan, "name" | "columns"> & { readonly had: TablePlan["columns"] },
): Promise<void> {
  const { name, columns, had } = plan;
  for (const [column, { type, refers, check }] of Object.entries(columns)) {
    const reference = refers === undefined ? "" : ` references ${refers} (id)`;
    const fits = check === undefined ? "" : ` constraint ${name}_${column}_fits check (${check(engine, column)})`;
    const adding = sql`alter table ${sql.table(name)} add column ${sql.ref(column)} ${columnType(engine, type)}`;
    await sql`${adding}${sql.raw(`${reference}${fits}`)}`.execute(db);
  }
  const all = [...Object.keys(versions({ name, key: [], columns: had }).columns), ...Object.keys(columns)];
  for (const statement of widenGuardStatements(engine, name, all)) await sql.raw(statement).execute(db);
}
