export type Tally = { passed: number; failed: number; skipped: number };

type Report = {
  testResults: readonly {
    name: string;
    status: string;
    assertionResults: readonly { status: string; fullName: string }[];
  }[];
};

/**
 * Counts a Vitest report (its JSON text, null when none was written). A file that could not be loaded and a run that failed
 * without a failed test count as one failure each: a defect never leaves the line at `0 failed`.
 */
export function tallyOf(report: string | null, exitCode: number): Tally {
  if (report === null) return { passed: 0, failed: 1, skipped: 0 };
  const files = (JSON.parse(report) as Report).testResults;
  const statuses = files.flatMap((file) => file.assertionResults.map((test) => test.status));
  const passed = statuses.filter((status) => status === "passed").length;
  const failedTests = statuses.filter((status) => status === "failed").length;
  const brokenFiles = files.filter(isBroken).length;
  const failed = failedTests + brokenFiles;
  return {
    passed,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: statuses.length - passed - failedTests,
  };
}

function isBroken(file: Report["testResults"][number]): boolean {
  return file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed");
}

/** The last line of `npm test`. */
export function closingLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
