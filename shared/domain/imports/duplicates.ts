import { camelCase, type ImportKind, KEY_COLUMNS } from "./columns.ts";
import type { FindingList } from "./finding.ts";

/** More different things than a file can have rows: two numbers below it make one that no other two make. */
const STEP = 2 ** 21;

type AnyRow = Readonly<Record<string, unknown>> & { readonly row: number; readonly faulty: readonly string[] };

/**
 * Names each row whose key an earlier row has. Keys are numbered column by column, the number so far with the next value's:
 * half a million texts put together would cost more than reading them.
 */
export function findDuplicates(kind: ImportKind, rows: readonly AnyRow[], errors: FindingList): void {
  const names = KEY_COLUMNS[kind];
  const columns = names.map((name) => ({
    key: camelCase(name),
    values: new Map<unknown, number>(),
    pairs: new Map<number, number>(),
  }));
  const first = new Map<number, number>();
  for (const row of rows) {
    if (row.faulty.length > 0 && row.faulty.some((name) => names.includes(name))) continue;
    let number = 0;
    for (const { key, values, pairs } of columns)
      number = numberOf(pairs, number * STEP + numberOf(values, plain(row[key])));
    const earlier = first.get(number);
    if (earlier === undefined) first.set(number, row.row);
    else errors.add({ row: row.row, column: "" }, "duplicate-row", { earlier, key: names.join(", ") });
  }
}

function numberOf<Key>(numbers: Map<Key, number>, key: Key): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, numbers.size);
  return numbers.size - 1;
}

function plain(value: unknown): unknown {
  return typeof value === "object" && value !== null ? Object.values(value).join(" ") : value;
}
