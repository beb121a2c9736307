import { describe, expect, test } from "vitest";
import {
  APPROVAL_NEEDS,
  mayStandBelow,
  missingForApproval,
  nextObjectiveCode,
  objectiveTree,
} from "../../shared/domain/objective-approval.ts";

const PLAN = { what: "w", resources: "r", who: "o", when: "n", evaluation: "e" };
const WHOLE = { isThemeInForce: true, hasPolicySentence: true, kpisWithTargets: 1, plan: PLAN };

describe("approval", () => {
  test("waits for each of its eight needs, blanks being nothing", () => {
    expect(missingForApproval(WHOLE)).toEqual([]);
    for (const field of ["what", "resources", "who", "when", "evaluation"] as const) {
      expect(missingForApproval({ ...WHOLE, plan: { ...PLAN, [field]: "  " } })).toEqual([field]);
    }
    const nothing = { what: "", resources: "", who: "", when: "", evaluation: "" };
    expect(
      missingForApproval({ isThemeInForce: false, hasPolicySentence: false, kpisWithTargets: 0, plan: nothing }),
    ).toEqual([...APPROVAL_NEEDS]);
  });
});

describe("the tree of objectives", () => {
  const chain = [
    { code: "A", parent: null },
    { code: "B", parent: "A" },
    { code: "C", parent: "B" },
    { code: "D", parent: "elsewhere" },
  ];

  test("takes no circle and no unknown parent", () => {
    expect(mayStandBelow(chain, "C", "A")).toBe(true);
    expect(mayStandBelow(chain, "A", "C")).toBe(false);
    expect(mayStandBelow(chain, "A", "A")).toBe(false);
    expect(mayStandBelow(chain, "A", "unknown")).toBe(false);
  });

  test("puts each below its parent, and at the top what has none here", () => {
    expect(objectiveTree(chain).map(({ objective, depth }) => [objective.code, depth])).toEqual([
      ["A", 0],
      ["B", 1],
      ["C", 2],
      ["D", 0],
    ]);
  });
});

test("a new objective takes the next number of its year", () => {
  expect(nextObjectiveCode(["O-26-01", "O-26-12", "O-25-40", "own code"], 2026)).toBe("O-26-13");
  expect(nextObjectiveCode([], 2030)).toBe("O-30-01");
});
