import type { AnalysisChart, ChartReason } from "../domain/statistics/chart-kind.ts";
import type { OutlookWord, PointType, Variation } from "../domain/statistics/series.ts";
import type { StatusKind } from "../domain/status-kind.ts";
import type { DecisionReason, Gap, Situation } from "../domain/verdict.ts";
import type { MonthStyle } from "./month-text.ts";

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
  /** Between the parts of a list: ", ". */
  separator: string;
  /** What a listener hears of a point. */
  heard: Record<PointType, string>;
  range: {
    usual: string;
    trial: string;
    none: string;
    median: string;
    medianAndTrial: string;
    upTo: string;
    newest: string;
  };
  subline: { onTarget: string; improving: string; worsening: string; missing: string; incomplete: string };
  notes: { widened: string; narrow: string; hollow: string; difference: string; clipped: string };
  season: { seasonal: string; none: string; title: string };
  charts: {
    names: Record<AnalysisChart, string>;
    reasons: Record<ChartReason, string>;
    notes: { varying: string; intervals: string; days: string };
    overdispersed: string;
    notOverdispersed: string;
  };
  target: { atMost: string; atLeast: string; between: string };
  /** How a month is named within a sentence: the form that the words around it ask for. */
  monthStyle: MonthStyle;
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
      sentence: "Worse than usual for {months, plural, one {# month} other {# months}}, since {since}.",
      advice: "Find what changed in {changedIn}.",
    },
    worsening_will_miss: {
      sentence: "Worse than usual since {since} and short of target.",
      advice: "Decide: countermeasure, resources or target.",
    },
    worsening_only: {
      sentence: "Worse than usual for {months, plural, one {# month} other {# months}}, since {since}.",
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
  separator: ", ",
  heard: {
    common_cause: "within the usual range",
    special_cause_improvement: "better than usual",
    special_cause_concern: "worse than usual",
    special_cause_neutral_high: "higher than usual",
    special_cause_neutral_low: "lower than usual",
  },
  range: {
    usual: "Usual range {range}",
    trial: "Trial limits {range}",
    none: "Too few months for a usual range",
    median: "Median {centre}",
    medianAndTrial: "Median {centre}, trial limits {range}",
    upTo: "Usual up to {high} between events",
    newest: "Usual range {range} in the newest month",
  },
  subline: {
    onTarget: "{count} of {all} on target",
    improving: "{count} improving",
    worsening: "{count} worsening",
    missing: "{count} not reported",
    incomplete: "{count} incomplete",
  },
  notes: {
    widened: "Neighbouring months resemble each other; the usual range was widened for it.",
    narrow: "Neighbouring months resemble each other; the usual range may be too narrow.",
    hollow: "Hollow months lack results of some units and take no part in the usual range.",
    difference: "The target kept changing; the outlook compares each month with its own target.",
    clipped: "The usual range is drawn only as far as values can go.",
  },
  season: {
    seasonal:
      "A season repeats each year (strength {strength} of 1): the second chart shows the same months without it.",
    none: "No season stands out (strength {strength} of 1 over {months, plural, one {# month} other {# months}}).",
    title: "{title}, without its season",
  },
  charts: {
    names: {
      xmr: "Single values (XmR)",
      "p-prime": "Share by its denominators (p′)",
      "u-prime": "Rate by its denominators (u′)",
      p: "Share, chance alone (p)",
      u: "Rate, chance alone (u)",
      g: "Between rare events (g)",
      run: "Runs about the median",
      t: "Days between events (t)",
    },
    reasons: {
      chosen: "This chart was chosen for it.",
      single_values: "One value a month: the usual range follows from how much neighbouring months differ.",
      even_denominators:
        "The denominators all lie within 25 % of their mean, so each month's value weighs the same and single values are enough.",
      uneven_denominators:
        "The denominators differ by more than 25 % from their mean, so each month has the usual range that its own denominator gives.",
      rare_events: "Fewer than one event a month: what passes between events tells more than counts of none and one.",
      few_months: "Fewer than 13 months: runs about the median are shown, and the limits are trial limits.",
      very_skewed: "The values are very skewed, so runs about the median are counted and no limits are drawn.",
      hardly_varies: "Most months have the same value, which is read as such: single values.",
      no_denominators: "The chart asked for needs denominators, which these months do not have.",
      no_counts: "The chart asked for needs whole numbers of events, which these months do not have.",
      event_dates: "The dates of single events are known, so the days between them are judged.",
    },
    notes: {
      varying:
        "Each month has the usual range that its own denominator gives; signals are read in standard deviations.",
      intervals: "A point stands in each month with an event and shows what passed since the one before: high is rare.",
      days: "A point stands for each event and shows the days since the one before: high is rare.",
    },
    overdispersed:
      "The counts vary {ratio} times as much as chance alone would have them: limits of this chart are too narrow, use the primed one.",
    notOverdispersed: "The counts vary as chance alone would have them ({ratio} times), so this chart's limits hold.",
  },
  target: { atMost: "at most {value}", atLeast: "at least {value}", between: "between {low} and {high}" },
  monthStyle: "short",
};
