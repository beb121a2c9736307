/** What JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * One text for one value: object keys in binary order of their UTF-16 units, no spaces, numbers by their shortest form
 * (RFC 8785). Keys whose value is undefined are left out. Throws for what JSON can't say: a number that is not finite,
 * a negative zero, a function.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === "boolean" || typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number") return canonicalNumber(value);
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(",")}]`;
  if (typeof value === "object") {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(",")}}`;
  }
  throw new Error(`JSON has no ${typeof value}`);
}

function canonicalNumber(value: number): string {
  if (!Number.isFinite(value) || Object.is(value, -0))
    throw new Error(`JSON has no ${Object.is(value, -0) ? "-0" : value}`);
  return JSON.stringify(value);
}
