/** `missing` is a result that was withdrawn. */
export type RevisionKind = "number" | "not_applicable" | "missing";

export const REVISION_STATES = ["draft", "submitted", "approved", "rejected"] as const;
export type RevisionState = (typeof REVISION_STATES)[number];

export const REVISION_SOURCES = ["grid", "import", "api"] as const;
export type RevisionSource = (typeof REVISION_SOURCES)[number];

export const PERIOD_STATES = ["open", "closed", "locked"] as const;
/** Of a unit's month. No state recorded means open. */
export type PeriodState = (typeof PERIOD_STATES)[number];

/** What a person asks of one measurement. `submit` covers numbers, not applicable and withdrawal alike. */
export type RevisionStep = "save-draft" | "submit" | "restate" | "approve" | "reject";

/** The newest open revision of a measurement: the pending one where there is one, else the counting one. */
export type NewestRevision = {
  readonly state: RevisionState;
  readonly restatement: boolean;
  /** Who submitted it, as the audit names them. */
  readonly by: string;
};

export type StepContext = {
  readonly newest: NewestRevision | null;
  readonly periodState: PeriodState;
  readonly approvalOn: boolean;
  readonly by: string;
  /** The command line acting without a person. */
  readonly byOperator: boolean;
  readonly reason: string | null;
};

export const STEP_REFUSALS = [
  "month-closed",
  "month-locked",
  "month-not-locked",
  "reason-needed",
  "nothing-submitted",
  "restatement-pending",
  "same-person",
  "operator-cannot-approve-restatement",
] as const;
export type StepRefusal = (typeof STEP_REFUSALS)[number];

/** The revision that a step writes, or why it is refused. `counts` is settled here, once and for ever. */
export type StepOutcome =
  | { readonly kind: "written"; readonly state: RevisionState; readonly restatement: boolean; readonly counts: boolean }
  | { readonly kind: "refused"; readonly refusal: StepRefusal };

/** Judges one step on a measurement by the rules of record 5.3 to 5.5. Permission is judged apart from it. */
export function judgeStep(step: RevisionStep, context: StepContext): StepOutcome {
  const refusal = refusalOf(step, context);
  if (refusal !== null) return { kind: "refused", refusal };
  const restatement = step === "restate" || (isVerdict(step) && context.newest?.restatement === true);
  const state = STATE_AFTER[step];
  return {
    kind: "written",
    state,
    restatement,
    counts: countsWhenWritten({ state, restatement, approvalOn: context.approvalOn }),
  };
}

/**
 * Whether a revision counts: approved, or submitted while approval was off. A restatement counts only once
 * approved. Settled when it is written, so that switching approval on hides nothing.
 */
function countsWhenWritten(written: {
  readonly state: RevisionState;
  readonly restatement: boolean;
  readonly approvalOn: boolean;
}): boolean {
  if (written.state === "approved") return true;
  return written.state === "submitted" && !written.restatement && !written.approvalOn;
}

/** The revision that decides `expectedRevision`: the newer of the counting and the pending one. */
export function newestOf<Revision extends { readonly n: number }>(
  counting: Revision | null,
  pending: Revision | null,
): Revision | null {
  if (counting === null || pending === null) return counting ?? pending;
  return pending.n > counting.n ? pending : counting;
}

export type PeriodStep = "close" | "reopen" | "lock";
export type PeriodOutcome =
  | { readonly kind: "changed"; readonly state: PeriodState }
  | { readonly kind: "unchanged"; readonly state: PeriodState }
  | { readonly kind: "refused"; readonly refusal: "month-locked" | "submission-waits" };

/** Open, closed, locked: a locked month never reopens, and none is locked while a submission waits. */
export function judgePeriodStep(step: PeriodStep, state: PeriodState, submissionWaits: boolean): PeriodOutcome {
  const wanted = PERIOD_AFTER[step];
  if (wanted === state) return { kind: "unchanged", state };
  if (state === "locked") return { kind: "refused", refusal: "month-locked" };
  if (step === "lock" && submissionWaits) return { kind: "refused", refusal: "submission-waits" };
  return { kind: "changed", state: wanted };
}

const PERIOD_AFTER = { close: "closed", reopen: "open", lock: "locked" } as const;

const STATE_AFTER = {
  "save-draft": "draft",
  submit: "submitted",
  restate: "submitted",
  approve: "approved",
  reject: "rejected",
} as const satisfies Record<RevisionStep, RevisionState>;

function isVerdict(step: RevisionStep): boolean {
  return step === "approve" || step === "reject";
}

function refusalOf(step: RevisionStep, context: StepContext): StepRefusal | null {
  if (isVerdict(step)) return verdictRefusal(step, context);
  if (step === "restate") return restatementRefusal(context);
  if (context.periodState === "locked") return "month-locked";
  return context.periodState === "closed" ? "month-closed" : null;
}

function restatementRefusal({ newest, periodState, reason }: StepContext): StepRefusal | null {
  if (periodState !== "locked") return "month-not-locked";
  if (isBlank(reason)) return "reason-needed";
  return newest?.restatement === true && newest.state === "submitted" ? "restatement-pending" : null;
}

function isBlank(reason: string | null): boolean {
  return (reason ?? "").trim() === "";
}

/** Approving and rejecting go on in a closed month; in a locked one they concern restatements only. */
function verdictRefusal(step: RevisionStep, context: StepContext): StepRefusal | null {
  const { newest, periodState, approvalOn, by, byOperator, reason } = context;
  if (newest === null || newest.state !== "submitted") return "nothing-submitted";
  if (periodState === "locked" && !newest.restatement) return "month-locked";
  if (step === "reject") return isBlank(reason) ? "reason-needed" : null;
  if (newest.restatement && byOperator) return "operator-cannot-approve-restatement";
  return newest.by === by && (approvalOn || newest.restatement) ? "same-person" : null;
}
