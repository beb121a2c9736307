import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "../../shared/domain/canonical-json.ts";

/** The same value with every object's keys in another order. */
function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled);
  if (value === null || typeof value !== "object") return value;
  const reversed = Object.entries(value).reverse();
  return Object.fromEntries(reversed.map(([key, item]) => [key, shuffled(item)]));
}

test("the order in which keys were written changes nothing, and the text says what the value said", () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      const plain: unknown = JSON.parse(JSON.stringify(value));
      const text = canonicalJson(plain);
      expect(canonicalJson(shuffled(plain))).toBe(text);
      expect(JSON.parse(text)).toEqual(plain);
    }),
    { numRuns: 1000 },
  );
});

test("keys stand in binary order and numbers in their shortest form", () => {
  expect(canonicalJson({ b: 1, a: [0.1, 1e21, "ä"], Z: null, gone: undefined })).toBe(
    '{"Z":null,"a":[0.1,1e+21,"ä"],"b":1}',
  );
});

test("what JSON can't say is refused", () => {
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, -0, () => 1]) {
    expect(() => canonicalJson({ value })).toThrow();
  }
});
