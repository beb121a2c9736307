import type { PlanView } from "../../shared/contracts/insight.ts";
import { isLateAction, isOpen } from "../../shared/domain/action.ts";
import type { DateText } from "../../shared/domain/calendar.ts";
import { tellPage } from "../../shared/text/told/tell-page.ts";
import type { PlannedAction } from "./unit-insight.ts";

const DAY = 86_400_000;

/** The plan that counts: the open action that is due first, else the newest finished one. */
export function planOf(actions: readonly PlannedAction[]): PlannedAction | null {
  const open = actions.filter(({ state }) => isOpen(state));
  const byDue = open.toSorted((a, b) => ((a.dueOn ?? "9") < (b.dueOn ?? "9") ? -1 : 1));
  return byDue[0] ?? null;
}

export function isLate({ state, dueOn }: PlannedAction, today: DateText): boolean {
  return isLateAction({ state, dueOn }, today);
}

export function planView(
  action: PlannedAction,
  { today, locale }: { readonly today: DateText; readonly locale: string },
): PlanView {
  const late = isLate(action, today);
  const { code, title, state, dueOn, progress, owner } = action;
  return {
    code,
    title,
    state,
    late,
    due: dueOn,
    progress,
    owner,
    sentence: planSentence(action, { today: late ? today : null, locale }),
  };
}

/** `today` where the plan is late, else null. */
function planSentence(
  { state, dueOn, progress }: PlannedAction,
  { today, locale }: { readonly today: DateText | null; readonly locale: string },
): string {
  if (today !== null && dueOn !== null) {
    const days = Math.round((Date.parse(today) - Date.parse(dueOn)) / DAY);
    return tellPage("plan.overdue", locale, { days });
  }
  if (isOpen(state)) return tellPage("plan.onTime", locale, { progress });
  return tellPage(`plan.${state}`, locale);
}
