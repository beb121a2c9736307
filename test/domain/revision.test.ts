import { describe, expect, test } from "vitest";
import { judgePeriodStep, judgeStep, newestOf, type StepContext } from "../../shared/domain/revision.ts";

function context(named: Partial<StepContext>): StepContext {
  return {
    newest: null,
    periodState: "open",
    approvalOn: false,
    by: "p1",
    byOperator: false,
    reason: null,
    ...named,
  };
}

const submitted = { state: "submitted", restatement: false, by: "p1" } as const;
const restated = { state: "submitted", restatement: true, by: "p1" } as const;
const refused = (refusal: string) => ({ kind: "refused", refusal });

describe("a revision counts", () => {
  test("when it is submitted while approval is off", () => {
    expect(judgeStep("submit", context({}))).toMatchObject({ state: "submitted", counts: true });
  });

  test("only once approved while approval is on", () => {
    expect(judgeStep("submit", context({ approvalOn: true }))).toMatchObject({ state: "submitted", counts: false });
    const approving = context({ approvalOn: true, newest: submitted, by: "p2" });
    expect(judgeStep("approve", approving)).toMatchObject({ state: "approved", counts: true });
    expect(judgeStep("reject", { ...approving, reason: "A slip" })).toMatchObject({ state: "rejected", counts: false });
  });

  test("never as a draft", () => {
    expect(judgeStep("save-draft", context({}))).toMatchObject({ state: "draft", counts: false });
  });

  test("as a restatement only once approved, also while approval is off", () => {
    const locked = context({ periodState: "locked", reason: "a wrong meter" });
    expect(judgeStep("restate", locked)).toMatchObject({ state: "submitted", restatement: true, counts: false });
    const approving = context({ periodState: "locked", newest: restated, by: "p2" });
    expect(judgeStep("approve", approving)).toMatchObject({ state: "approved", restatement: true, counts: true });
  });
});

describe("a step is refused", () => {
  test("in a closed or locked month, where it is entry", () => {
    for (const step of ["submit", "save-draft"] as const) {
      expect(judgeStep(step, context({ periodState: "closed" }))).toEqual(refused("month-closed"));
      expect(judgeStep(step, context({ periodState: "locked" }))).toEqual(refused("month-locked"));
    }
  });

  test("not in a closed month, where it is a verdict", () => {
    const closed = context({ periodState: "closed", approvalOn: true, newest: submitted, by: "p2" });
    expect(judgeStep("approve", closed)).toMatchObject({ kind: "written", state: "approved" });
  });

  test("when a locked month's submission is no restatement", () => {
    const locked = context({ periodState: "locked", newest: submitted, by: "p2" });
    expect(judgeStep("approve", locked)).toEqual(refused("month-locked"));
  });

  test("when a restatement lacks a locked month or a reason, or another one waits", () => {
    expect(judgeStep("restate", context({ reason: "why" }))).toEqual(refused("month-not-locked"));
    expect(judgeStep("restate", context({ periodState: "locked", reason: " " }))).toEqual(refused("reason-needed"));
    const waiting = context({ periodState: "locked", reason: "why", newest: restated });
    expect(judgeStep("restate", waiting)).toEqual(refused("restatement-pending"));
  });

  test("when a rejection does not say why", () => {
    const submitted = { state: "submitted", restatement: false, by: "p1" } as const;
    const context = { newest: submitted, periodState: "open", approvalOn: true, by: "p2", byOperator: false } as const;
    expect(judgeStep("reject", { ...context, reason: " " })).toEqual(refused("reason-needed"));
  });

  test("when submitter and approver are one", () => {
    const own = context({ approvalOn: true, newest: submitted });
    expect(judgeStep("approve", own)).toEqual(refused("same-person"));
    expect(judgeStep("reject", { ...own, reason: "A slip" })).toMatchObject({ state: "rejected" });
    const restating = context({ periodState: "locked", newest: restated });
    expect(judgeStep("approve", restating)).toEqual(refused("same-person"));
  });

  test("when the operator would approve a restatement", () => {
    const operator = context({ periodState: "locked", newest: restated, by: "operator", byOperator: true });
    expect(judgeStep("approve", operator)).toEqual(refused("operator-cannot-approve-restatement"));
  });

  test("when nothing is submitted", () => {
    expect(judgeStep("approve", context({ by: "p2" }))).toEqual(refused("nothing-submitted"));
    const draft = context({ newest: { ...submitted, state: "draft" }, by: "p2" });
    expect(judgeStep("reject", draft)).toEqual(refused("nothing-submitted"));
  });
});

test("the expected revision is the newest of the counting and the pending one", () => {
  const [counting, pending] = [{ n: 1 }, { n: 2 }];
  expect([
    newestOf(counting, pending),
    newestOf(counting, null),
    newestOf(null, pending),
    newestOf(null, null),
  ]).toEqual([pending, counting, pending, null]);
});

describe("a month", () => {
  test("opens and closes, and once locked stays so", () => {
    expect(judgePeriodStep("close", "open", true)).toEqual({ kind: "changed", state: "closed" });
    expect(judgePeriodStep("reopen", "closed", false)).toEqual({ kind: "changed", state: "open" });
    expect(judgePeriodStep("lock", "open", false)).toEqual({ kind: "changed", state: "locked" });
    expect(judgePeriodStep("reopen", "locked", false)).toEqual({ kind: "refused", refusal: "month-locked" });
    expect(judgePeriodStep("close", "locked", false)).toEqual({ kind: "refused", refusal: "month-locked" });
    expect(judgePeriodStep("lock", "locked", false)).toEqual({ kind: "unchanged", state: "locked" });
  });

  test("is not locked while a submission waits", () => {
    expect(judgePeriodStep("lock", "closed", true)).toEqual({ kind: "refused", refusal: "submission-waits" });
  });
});
