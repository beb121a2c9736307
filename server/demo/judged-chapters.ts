import type { Told } from "../../db/demo/load.ts";
import type { DateText } from "../../shared/domain/calendar.ts";
import { addMonths, type Month } from "../../shared/domain/month.ts";
import { REVIEW_EDITION, REVIEW_INPUTS, type ReviewInputCode } from "../../shared/domain/review-inputs.ts";
import { type Actor, actorOfCode } from "../access/actor.ts";
import { changeAction, readAction } from "../actions/actions.service.ts";
import { decide } from "../reviews/decisions.service.ts";

type Chapter = (told: Told) => Promise<void>;

/**
 * What happens in a month of the demonstration by the product's own judgement: actions end by what the data say on that
 * day, and decisions freeze what was then on the screen. By number of the month in the story.
 */
const CHAPTERS: Readonly<Record<number, Chapter>> = {
  28: endByData("A-0001", "effective", "a1"),
  32: holdReview,
  35: endByData("A-0002", "not_effective", "a2"),
  36: planReview,
};

export async function tellJudged(told: Told): Promise<void> {
  await CHAPTERS[told.number]?.(told);
}

async function actorAs(code: string, { store, now }: Told): Promise<Actor> {
  const actor = await actorOfCode({ store, now }, { code, source: "grid" });
  if (actor === null) throw new Error(`the story has no person ${code}`);
  return actor;
}

/** Where the data do not say so, as in a demonstration of few months, the action stays open. */
function endByData(action: string, state: "effective" | "not_effective", person: string): Chapter {
  return async (told) => {
    const [stored] = await told.store.actions.list({ units: null, kpis: null, codes: [action] });
    if (stored === undefined) return;
    const actor = await actorAs(person, told);
    const { action: row } = await readAction(actor, { action });
    if (row.check?.verdict === state) await changeAction(actor, { action, version: row.version, state, progress: 100 });
  };
}

const NOTES: Readonly<Record<ReviewInputCode, string>> = {
  a: "The door campaign is done and proven; nothing of it is open.",
  b: "Buildings age faster than planned: more modernisations are asked for.",
  c1: "Customers recommend us a little more; complaints by telephone count now.",
  c2: "Two objectives are behind; their owners spoke to them.",
  c3: "Hand-overs without a fault hold their level.",
  c4: "No nonconformity beyond those with an action.",
  c5: "Looked at KPI by KPI, worst first.",
  c6: "The internal audit of the desks found two things; both are put right.",
  c7: "Supplier defects are steady; the second source is late.",
  d: "Field staff are short in two countries.",
  e: "The treatment of repeat door failures works; the others go on.",
  f: "Connected equipment grows as planned.",
};

const dayOf = (month: Month, day: number) => `${month}-${String(day).padStart(2, "0")}` as DateText;

/** The first management review: every input covered, two decisions with what was seen. */
async function holdReview(told: Told): Promise<void> {
  const { store, month } = told;
  const leader = await actorAs("leader", told);
  const meeting = {
    ...({ title: "Management review", level: "organisation", unit: "GROUP", period: month, minutes: "" } as const),
    plannedOn: leader.today,
    participants: "Chief executive, Quality leader, Quality manager, area leaders",
  };
  const event = { actor: leader.by, command: "review-running", entity: "review", unitCode: "GROUP" };
  const review = await store.command(event, async (writing, written) => {
    const { code } = await writing.reviews.putMeeting({ ...meeting, code: null, heldOn: null, state: "running" });
    const inputs = REVIEW_INPUTS[REVIEW_EDITION].map((input) => ({ input, covered: true, note: NOTES[input] }));
    await writing.reviews.noteInputs(code, inputs);
    written.describe({ entityCode: code });
    return code;
  });
  const common = { review, period: month, supersedes: null, actionDue: null };
  await decide(withIds(leader, 401), {
    ...{ ...common, unit: "A-NE", kpi: "CALLBACKS", kind: "improvement", owner: "a1" },
    text: "The door check stays weekly in all four countries.",
    options: "Weekly; monthly; only after a callback",
    rationale: "The level has held for a year since the campaign.",
    reviewOn: dayOf(addMonths(month, 8), 15),
    path: `/kpis/CALLBACKS?u=A-NE&p=${month}`,
  });
  await decide(withIds(leader, 402), {
    ...{ ...common, unit: "GROUP", kpi: "COPQ", kind: "resources", owner: "quality" },
    text: "Each quality manager gives half a day a week to the loss board.",
    options: "Half a day a week; a team of its own; wait for the new ledger",
    rationale: "Most of the cost is rework that nobody books.",
    reviewOn: dayOf(addMonths(month, 4), 15),
    path: `/kpis/COPQ?u=GROUP&p=${month}`,
  });
  await store.command({ ...event, command: "review-held", entityCode: review }, async (writing) => {
    const minutes = "Read back at the end of the meeting and agreed.";
    await writing.reviews.putMeeting({ ...meeting, code: review, heldOn: leader.today, state: "held", minutes });
  });
}

/** The next one is planned and waits for its leader. */
async function planReview({ store, month }: Told): Promise<void> {
  const event = { actor: "leader", command: "review-planned", entity: "review", unitCode: "GROUP" };
  await store.command(event, async (writing, written) => {
    const { code } = await writing.reviews.putMeeting({
      ...{ code: null, title: "Management review", level: "organisation", unit: "GROUP", period: month },
      ...{ plannedOn: dayOf(addMonths(month, 2), 10), heldOn: null, state: "planned", minutes: "" },
      participants: "Chief executive, Quality leader, Quality manager, area leaders",
    });
    written.describe({ entityCode: code });
  });
}

/** Ids that are the same in every load: two demonstrations of one day are equal to the byte. */
function withIds(actor: Actor, number: number): Actor {
  return { ...actor, newId: () => `0190b7c4-5a10-7000-8000-${String(number).padStart(12, "0")}` };
}
