import type { Revision, RevisionSaying, Writings, Written } from "../../db/store.ts";
import type { EntryFault } from "../../shared/domain/entry-checks.ts";
import { type EntryContent, isSameContent } from "../../shared/domain/entry-content.ts";
import { AppError, type FailureCode, type FailureDetails } from "../../shared/domain/failures.ts";
import type { KpiDefinition } from "../../shared/domain/kpi-definition.ts";
import { type Action, may } from "../../shared/domain/permissions.ts";
import { judgeStep, newestOf, type RevisionStep, type StepContext } from "../../shared/domain/revision.ts";
import { type Actor, holderWithin } from "../access/actor.ts";
import { noteDeputy } from "../access/permit.ts";
import { columnsOf, contentFault } from "./cell-content.ts";
import { type Desk, readDesk, refused, type Seat, type Sought } from "./desk.ts";
import { contentOf } from "./due-cells.ts";
import { confirmedBefore, flagDoubts } from "./flag-doubts.ts";

/** What is asked of one measurement. What is left out stays as it was. */
export type Asked = Sought & {
  readonly content?: EntryContent | undefined;
  readonly comment?: string | null | undefined;
  readonly cause?: string | null | undefined;
  readonly reason?: string | null | undefined;
  /** Doubts about the content that the writer has seen and found right. */
  readonly confirmed?: readonly string[] | undefined;
  /** The newest revision that the writer saw, 0 for none; left out: whatever there is. */
  readonly expectedRevision?: number | undefined;
};

export type Outcome = Sought &
  (
    | { readonly kind: "saved"; readonly revision: Revision }
    | { readonly kind: "unchanged"; readonly revision: Revision | null }
    /** Someone else changed it meanwhile: `current` is what they left. */
    | { readonly kind: "conflict"; readonly current: Revision | null; readonly definition: KpiDefinition }
    | {
        readonly kind: "refused";
        readonly code: FailureCode;
        readonly details: FailureDetails;
        /** What is wrong with the content, and what the KPI is called, where that is why. */
        readonly fault?: { readonly fault: EntryFault; readonly name: string };
      }
  );

export type Answer = {
  /** False where all or nothing was asked for and not all could be had. */
  readonly stored: boolean;
  readonly outcomes: readonly Outcome[];
  /** When it was recorded, milliseconds since 1970 UTC. */
  readonly at: number;
};

export type Taking = {
  readonly step: RevisionStep;
  readonly asked: readonly Asked[];
  /** One refusal or conflict leaves all of it out; else what can be saved is. */
  readonly allOrNothing: boolean;
};

const COMMANDS = {
  "save-draft": "results-entered",
  submit: "results-submitted",
  restate: "restatement-proposed",
  approve: "results-approved",
  reject: "results-rejected",
} as const satisfies Record<RevisionStep, string>;

/**
 * The one way by which people change measurements: takes a step on some of them, in one command with one audit event: permission, state of the month, period and
 * limits are judged inside it, on what is stored. Each change is a revision; saying what is there already is none, and no
 * conflict either. Doubts about a figure never block: they are kept as its quality flags.
 */
export async function takeStep(actor: Actor, taking: Taking): Promise<Answer> {
  const units = new Set(taking.asked.map(({ unit }) => unit));
  const [only] = units;
  const unitCode = units.size === 1 ? (only ?? null) : null;
  const event = { actor: actor.by, command: COMMANDS[taking.step], entity: "result", unitCode };
  try {
    return await actor.store.command(event, (store, written) => carryOut({ actor, taking }, store, written));
  } catch (error) {
    if (error instanceof Abandoned) return { stored: false, outcomes: error.outcomes, at: actor.now() };
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
type Intent = { readonly seat: Seat; readonly asked: Asked; readonly saying: RevisionSaying };

async function carryOut({ actor, taking }: Work, store: Writings, written: Written): Promise<Answer> {
  const desk = await readDesk(store, taking.asked, actor.today);
  const holder = await holderWithin(store, actor);
  const confirmed = await confirmedBefore(store, taking, desk);
  const rights = new Map<string, { readonly action: Action; readonly unit: string }>();
  const judged = taking.asked.map((asked, at): Outcome | Intent => {
    const seat = desk.seats[at];
    if (seat === undefined) throw new Error("a measurement was not looked up");
    if ("refused" in seat) return { ...placeOf(asked), kind: "refused", ...seat.refused };
    // The operator has every right but one, which has a sentence of its own: the step is judged by it.
    const isAllowed = holder.kind === "operator" || may(holder, actionOf(taking.step, seat), seat.unit);
    if (!isAllowed) throw new AppError("not-allowed");
    rights.set(`${seat.unit} ${actionOf(taking.step, seat)}`, { action: actionOf(taking.step, seat), unit: seat.unit });
    const isConfirming = asked.confirmed?.some((code) => !confirmed(seat).has(code)) === true;
    return judge({ actor, taking, desk }, { asked, seat, isConfirming });
  });
  const intents = judged.filter((one): one is Intent => "saying" in one);
  const failed = judged.filter((one) => "kind" in one && (one.kind === "refused" || one.kind === "conflict"));
  if (taking.allOrNothing && failed.length > 0) throw new Abandoned(judged.map((one) => outcomeOf(one, null)));
  await noteDeputy(store, { holder, by: actor.by }, [...rights.values()]);
  const revisions = await store.results.write(intents.map(({ saying }) => saying));
  const byIntent = new Map(intents.map((intent, at) => [intent, revisions[at] ?? null]));
  await flagDoubts(store, {
    ...{ desk, actor, confirmed },
    written: intents.map(({ seat, asked }, at) => ({ seat, asked, revision: revisions[at] })),
  });
  if (intents.length === 0) written.leaveNoEvent();
  else written.describe(told(intents, revisions));
  return {
    stored: true,
    at: written.at,
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

type Judged = { readonly asked: Asked; readonly seat: Seat; readonly isConfirming: boolean };

function judge(
  { actor, taking, desk }: Work & { readonly desk: Desk },
  { asked, seat, isConfirming }: Judged,
): Outcome | Intent {
  const place = placeOf(seat);
  const newest = newestOf(seat.open.counting, seat.open.pending);
  const isVerdict = taking.step === "approve" || taking.step === "reject";
  const closed = closedTo(taking.step, seat);
  if (closed !== null) return { ...place, kind: "refused", code: closed, details: { month: seat.period } };
  const said = sayingOf(asked, { newest, isVerdict });
  const { expectedRevision } = asked;
  if (expectedRevision !== undefined && expectedRevision !== (newest?.n ?? 0)) {
    if (!isVerdict && isSaid(said, newest)) return { ...place, kind: "unchanged", revision: newest };
    return { ...place, kind: "conflict", current: newest, definition: seat.definition };
  }
  const refusal = isVerdict ? null : refusalOf(asked, { said, seat });
  if (refusal !== null) return { ...place, ...refusal };
  const step = stepOf(taking.step, { said, newest, approvalOn: desk.approvalOn });
  if (isNoChange(step, said, newest) && !isConfirming) return { ...place, kind: "unchanged", revision: newest };
  const outcome = judgeStep(step, contextOf({ actor, desk, seat, newest, reason: asked.reason ?? null }));
  if (outcome.kind === "refused")
    return { ...place, kind: "refused", code: outcome.refusal, details: { month: seat.period } };
  const { state, restatement, counts } = outcome;
  const how = { state, restatement, counts, source: actor.source, by: actor.person?.id ?? null, open: seat.open };
  const { comment, cause, reason } = said;
  const what = { ...columnsOf(said.content), comment, cause, reason };
  return { seat, asked, saying: { assignment: seat.assignment, period: seat.period, ...what, ...how } };
}

/** A month that takes no entry says so first, whatever was changed in it meanwhile. */
function closedTo(step: RevisionStep, { periodState }: Seat): "month-closed" | "month-locked" | null {
  if ((step !== "save-draft" && step !== "submit") || periodState === "open") return null;
  return periodState === "closed" ? "month-closed" : "month-locked";
}

type Said = { readonly content: EntryContent } & Pick<Revision, "comment" | "cause" | "reason">;

/** What the new revision says: what was asked for, and of the rest what the newest one says. */
function sayingOf(
  asked: Asked,
  { newest, isVerdict }: { readonly newest: Revision | null; readonly isVerdict: boolean },
): Said {
  const content = isVerdict ? contentOf(newest) : (asked.content ?? contentOf(newest));
  const reasonOfContent = content.kind === "not_applicable" ? content.reason : null;
  return {
    content,
    comment: textOf(asked.comment, newest?.comment),
    cause: textOf(asked.cause, newest?.cause),
    reason: textOf(asked.reason ?? undefined, isVerdict ? newest?.reason : reasonOfContent),
  };
}

function refusalOf(
  asked: Asked,
  { said, seat }: { readonly said: Said; readonly seat: Seat },
): Extract<Outcome, { kind: "refused" }> | null {
  const { name } = seat.definition;
  const found = contentFault(said.content, seat);
  if (found !== null) {
    const fault = found.fault === undefined ? {} : { fault: { fault: found.fault, name } };
    return { ...placeOf(seat), kind: "refused", ...found.refused, ...fault };
  }
  const isRemarked = (asked.comment ?? asked.cause ?? "") !== "";
  if (said.content.kind !== "missing" || !isRemarked) return null;
  const problem = `${name}: enter the result first, then the comment.`;
  return { ...placeOf(seat), kind: "refused", ...refused("invalid-value", { problem }).refused };
}

/** Undefined leaves what was there; blank text says nothing. */
function textOf(asked: string | null | undefined, before: string | null | undefined): string | null {
  const text = asked === undefined ? (before ?? null) : asked;
  return text === null || text.trim() === "" ? null : text;
}

type Stepping = { readonly said: Said; readonly newest: Revision | null; readonly approvalOn: boolean };

/** A comment alone does not take a figure out of what counts: where no approval is needed it is submitted at once. */
function stepOf(step: RevisionStep, { said, newest, approvalOn }: Stepping): RevisionStep {
  const isRemark = step === "save-draft" && newest?.counts === true && isSameContent(said.content, contentOf(newest));
  return isRemark && !approvalOn ? "submit" : step;
}

function isSaid(said: Said, newest: Revision | null): boolean {
  return (
    isSameContent(said.content, contentOf(newest)) &&
    said.comment === (newest?.comment ?? null) &&
    said.cause === (newest?.cause ?? null)
  );
}

function isNoChange(step: RevisionStep, said: Said, newest: Revision | null): boolean {
  if ((step !== "save-draft" && step !== "submit") || !isSaid(said, newest)) return false;
  if (newest === null) return true;
  return (
    newest.state === "submitted" || newest.state === "approved" || (newest.state === "draft" && step === "save-draft")
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
  const isOfOneUnit = intents.every(({ seat }) => seat.unit === first?.seat.unit);
  return {
    unitCode: isOfOneUnit ? (first?.seat.unit ?? null) : null,
    entityCode: intents.length === 1 ? (first?.seat.kpi ?? "") : "",
    reason: first?.saying.reason ?? null,
    before: intents
      .map(({ seat }) => brief(seat, newestOf(seat.open.counting, seat.open.pending)))
      .filter((one) => one !== null),
    after: intents.map(({ seat }, at) => brief(seat, revisions[at])),
  };
}
