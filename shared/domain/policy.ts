import type { DateText } from "./calendar.ts";

export type PolicyState = "draft" | "coming" | "in_force" | "past";

type Version = {
  readonly validFrom: DateText;
  /** First day of the next approved version; null where there is none. */
  readonly next: DateText | null;
  readonly isApproved: boolean;
};

/** Where a version of the policy stands on a day. */
export function policyState({ validFrom, next, isApproved }: Version, today: DateText): PolicyState {
  if (!isApproved) return "draft";
  if (validFrom > today) return "coming";
  return next !== null && next <= today ? "past" : "in_force";
}
