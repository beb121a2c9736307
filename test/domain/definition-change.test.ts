import { expect, test } from "vitest";
import { integer } from "../../shared/domain/decimal.ts";
import { definitionChange } from "../../shared/domain/definition-change.ts";
import { definitionLabel, definitionText } from "../../shared/text/definition-text.ts";
import { aDefinition } from "../db/cells-world.ts";

const before = { ...aDefinition({ formula: "a ÷ b" }), version: 1 };

test("a version names what changed in it, and nothing that did not", () => {
  const after = { ...before, version: 2, name: "Another name", multiplier: { digits: 10, scale: 1 } };
  const change = definitionChange({ ...before, multiplier: integer(1) }, after);
  expect(change).toEqual({ fields: ["name"], isBreak: false });
});

test.each(["formula", "unitOfMeasure", "exclusions"] as const)("a change of %s breaks comparability", (field) => {
  expect(definitionChange(before, { ...before, [field]: "other" })).toEqual({ fields: [field], isBreak: true });
});

test("fields are said in words, and a dash stands where nothing is said", () => {
  expect(definitionLabel("exclusions", "en")).toBe("Leaves out");
  expect(definitionText({ ...before, exclusions: null }, "exclusions", "en")).toBe("–");
  expect(definitionText({ ...before, orgRule: "ratio" }, "orgRule", "en")).toBe(
    "Sum of numerators over sum of denominators",
  );
});
