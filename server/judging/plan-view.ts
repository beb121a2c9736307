import type { PlanView } from "../../shared/contracts/insight.ts";
import type { DateText } from "../../shared/domain/calendar.ts";
import type { PlannedAction } from "./unit-insight.ts";

const OPEN: readonly PlannedAction["state"][] = ["planned", "started"];

const DAY = 86_400_000;

/** The plan that counts: the open action that is due first, else the newest finished one. */
export function planOf(actions: readonly PlannedAction[]): PlannedAction | null {
  const open = actions.filter(({ state }) => OPEN.includes(state));
  const byDue = open.toSorted((a, b) => ((a.dueOn ?? "9") < (b.dueOn ?? "9") ? -1 : 1));
  return byDue[0] ?? null;
}

export function isLate({ state, dueOn }: PlannedAction, today: DateText): boolean {
  return OPEN.includes(state) && dueOn !== null && dueOn < today;
}

export function planView(action: PlannedAction, today: DateText): PlanView {
  const late = isLate(action, today);
  const { code, title, state, dueOn, progress, owner } = action;
  return { code, title, state, late, due: dueOn, progress, owner, sentence: planSentence(action, late ? today : null) };
}

/** `today` where the plan is late, else null. */
function planSentence(action: PlannedAction, today: DateText | null): string {
  const { state, dueOn, progress } = action;
  if (today !== null && dueOn !== null) {
    const days = Math.round((Date.parse(today) - Date.parse(dueOn)) / DAY);
    return `Plan overdue ${days} ${days === 1 ? "day" : "days"}`;
  }
  if (state === "effective") return "Plan done and proven effective";
  if (state === "not_effective") return "Plan done without effect";
  if (state === "done") return "Plan done, effect not proven yet";
  if (state === "dropped") return "Plan dropped";
  return `Plan on time, ${progress} % done`;
}
