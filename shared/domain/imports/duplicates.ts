import { camelCase, type ImportKind, KEY_COLUMNS } from "./columns.ts";
import type { FindingList } from "./finding.ts";

type AnyRow = Readonly<Record<string, unknown>> & { readonly row: number; readonly faulty: readonly string[] };

/** Of each row a whole number from 0 to below `count`: equal ones where the rows agree. */
type Numbers = { readonly of: Float64Array; readonly count: number };

/** No file has so many rows: numbers that pass it are numbered anew, so that they stay exact and small. */
const MOST = 2 ** 21;

/**
 * Names each row whose key an earlier row has. Keys are numbered column by column, the number so far with the next value's:
 * half a million texts put together would cost more than reading them.
 */
export function findDuplicates(kind: ImportKind, rows: readonly AnyRow[], errors: FindingList): void {
  const names = KEY_COLUMNS[kind];
  const judged = rows.filter(({ faulty }) => faulty.length === 0 || !faulty.some((name) => names.includes(name)));
  let keys: Numbers = { of: new Float64Array(judged.length), count: 1 };
  for (const name of names) keys = together(keys, numbersOf(judged, camelCase(name)));
  // One place for each number, holding how many rows stand before the first row with it, and 1.
  const first = new Int32Array(keys.count);
  for (const [at, row] of judged.entries()) {
    const key = keys.of[at] ?? 0;
    const earlier = judged[(first[key] ?? 0) - 1];
    if (earlier === undefined) first[key] = at + 1;
    else errors.add({ row: row.row, column: "" }, "duplicate-row", { earlier: earlier.row, key: names.join(", ") });
  }
}

function together(a: Numbers, b: Numbers): Numbers {
  const of = a.of.map((number, at) => number * b.count + (b.of[at] ?? 0));
  const count = a.count * b.count;
  return count <= MOST ? { of, count } : anew(of);
}

function anew(numbers: Float64Array): Numbers {
  const known = new Map<number, number>();
  return { of: numbers.map((number) => numberIn(known, number)), count: known.size };
}

function numbersOf(rows: readonly AnyRow[], column: string): Numbers {
  const of = new Float64Array(rows.length);
  const known = new Map<unknown, number>();
  const equal = new Map<unknown, number>();
  for (const [at, row] of rows.entries()) {
    const value = row[column];
    let number = known.get(value);
    if (number === undefined) {
      number = numberIn(equal, plain(value));
      known.set(value, number);
    }
    of[at] = number;
  }
  return { of, count: Math.max(1, equal.size) };
}

function numberIn<Key>(numbers: Map<Key, number>, key: Key): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, numbers.size);
  return numbers.size - 1;
}

function plain(value: unknown): unknown {
  return typeof value === "object" && value !== null ? Object.values(value).join(" ") : value;
}
