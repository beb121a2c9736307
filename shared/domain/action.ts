import type { DateText } from "./calendar.ts";
import type { EffectVerdict } from "./statistics/effect-of-action.ts";

export const ACTION_KINDS = ["initiative", "corrective", "improvement", "training", "risk_treatment"] as const;
export type ActionKind = (typeof ACTION_KINDS)[number];

export const ACTION_STATES = ["planned", "started", "done", "effective", "not_effective", "dropped"] as const;
export type ActionState = (typeof ACTION_STATES)[number];

/** Where an action can go from where it is. */
const NEXT: Readonly<Record<ActionState, readonly ActionState[]>> = {
  planned: ["started", "dropped"],
  started: ["done", "effective", "not_effective", "dropped"],
  done: ["effective", "not_effective", "started"],
  effective: [],
  not_effective: [],
  dropped: ["planned"],
};

export function nextStates(state: ActionState): readonly ActionState[] {
  return NEXT[state];
}

export function isOpen(state: ActionState): state is "planned" | "started" {
  return state === "planned" || state === "started";
}

type Due = { readonly state: ActionState; readonly dueOn: DateText | string | null };

/** Not finished although its day has passed. */
export function isLateAction({ state, dueOn }: Due, today: DateText): boolean {
  return isOpen(state) && dueOn !== null && dueOn < today;
}

/** Late ones first, the longest first; then by due day, those without one at the end; then by number. */
export function compareActions<A extends Due & { readonly code: string }>(a: A, b: A): number {
  const key = ({ state, dueOn, code }: A) => `${isOpen(state) ? 0 : 1} ${dueOn ?? "9999-99-99"} ${code}`;
  const [first, second] = [key(a), key(b)];
  if (first === second) return 0;
  return first < second ? -1 : 1;
}

export type StepFault = "not-a-step" | "owner-needed" | "due-needed" | "starts-later";

type Stepping = {
  readonly from: ActionState;
  readonly to: ActionState;
  readonly owner: string | null;
  readonly dueOn: DateText | string | null;
  readonly startedOn: DateText | string | null;
  readonly today: DateText;
};

/** Why an action cannot take this step; null where it can. Who, and until when, is said before it starts. */
export function stepFault({ from, to, owner, dueOn, startedOn, today }: Stepping): StepFault | null {
  if (from !== to && !NEXT[from].includes(to)) return "not-a-step";
  if (to !== "started") return null;
  if (owner === null) return "owner-needed";
  if (dueOn === null) return "due-needed";
  return startedOn !== null && startedOn > today ? "starts-later" : null;
}

export type Ending =
  | { readonly kind: "by-data" }
  | { readonly kind: "by-person" }
  /** What the data say instead; null where nothing was promised that they could judge. */
  | { readonly kind: "refused"; readonly verdict: EffectVerdict | null };

type EndAsked = {
  readonly to: "effective" | "not_effective";
  /** What the data say; null where no effect was promised. */
  readonly verdict: EffectVerdict | null;
  readonly overrideReason: string | null;
};

/** An action ends as effective or not because the data show it, or because a person says so with a reason. */
export function endingOf({ to, verdict, overrideReason }: EndAsked): Ending {
  if (verdict === to) return { kind: "by-data" };
  return overrideReason !== null && overrideReason.trim() !== "" ? { kind: "by-person" } : { kind: "refused", verdict };
}
