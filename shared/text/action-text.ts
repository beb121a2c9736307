import type { ActionKind, ActionState, StepFault } from "../domain/action.ts";
import type { DateText } from "../domain/calendar.ts";

const KINDS: Readonly<Record<ActionKind, string>> = {
  initiative: "Initiative",
  corrective: "Corrective action",
  improvement: "Improvement",
  training: "Training",
  risk_treatment: "Risk treatment",
};

const STATES: Readonly<Record<ActionState, string>> = {
  planned: "Planned",
  started: "Under way",
  done: "Done, not yet proven",
  effective: "Effective",
  not_effective: "Not effective",
  dropped: "Dropped",
};

export function actionKindWord(kind: ActionKind): string {
  return KINDS[kind];
}

export function actionStateWord(state: ActionState): string {
  return STATES[state];
}

const FAULTS: Readonly<Record<StepFault, string>> = {
  "not-a-step": "From here the action cannot go there.",
  "owner-needed": "Name who is responsible before the action starts.",
  "due-needed": "Say until when before the action starts.",
  "starts-later": "The day on which it began lies in the future.",
};

export function stepFaultText(fault: StepFault): string {
  return FAULTS[fault];
}

/** "Three actions are late, twelve are open", "Nothing is late; four are open", "No action is open". */
export function actionsHeadline({ open, late }: { readonly open: number; readonly late: number }): string {
  if (open === 0) return "No action is open";
  const openText = `${open} ${open === 1 ? "is" : "are"} open`;
  return late === 0
    ? `Nothing is late, ${openText}`
    : `${late} of ${open} open ${open === 1 ? "action" : "actions"} late`;
}

const DAY = 86_400_000;

/** "12 days late", "due today", "due in 3 days". */
export function dueText(dueOn: DateText | string, today: DateText | string): string {
  const days = Math.round((Date.parse(dueOn) - Date.parse(today)) / DAY);
  if (days === 0) return "due today";
  const count = `${Math.abs(days)} ${Math.abs(days) === 1 ? "day" : "days"}`;
  return days < 0 ? `${count} late` : `due in ${count}`;
}

/** "3 months old", "12 days old": how long something has stood. */
export function ageText(since: DateText | string, today: DateText | string): string {
  const days = Math.max(0, Math.round((Date.parse(today) - Date.parse(since)) / DAY));
  if (days < 60) return `${days} ${days === 1 ? "day" : "days"} old`;
  return `${Math.round(days / 30.4)} months old`;
}
