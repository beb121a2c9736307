import type { CompiledQuery, DatabaseConnection, Dialect, Driver } from "kysely";

/** Passes everything on to `dialect` and tells of each statement first. */
export function telling(dialect: Dialect, tell: (sql: string) => void): Dialect {
  return {
    createAdapter: () => dialect.createAdapter(),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createDriver: () => tellingDriver(dialect.createDriver(), tell),
  };
}

function tellingDriver(driver: Driver, tell: (sql: string) => void): Driver {
  const told = new WeakSet<DatabaseConnection>();
  const acquireConnection = async () => {
    const connection = await driver.acquireConnection();
    if (told.has(connection)) return connection;
    told.add(connection);
    const execute = connection.executeQuery.bind(connection);
    connection.executeQuery = (query: CompiledQuery) => {
      tell(query.sql);
      return execute(query);
    };
    return connection;
  };
  return new Proxy(driver, {
    get: (target, name) => {
      if (name === "acquireConnection") return acquireConnection;
      const value = Reflect.get(target, name, target) as unknown;
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}

/** A statement on lines of its clauses, for the eyes of a reviewer; spaces and letters stay as they are sent. */
export function onLines(sql: string): string {
  return sql
    .replace(/\s+/g, " ")
    .trim()
    .replace(
      / (from|where|inner join|left join|join|group by|order by|limit|values|set|returning|on conflict|union) /g,
      "\n  $1 ",
    );
}
