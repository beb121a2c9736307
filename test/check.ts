import { checks, runChecks } from "./checks.ts";

const outcomes = await runChecks(checks);
process.exitCode = outcomes.every((outcome) => outcome.passed) ? 0 : 1;
