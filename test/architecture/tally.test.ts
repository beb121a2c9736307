import { expect, test } from "vitest";
import { closingLine, tallyOf } from "../support/tally.ts";

function report(files: readonly { status: string; tests: readonly string[] }[]): string {
  return JSON.stringify({
    testResults: files.map(({ status, tests }, at) => ({
      name: `file-${at}`,
      status,
      assertionResults: tests.map((outcome) => ({ status: outcome, fullName: "a test" })),
    })),
  });
}

test("tests are counted by how they ended", () => {
  const text = report([{ status: "failed", tests: ["passed", "failed", "pending", "passed"] }]);
  expect(tallyOf(text, 1)).toEqual({ passed: 2, failed: 1, skipped: 1 });
});

test("a file that cannot be loaded is a failure", () => {
  const text = report([
    { status: "failed", tests: [] },
    { status: "passed", tests: ["passed"] },
  ]);
  expect(tallyOf(text, 1)).toEqual({ passed: 1, failed: 1, skipped: 0 });
});

test("a run that fails without a failed test is a failure", () => {
  expect(tallyOf(report([{ status: "passed", tests: ["passed"] }]), 1).failed).toBe(1);
  expect(tallyOf(null, 0).failed).toBe(1);
});

test("the closing line names what was skipped only when something was", () => {
  expect(closingLine({ passed: 3, failed: 0, skipped: 0 })).toBe("3 passed, 0 failed");
  expect(closingLine({ passed: 3, failed: 1, skipped: 2 })).toBe("3 passed, 1 failed, 2 skipped");
});
