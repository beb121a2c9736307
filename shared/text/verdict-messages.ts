import type { OutlookWord, Variation } from "../domain/statistics/series.ts";
import type { StatusKind } from "../domain/status-kind.ts";
import type { DecisionReason, Gap, Situation } from "../domain/verdict.ts";

/** A sentence and what follows from it, with {facts} to fill in. */
export type Message = { sentence: string; advice: string };

/** All words of a verdict in one language. Another language is another such record; the compiler names what it lacks. */
export type VerdictMessages = {
  situations: Record<Situation, Message>;
  gaps: Record<Gap, string>;
  variations: Record<Variation, string>;
  outlooks: Record<OutlookWord, string>;
  statuses: Record<StatusKind, string>;
  reasons: Record<DecisionReason, string>;
  questions: { onTarget: string; changed: string; willMeet: string };
  onTarget: Record<StatusKind, string>;
  /** "4.6 against at most 4.0". */
  against: string;
  coverage: string;
  changed: Record<Variation, Message>;
  /** Said of a stable month that is off target. */
  notATrend: string;
  willMeet: Record<OutlookWord, string>;
  noOutlook: Message;
  expect: string;
  headline: { none: string; one: string; many: string };
  numbers: readonly string[];
  chances: { open: string; reached: string; missed: string };
  yearEnd: Record<
    "open" | "reached" | "missed" | "noTarget" | "little" | "over" | "overReached" | "overMissed",
    string
  >;
};

export const ENGLISH: VerdictMessages = {
  situations: {
    improving_will_meet: {
      sentence: "Better than usual since {since} and safely on target.",
      advice: "Lock in the change; reset the usual range.",
    },
    improving_may_miss: {
      sentence: "Better than usual since {since}. Some months still miss.",
      advice: "Keep the plan.",
    },
    improving_will_miss: {
      sentence: "Improving since {since} and still short of target.",
      advice: "Keep the plan or move the date.",
    },
    improving_only: {
      sentence: "Better than usual since {since}.",
      advice: "Find what changed in {changedIn} and keep it.",
    },
    stable_will_meet: { sentence: "Steady and reliably on target.", advice: "No action; look less often." },
    stable_may_miss: {
      sentence: "Steady around the target: about {misses} in 10 months miss by chance.",
      advice: "Do not explain single months; reduce the spread.",
    },
    stable_will_miss: {
      sentence: "Steady and short of target. Expect {range} until the process changes.",
      advice: "Change the process or the target.",
    },
    stable_only: { sentence: "Steady. Expect {range} until the process changes.", advice: "No action." },
    worsening_will_meet: {
      sentence: "Worse than usual since {since}, still on target.",
      advice: "Find what changed in {changedIn} now.",
    },
    worsening_may_miss: {
      sentence: "Worse than usual for {months} months, since {since}.",
      advice: "Find what changed in {changedIn}.",
    },
    worsening_will_miss: {
      sentence: "Worse than usual since {since} and short of target.",
      advice: "Decide: countermeasure, resources or target.",
    },
    worsening_only: {
      sentence: "Worse than usual for {months} months, since {since}.",
      advice: "Find what changed in {changedIn}.",
    },
    higher_only: { sentence: "Higher than usual since {since}.", advice: "Find what changed in {changedIn}." },
    lower_only: { sentence: "Lower than usual since {since}.", advice: "Find what changed in {changedIn}." },
    constant_will_meet: { sentence: "No variation seen, and on target.", advice: "No action; look less often." },
    constant_will_miss: {
      sentence: "No variation seen, and short of target.",
      advice: "Change the process or the target.",
    },
    constant_only: { sentence: "No variation seen.", advice: "Check that the months are measured afresh." },
    one_off: {
      sentence: "{judged} was unusual ({value}); nothing else changed.",
      advice: "Learn what happened; keep the plan.",
    },
    too_few: { sentence: "Too few months to judge: {count} so far.", advice: "Wait for {wanted} months." },
    nothing_yet: { sentence: "Nothing has been reported yet.", advice: "Enter the first month." },
  },
  gaps: {
    missing: "{period} is not reported.",
    no_value: "{period} has no value.",
    incomplete: "{period} is incomplete.",
  },
  variations: {
    improving: "Improving",
    worsening: "Worsening",
    one_off: "One-off",
    stable: "Stable",
    higher: "Higher than usual",
    lower: "Lower than usual",
    too_few: "Too few months to judge",
  },
  outlooks: { will_meet: "Will meet", may_miss: "May miss", will_miss: "Will miss" },
  statuses: {
    not_due: "Not due",
    missing: "Not reported",
    no_value: "No value",
    incomplete: "Incomplete",
    no_target: "No target",
    on: "On target",
    near: "Just short",
    off: "Off target",
  },
  reasons: {
    worsening: "Worse than usual since {since}.",
    will_miss: "Will miss its target unless something changes.",
    off_without_plan: "Off target with no plan.",
    off_with_late_plan: "Off target and its plan is late.",
  },
  questions: {
    onTarget: "Are we on target?",
    changed: "Has something changed?",
    willMeet: "Will we get there?",
  },
  onTarget: {
    not_due: "Not due yet",
    missing: "Not reported",
    no_value: "No value",
    incomplete: "Not complete",
    no_target: "No target",
    on: "Yes",
    near: "Just short",
    off: "No",
  },
  against: "{figure} against {target}.",
  coverage: "{reported} of {due} reported.",
  changed: {
    improving: {
      sentence: "Yes, for the better",
      advice: "Better than usual since {since}. The level most likely changed in {changedIn}.",
    },
    worsening: {
      sentence: "Yes, for the worse",
      advice: "Worse than usual since {since}. The level most likely changed in {changedIn}.",
    },
    one_off: { sentence: "Only {judged}", advice: "{value} was unusual; nothing else changed." },
    stable: { sentence: "No", advice: "Within the usual range." },
    higher: {
      sentence: "Yes, it is higher",
      advice: "Higher than usual since {since}. The level most likely changed in {changedIn}.",
    },
    lower: {
      sentence: "Yes, it is lower",
      advice: "Lower than usual since {since}. The level most likely changed in {changedIn}.",
    },
    too_few: { sentence: "Too few months to judge", advice: "{count} so far; {wanted} are needed." },
  },
  notATrend: "Within the usual range. Not a trend.",
  willMeet: {
    will_meet: "Every usual month meets the target.",
    may_miss: "About {misses} in 10 months miss by chance.",
    will_miss: "No usual month meets the target.",
  },
  noOutlook: { sentence: "Cannot be said", advice: "It takes a target and {wanted} months." },
  expect: "Expect {range}.",
  headline: {
    none: "No KPI needs a decision this month",
    one: "One KPI needs a decision this month",
    many: "{count} KPIs need a decision this month",
  },
  numbers: ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve"],
  chances: { open: "about {percent} %", reached: "reached", missed: "out of reach" },
  yearEnd: {
    open: "Year end: {median} expected ({range}); the chance to reach {target} is about {chance}.",
    reached: "Year end: {target} is already reached.",
    missed: "Year end: {target} can no longer be reached.",
    noTarget: "Year end: {median} expected ({range}).",
    little: "Only {months} results are behind it.",
    over: "The year ended at {median}.",
    overReached: "The year ended at {median}: {target} was reached.",
    overMissed: "The year ended at {median}: {target} was not reached.",
  },
};
