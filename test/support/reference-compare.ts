/** Equal to a relative tolerance; an absent number (null, NaN) equals only an absent one. */
export function isClose(actual: number | null | undefined, expected: number | null, tolerance = 1e-9): boolean {
  const ours = actual === null || actual === undefined || Number.isNaN(actual) ? null : actual;
  if (ours === null || expected === null) return ours === expected;
  return Math.abs(ours - expected) <= tolerance * Math.max(Math.abs(expected), Number.MIN_VALUE);
}
