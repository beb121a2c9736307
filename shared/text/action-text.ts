import type { ActionKind, ActionState, StepFault } from "../domain/action.ts";
import type { DateText } from "../domain/calendar.ts";
import { tellPage } from "./told/tell-page.ts";

/** Reading is in English where no locale is asked for: in files and agendas, which are the organisation's. */
const OWN = "en";

export function actionKindWord(kind: ActionKind, locale = OWN): string {
  return tellPage(`action.${kind}`, locale);
}

export function actionStateWord(state: ActionState, locale = OWN): string {
  return tellPage(`state.${state}`, locale);
}

export function stepFaultText(fault: StepFault, locale = OWN): string {
  return tellPage(`stepFault.${fault}`, locale);
}

/** "3 of 12 open actions late", "Nothing is late, 4 are open", "No action is open". */
export function actionsHeadline({ open, late }: { readonly open: number; readonly late: number }, locale: string) {
  if (open === 0) return tellPage("actions.none", locale);
  return tellPage(late === 0 ? "actions.notLate" : "actions.late", locale, { open, late });
}

const DAY = 86_400_000;

/** "12 days late", "due today", "due in 3 days". */
export function dueText(dueOn: DateText | string, today: DateText | string, locale = OWN): string {
  const days = Math.round((Date.parse(dueOn) - Date.parse(today)) / DAY);
  if (days === 0) return tellPage("due.today", locale);
  return tellPage(days < 0 ? "due.late" : "due.in", locale, { days: Math.abs(days) });
}

/** "3 months old", "12 days old": how long something has stood. */
export function ageText(since: DateText | string, today: DateText | string): string {
  const days = Math.max(0, Math.round((Date.parse(today) - Date.parse(since)) / DAY));
  if (days < 60) return `${days} ${days === 1 ? "day" : "days"} old`;
  return `${Math.round(days / 30.4)} months old`;
}
