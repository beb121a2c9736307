import type { Review, ReviewInput } from "../../db/store.ts";
import type {
  ChangeReviewInput,
  NoteInputInput,
  PlanReviewInput,
  ReviewRow,
  ReviewsView,
  ReviewView,
} from "../../shared/contracts/reviews.ts";
import { fiscalYearName, fiscalYearOf, monthOf } from "../../shared/domain/calendar.ts";
import { AppError } from "../../shared/domain/failures.ts";
import { may } from "../../shared/domain/permissions.ts";
import { coverageOfInputs, mayBecome, REVIEW_EDITION, REVIEW_INPUTS } from "../../shared/domain/review-inputs.ts";
import { ancestorsOf, subtreeOf } from "../../shared/domain/tree.ts";
import { coverageText, inputTitle, reviewStateWord } from "../../shared/text/review-text.ts";
import type { Actor } from "../access/actor.ts";
import { permit } from "../access/permit.ts";
import { type Place, placeOf } from "../judging/asked-place.ts";
import { namesIn } from "../judging/with-names.ts";
import { agendaOf } from "./agenda.ts";
import { decisionRow, readKpiNames } from "./decision-rows.ts";
import { readReviewFacts } from "./review-facts.ts";

const INPUTS = REVIEW_INPUTS[REVIEW_EDITION];

/** Reviews of a unit and all below it, how far the year's inputs are covered, and every decision. */
export async function listReviews(
  actor: Actor,
  { unit }: { readonly unit?: string | undefined },
): Promise<ReviewsView> {
  const place = await placeOf(actor, { unit });
  const { readings, tree, settings, today } = place;
  const units = [place.unit.code, ...subtreeOf(tree, place.unit.code)].filter((code) =>
    may(actor.holder, "read", code),
  );
  const reviews = await readings.reviews.meetings(units);
  const fiscalYear = fiscalYearOf(monthOf(today), settings.fiscalYearStart);
  const noted = await readings.reviews.inputs(reviews.map(({ code }) => code));
  const ofYear = reviews.filter(({ heldOn }) => heldOn !== null && yearOf(monthOf(heldOn)) === fiscalYear);
  const isOfYear = ({ review }: ReviewInput) => ofYear.some(({ code }) => code === review);
  const coverage = coverageOfInputs(noted.filter(isOfYear));
  const covered = coverage.filter((input) => input.reviews.length > 0).length;
  const decisions = await readings.reviews.decisions({ units, kpis: null });
  const actions = await readings.actions.list({ units, kpis: null });
  const around = { place, nameOf: await namesIn(actor.store), actions, decisions, kpiNames: await readKpiNames(place) };
  return {
    unit: place.unit,
    fiscalYear,
    headline: `${coverageText({ covered, all: INPUTS.length })} (${fiscalYearName(fiscalYear)})`,
    reviews: reviews.map((review) => reviewRow(review, { place, noted, decisions })),
    coverage: coverage.map(({ input, reviews: codes }) => ({ input, title: inputTitle(input), reviews: codes })),
    decisions: decisions.map((decision) => decisionRow(decision, around)),
    mayHold: may(actor.holder, "hold-reviews", place.unit.code),
  };

  function yearOf(month: ReturnType<typeof monthOf>): number {
    return fiscalYearOf(month, settings.fiscalYearStart);
  }
}

type Noted = {
  readonly place: Place;
  readonly noted: readonly ReviewInput[];
  readonly decisions: readonly { readonly review: string | null }[];
};

function reviewRow(review: Review, { place, noted, decisions }: Noted): ReviewRow {
  const covered = noted.filter(({ review: code, covered: isCovered }) => code === review.code && isCovered).length;
  return {
    ...review,
    unit: place.named(review.unit),
    stateWord: reviewStateWord(review.state),
    covered,
    inputs: INPUTS.length,
    decisions: decisions.filter((decision) => decision.review === review.code).length,
  };
}

/** The stored review, where the actor may read its unit; as if it did not exist where not. */
export async function reviewFor(actor: Actor, code: string): Promise<Review> {
  const review = (await actor.store.reviews.meetings(null)).find((known) => known.code === code);
  if (review === undefined || !may(actor.holder, "read", review.unit)) {
    throw new AppError("not-found", { what: "review", code });
  }
  return review;
}

/** One review with its agenda filled from the records as they are known now. */
export async function readReview(actor: Actor, { review: code }: { readonly review: string }): Promise<ReviewView> {
  const review = await reviewFor(actor, code);
  const facts = await readReviewFacts(actor, review);
  const { place, nameOf, actions, decisions } = facts;
  const noted = await actor.store.reviews.inputs([code]);
  const own = decisions.filter((decision) => decision.review === code);
  const around = { place, nameOf, actions, decisions, kpiNames: await readKpiNames(place) };
  const people = (await actor.store.people.list()).filter(({ state }) => state === "active");
  const isOpen = review.state === "running" || review.state === "planned";
  return {
    review: reviewRow(review, { place, noted, decisions }),
    agenda: agendaOf(facts, { noted, decisions: own }),
    decisions: own.map((decision) => decisionRow(decision, around)),
    people: people.map((person) => ({ code: person.code, name: person.name })),
    earlier: decisions
      .filter((decision) => decision.review !== code)
      .map((decision) => ({ code: decision.code, name: decision.text.slice(0, 80) })),
    mayHold: may(actor.holder, "hold-reviews", review.unit),
    mayDecide: isOpen && may(actor.holder, "record-decisions", review.unit),
  };
}

/** Plans a review of a unit and all below it. */
export async function planReview(actor: Actor, input: PlanReviewInput): Promise<{ readonly code: string }> {
  const { title, unit, period, plannedOn, participants = "" } = input;
  const event = { actor: actor.by, command: "review-planned", entity: "review", unitCode: unit, after: input };
  const { tree } = await placeOf(actor, { unit, period });
  const depth = ancestorsOf(tree, unit).length;
  const level = (["organisation", "area"] as const)[depth] ?? "unit";
  return actor.store.command(event, async (store, written) => {
    await permit(store, actor, { action: "hold-reviews", unit });
    const saying = {
      title,
      level,
      unit,
      period,
      plannedOn,
      heldOn: null,
      state: "planned",
      participants,
      minutes: "",
    } as const;
    const { code } = await store.reviews.putMeeting({ ...saying, code: null });
    written.describe({ entityCode: code });
    return { code };
  });
}

/** Moves a review on, or says who takes part and what the minutes hold. Held is held: its day is the day it ends. */
export async function changeReview(actor: Actor, input: ChangeReviewInput): Promise<ReviewView> {
  const { review: code, version: expectedVersion, ...said } = input;
  const stored = await reviewFor(actor, code);
  const command = input.state === undefined ? "review-changed" : `review-${input.state}`;
  const event = { actor: actor.by, command, entity: "review", entityCode: code, unitCode: stored.unit, after: input };
  await actor.store.command(event, async (store) => {
    const { version: _, ...before } = await storedReview(store, code);
    await permit(store, actor, { action: "hold-reviews", unit: before.unit });
    const state = said.state ?? before.state;
    if (!mayBecome(before.state, state) || before.state === "held") {
      throw new AppError("step-not-allowed", { problem: "A review that was held stays as it was." });
    }
    const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
    const heldOn = state === "held" ? actor.today : null;
    await store.reviews.putMeeting({ ...before, ...given, state, heldOn, expectedVersion });
  });
  return readReview(actor, { review: code });
}

async function storedReview(store: Pick<Actor["store"], "reviews">, code: string): Promise<Review> {
  const review = (await store.reviews.meetings(null)).find((known) => known.code === code);
  if (review === undefined) throw new AppError("not-found", { what: "review", code });
  return review;
}

/** Notes whether an input was covered, and what was concluded. */
export async function noteInput(actor: Actor, input: NoteInputInput): Promise<ReviewView> {
  const { review: code, version: expectedVersion, input: letter, covered, note } = input;
  const stored = await reviewFor(actor, code);
  const event = {
    actor: actor.by,
    command: "review-input-noted",
    entity: "review",
    entityCode: code,
    unitCode: stored.unit,
  };
  await actor.store.command({ ...event, after: input }, async (store) => {
    const before = await storedReview(store, code);
    await permit(store, actor, { action: "hold-reviews", unit: before.unit });
    if (before.state === "held")
      throw new AppError("step-not-allowed", { problem: "A review that was held stays as it was." });
    await store.reviews.noteInputs(code, [{ input: letter, covered, note, expectedVersion }]);
  });
  return readReview(actor, { review: code });
}
