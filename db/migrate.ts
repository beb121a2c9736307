import type { Kysely } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import { AppError } from "../shared/domain/failures.ts";
import { keepAllCells } from "./cells/keep-cells.ts";
import type { Engine } from "./dialect-differences.ts";
import { foundation } from "./migrations/0001-foundation.ts";
import { monthClose } from "./migrations/0002-month-close.ts";
import { forecasts } from "./migrations/0005-forecasts.ts";
import { reviews } from "./migrations/0007-reviews.ts";
import { context } from "./migrations/0009-context.ts";
import { agreement } from "./migrations/0010-agreement.ts";
import { keptYears } from "./migrations/0020-kept-years.ts";
import { duties } from "./migrations/0025-duties.ts";
import { trainings } from "./migrations/0028-trainings.ts";
import type { Schema } from "./schema.ts";

const KEPT_YEARS = "0020-kept-years";

function migrationsOf(engine: Engine): Record<string, Migration> {
  return {
    "0001-foundation": foundation(engine),
    "0002-month-close": monthClose(engine),
    "0005-forecasts": forecasts(engine),
    "0007-reviews": reviews(engine),
    "0009-context": context(engine),
    [KEPT_YEARS]: keptYears(engine),
    "0010-agreement": agreement(engine),
    "0025-duties": duties(engine),
    "0028-trainings": trainings(engine),
  };
}

function migratorFor(db: Kysely<Schema>, engine: Engine): Migrator {
  return new Migrator({ db, provider: { getMigrations: async () => migrationsOf(engine) } });
}

/**
 * Brings the schema up to this version and answers the names of the migrations that ran. Each engine rolls a killed
 * migration back, so starting again goes on where it stood. A database of a newer version is refused untouched.
 */
export async function migrate(db: Kysely<Schema>, engine: Engine): Promise<string[]> {
  await refuseNewer(db, engine);
  const { error, results = [] } = await migratorFor(db, engine).migrateToLatest();
  if (error !== undefined) throw new Error("The database could not be migrated.", { cause: error });
  const names = results.map(({ migrationName }) => migrationName);
  if (names.includes(KEPT_YEARS))
    await db.transaction().execute((trx) => keepAllCells({ db: trx, engine, moment: "now" }));
  return names;
}

async function refuseNewer(db: Kysely<Schema>, engine: Engine): Promise<void> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === "kysely_migration")) return;
  const ran = await db
    .withTables<{ kysely_migration: { name: string } }>()
    .selectFrom("kysely_migration")
    .select("name")
    .execute();
  const known = migrationsOf(engine);
  const unknown = ran.filter(({ name }) => !Object.hasOwn(known, name));
  if (unknown.length > 0) throw new AppError("newer-database", { migrations: unknown.map(({ name }) => name) });
}
