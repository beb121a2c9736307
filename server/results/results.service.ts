import type { Revision, RevisionSaying, Writings, Written } from "../../db/store.ts";
import type { CellContent } from "../../shared/contracts/results.ts";
import { AppError, type FailureCode, type FailureDetails } from "../../shared/domain/failures.ts";
import { may } from "../../shared/domain/permissions.ts";
import { judgeStep, newestOf, type RevisionStep, type StepContext } from "../../shared/domain/revision.ts";
import { type Actor, holderWithin } from "../access/actor.ts";
import { type Content, contentOf, isSameContent, MISSING_CONTENT } from "./cell-content.ts";
import { type Desk, type Refused, readDesk, type Seat, type Sought } from "./desk.ts";
import { flagDoubts } from "./flag-doubts.ts";

/** What is asked of one measurement. What is left out stays as it was. */
export type Asked = Sought & {
  readonly content?: CellContent | undefined;
  readonly comment?: string | null | undefined;
  readonly cause?: string | null | undefined;
  readonly reason?: string | null | undefined;
  /** The newest revision that the writer saw, 0 for none; left out: whatever there is. */
  readonly expectedRevision?: number | undefined;
};

export type Outcome = Sought &
  (
    | { readonly kind: "saved"; readonly revision: Revision }
    | { readonly kind: "unchanged"; readonly revision: Revision | null }
    /** Someone else changed it meanwhile: `current` is what they left. */
    | { readonly kind: "conflict"; readonly current: Revision | null }
    | { readonly kind: "refused"; readonly code: FailureCode; readonly details: FailureDetails }
  );

export type Answer = {
  /** False where all or nothing was asked for and not all could be had. */
  readonly stored: boolean;
  readonly outcomes: readonly Outcome[];
};

export type Taking = {
  readonly step: RevisionStep;
  readonly asked: readonly Asked[];
  /** One refusal or conflict leaves all of it out; else what can be saved is. */
  readonly allOrNothing: boolean;
};

const COMMANDS = {
  "save-draft": "results-drafted",
  submit: "results-submitted",
  restate: "restatement-proposed",
  approve: "results-approved",
  reject: "results-rejected",
} as const satisfies Record<RevisionStep, string>;

/**
 * Takes a step on measurements, in one command with one audit event: permission, state of the month, period and
 * limits are judged inside it, on what is stored. Each change is a revision; saying what is there already is none.
 */
export async function takeStep(actor: Actor, taking: Taking): Promise<Answer> {
  const units = new Set(taking.asked.map(({ unit }) => unit));
  const [only] = units;
  const unitCode = units.size === 1 ? (only ?? null) : null;
  const event = { actor: actor.by, command: COMMANDS[taking.step], entity: "result", unitCode };
  try {
    return await actor.store.command(event, (store, written) => carryOut({ actor, taking }, store, written));
  } catch (error) {
    if (error instanceof Abandoned) return { stored: false, outcomes: error.outcomes };
    throw error;
  }
}

/** Rolls the command back and carries out what became of each measurement. */
class Abandoned extends Error {
  readonly outcomes: readonly Outcome[];
  constructor(outcomes: readonly Outcome[]) {
    super("not all could be saved");
    this.outcomes = outcomes;
  }
}

type Work = { readonly actor: Actor; readonly taking: Taking };
type Intent = { readonly seat: Seat; readonly saying: RevisionSaying };

async function carryOut({ actor, taking }: Work, store: Writings, written: Written): Promise<Answer> {
  const desk = await readDesk(store, taking.asked, actor.today);
  const holder = await holderWithin(store, actor);
  const judged = taking.asked.map((asked, at): Outcome | Intent => {
    const seat = desk.seats[at];
    if (seat === undefined) throw new Error("a measurement was not looked up");
    if ("refused" in seat) return { ...placeOf(asked), kind: "refused", ...seat.refused };
    // The operator has every right but one, which has a sentence of its own: the step is judged by it.
    const isAllowed = holder.kind === "operator" || may(holder, actionOf(taking.step, seat), seat.unit);
    if (!isAllowed) throw new AppError("not-allowed");
    return judge({ actor, taking, desk }, { asked, seat });
  });
  const intents = judged.filter((one): one is Intent => "saying" in one);
  const failed = judged.filter((one) => "kind" in one && (one.kind === "refused" || one.kind === "conflict"));
  if (taking.allOrNothing && failed.length > 0) throw new Abandoned(judged.map((one) => outcomeOf(one, null)));
  const revisions = await store.results.write(intents.map(({ saying }) => saying));
  const byIntent = new Map(intents.map((intent, at) => [intent, revisions[at] ?? null]));
  await flagDoubts(store, {
    desk,
    today: actor.today,
    written: intents.map(({ seat }, at) => ({ seat, revision: revisions[at] })),
  });
  if (intents.length === 0) written.leaveNoEvent();
  else written.describe(told(intents, revisions));
  return {
    stored: true,
    outcomes: judged.map((one) => outcomeOf(one, "saying" in one ? (byIntent.get(one) ?? null) : null)),
  };
}

function outcomeOf(one: Outcome | Intent, revision: Revision | null): Outcome {
  if (!("saying" in one)) return one;
  const place = placeOf(one.seat);
  return revision === null ? { ...place, kind: "unchanged", revision: null } : { ...place, kind: "saved", revision };
}

function placeOf({ unit, kpi, period }: Sought): Sought {
  return { unit, kpi, period };
}

function actionOf(step: RevisionStep, { open }: Seat) {
  if (step === "save-draft" || step === "submit") return "enter-results";
  if (step === "restate") return "restate";
  return open.pending?.restatement === true ? "approve-restatement" : "approve-results";
}

function judge(
  { actor, taking, desk }: Work & { readonly desk: Desk },
  { asked, seat }: { readonly asked: Asked; readonly seat: Seat },
): Outcome | Intent {
  const place = placeOf(seat);
  const newest = newestOf(seat.open.counting, seat.open.pending);
  const { expectedRevision } = asked;
  if (expectedRevision !== undefined && expectedRevision !== (newest?.n ?? 0)) {
    return { ...place, kind: "conflict", current: newest };
  }
  const said = sayingOf(asked, { seat, newest, isVerdict: taking.step === "approve" || taking.step === "reject" });
  if ("refused" in said) return { ...place, kind: "refused", ...said.refused };
  const step = stepOf(taking.step, { asked, newest, approvalOn: desk.approvalOn });
  if (isNoChange(step, said, newest)) return { ...place, kind: "unchanged", revision: newest };
  const outcome = judgeStep(step, contextOf({ actor, desk, seat, newest, reason: asked.reason ?? null }));
  if (outcome.kind === "refused")
    return { ...place, kind: "refused", code: outcome.refusal, details: { month: seat.period } };
  const { state, restatement, counts } = outcome;
  const how = { state, restatement, counts, source: actor.source, by: actor.person?.id ?? null, open: seat.open };
  return { seat, saying: { assignment: seat.assignment, period: seat.period, ...said, ...how } };
}

type Said = Content & Pick<Revision, "comment" | "cause" | "reason">;

/** What the new revision says: what was asked for, and of the rest what the newest one says. */
function sayingOf(
  asked: Asked,
  { seat, newest, isVerdict }: { readonly seat: Seat; readonly newest: Revision | null; readonly isVerdict: boolean },
): Said | Refused {
  const before: Content = newest ?? MISSING_CONTENT;
  const { kind, value, numerator, denominator } = before;
  const content =
    asked.content === undefined || isVerdict ? { kind, value, numerator, denominator } : contentOf(asked.content, seat);
  if ("refused" in content) return content;
  const reasonOfContent = asked.content?.kind === "not_applicable" ? asked.content.reason : null;
  return {
    ...content,
    comment: textOf(asked.comment, newest?.comment),
    cause: textOf(asked.cause, newest?.cause),
    reason: textOf(asked.reason ?? reasonOfContent ?? undefined, isVerdict ? newest?.reason : null),
  };
}

/** Undefined leaves what was there; blank text says nothing. */
function textOf(asked: string | null | undefined, before: string | null | undefined): string | null {
  const text = asked === undefined ? (before ?? null) : asked;
  return text === null || text.trim() === "" ? null : text;
}

/** A comment alone does not take a figure out of what counts: where no approval is needed it is submitted at once. */
function stepOf(
  step: RevisionStep,
  {
    asked,
    newest,
    approvalOn,
  }: { readonly asked: Asked; readonly newest: Revision | null; readonly approvalOn: boolean },
): RevisionStep {
  const isRemark = step === "save-draft" && asked.content === undefined && newest?.counts === true;
  return isRemark && !approvalOn ? "submit" : step;
}

function isNoChange(step: RevisionStep, said: Said, newest: Revision | null): boolean {
  if (step !== "save-draft" && step !== "submit") return false;
  if (newest === null) return said.kind === "missing" && said.comment === null && said.cause === null;
  const isSaid = isSameContent(said, newest) && said.comment === newest.comment && said.cause === newest.cause;
  return (
    isSaid &&
    (newest.state === "submitted" || newest.state === "approved" || (newest.state === "draft" && step === "save-draft"))
  );
}

type Judging = {
  readonly actor: Actor;
  readonly desk: Desk;
  readonly seat: Seat;
  readonly newest: Revision | null;
  readonly reason: string | null;
};

/** A person is named by id here, since that is what a revision holds. */
function contextOf({ actor, desk, seat, newest, reason }: Judging): StepContext {
  const name = (person: number | null) => (person === null ? "operator" : String(person));
  return {
    newest: newest === null ? null : { state: newest.state, restatement: newest.restatement, by: name(newest.by) },
    periodState: seat.periodState,
    approvalOn: desk.approvalOn,
    by: name(actor.person?.id ?? null),
    byOperator: actor.person === null,
    reason,
  };
}

/** What the audit event says of them. */
function told(intents: readonly Intent[], revisions: readonly Revision[]) {
  const brief = (seat: Seat, revision: Revision | null | undefined) => {
    if (revision === null || revision === undefined) return null;
    const { n, kind, value, numerator, denominator, state } = revision;
    return { unit: seat.unit, kpi: seat.kpi, period: seat.period, n, kind, value, numerator, denominator, state };
  };
  const [first] = intents;
  return {
    entityCode: intents.length === 1 ? (first?.seat.kpi ?? "") : "",
    reason: first?.saying.reason ?? null,
    before: intents
      .map(({ seat }) => brief(seat, newestOf(seat.open.counting, seat.open.pending)))
      .filter((one) => one !== null),
    after: intents.map(({ seat }, at) => brief(seat, revisions[at])),
  };
}
