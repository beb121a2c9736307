import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
  SelectQueryNode,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";
import { refuseInsideCommand } from "../command-scope.ts";
import { isBatch } from "../many-rows.ts";
import type { SqliteLink, SqliteLinks } from "./sqlite-links.ts";
import type { SqliteReply, SqliteRequest } from "./sqlite-session.ts";
import { Turns } from "./turns.ts";

/** Kysely on SQLite with one writer that takes turns, and readers that see what it has committed. */
export function sqliteDialect(open: () => Promise<SqliteLinks>): Dialect {
  return {
    createAdapter: () => new Adapter(),
    createDriver: () => new SqliteDriver(open),
    createIntrospector: (db: Kysely<unknown>) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

class Adapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true;
  }
  /** SQLite rolls tables back like rows, so a migration that is killed leaves nothing. */
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class SqliteDriver implements Driver {
  readonly #open: () => Promise<SqliteLinks>;
  #links: SqliteLinks | null = null;
  readonly #turns = new Turns();

  constructor(open: () => Promise<SqliteLinks>) {
    this.#open = open;
  }

  async init(): Promise<void> {
    this.#links = await this.#open();
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    if (this.#links === null) throw new Error("The database has been closed.");
    return new SqliteConnection(this.#links, this.#turns);
  }

  async beginTransaction(connection: SqliteConnection): Promise<void> {
    await connection.begin();
  }

  async commitTransaction(connection: SqliteConnection): Promise<void> {
    await connection.commit();
  }

  async rollbackTransaction(connection: SqliteConnection): Promise<void> {
    await connection.rollback();
  }

  async releaseConnection(connection: SqliteConnection): Promise<void> {
    await connection.rollback();
  }

  async destroy(): Promise<void> {
    const links = this.#links;
    this.#links = null;
    if (links === null) return;
    // The writer last: closing the last connection folds the WAL into the file.
    for (const reader of links.readers) await reader.close();
    await links.writer.close();
  }
}

class SqliteConnection implements DatabaseConnection {
  readonly #links: SqliteLinks;
  readonly #turns: Turns;
  /** Ends this connection's turn as the writer; null outside a transaction. */
  #endTurn: (() => void) | null = null;

  constructor(links: SqliteLinks, turns: Turns) {
    this.#links = links;
    this.#turns = turns;
  }

  async begin(): Promise<void> {
    refuseInsideCommand();
    const endTurn = await this.#turns.take();
    try {
      await this.#links.writer.send({ sql: "begin immediate", parameters: [] });
      this.#endTurn = endTurn;
    } catch (error) {
      endTurn();
      throw error;
    }
  }

  /** A commit that fails leaves the turn to the rollback that follows it. */
  async commit(): Promise<void> {
    await this.#links.writer.send({ sql: "commit", parameters: [] });
    this.#release();
  }

  async rollback(): Promise<void> {
    if (this.#endTurn === null) return;
    try {
      await this.#links.writer.send({ sql: "rollback", parameters: [] });
    } finally {
      this.#release();
    }
  }

  #release(): void {
    this.#endTurn?.();
    this.#endTurn = null;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const request: SqliteRequest = isBatch(query)
      ? { sql: query.sql, parameters: [], batch: query.batch }
      : { sql: query.sql, parameters: query.parameters };
    return resultOf<Row>(await this.#send(query, request));
  }

  async #send(query: CompiledQuery, request: SqliteRequest): Promise<SqliteReply> {
    const { writer, readers } = this.#links;
    if (this.#endTurn !== null) return writer.send(request);
    if (SelectQueryNode.is(query.query) && readers.length > 0) return leastBusy(readers, writer).send(request);
    const endTurn = await this.#turns.take();
    try {
      return await writer.send(request);
    } finally {
      endTurn();
    }
  }

  // biome-ignore lint/correctness/useYield: SQLite's answers come whole; long readings go page by page
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error("Read page by page instead of streaming.");
  }
}

function leastBusy(readers: readonly SqliteLink[], otherwise: SqliteLink): SqliteLink {
  return readers.reduce((best, link) => (link.pending() < best.pending() ? link : best), readers[0] ?? otherwise);
}

function resultOf<Row>({ columns, rows, changes, lastId }: SqliteReply): QueryResult<Row> {
  return {
    rows: rows.map((values) => {
      const row: Record<string, unknown> = {};
      for (let i = 0; i < columns.length; i += 1) row[columns[i] ?? ""] = values[i];
      return row as Row;
    }),
    numAffectedRows: BigInt(changes),
    insertId: BigInt(lastId),
  };
}
