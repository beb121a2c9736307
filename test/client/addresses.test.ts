import { expect, test } from "vitest";
import { parseSearch, readScope, readView, stringifySearch } from "../../client/search.ts";

test("an address says only what differs from the default, as plain words", () => {
  expect(stringifySearch({ p: "2026-08", u: "B-1", cmp: undefined, view: "" })).toBe("?p=2026-08&u=B-1");
  expect(stringifySearch({})).toBe("");
});

test("what was written is read back, and a code of digits stays a code", () => {
  const address = stringifySearch({ p: "2026-08", u: "007", fy: 2026, asof: "2026-06-30" });
  expect(readScope(parseSearch(address))).toEqual({ p: "2026-08", u: "007", fy: 2026, asof: "2026-06-30" });
});

test.each([
  [{ p: "2026-13" }],
  [{ u: "../etc" }],
  [{ fy: "soon" }],
  [{ asof: "yesterday" }],
  [{ cmp: "everything" }],
  [{ p: 202608 }],
])("what cannot be read is left out: %j", (raw) => {
  expect(readScope(raw)).toEqual({});
});

test("the first view needs no word, and an unknown one is none", () => {
  expect(readView({ view: "table" }, ["table", "units"])).toEqual({ view: "table" });
  expect(readView({ view: "pie" }, ["table", "units"])).toEqual({});
});
