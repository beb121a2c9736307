import type { CompetenceState, TrainingResult } from "../domain/competence.ts";
import type { Role } from "../domain/permissions.ts";

export const COMPETENCE_STATE: Readonly<Record<CompetenceState, string>> = {
  valid: "Valid",
  expiring: "Expires soon",
  expired: "Expired",
  missing: "Not trained yet",
};

export const TRAINING_RESULT: Readonly<Record<TrainingResult, string>> = {
  passed: "Passed",
  attended: "Attended",
  failed: "Not passed",
};

const ROLE: Readonly<Record<Role, string>> = {
  viewer: "Viewers",
  contributor: "Unit managers",
  approver: "Approvers",
  leader: "Leaders",
  executive: "Executives",
  "quality-manager": "Quality managers",
  auditor: "Auditors",
  admin: "Administrators",
};

/** Whom a need is about: "Unit managers", "Everyone". */
export function roleWord(role: Role | null): string {
  return role === null ? "Everyone" : ROLE[role];
}

type Counts = { readonly required: number; readonly valid: number; readonly expiring: number };

/** "9 of 12 required trainings are valid, 1 expires soon". */
export function trainingsHeadline({ required, valid, expiring }: Counts): string {
  if (required === 0) return "No training is required of anyone yet";
  const soon = expiring === 0 ? "" : `, ${expiring} ${expiring === 1 ? "expires" : "expire"} soon`;
  return `${valid} of ${required} required trainings are valid${soon}`;
}

/** Why a result is not applicable where nobody of the unit needs a training. */
export const NOBODY_NEEDS_ONE = "Nobody of the unit needs a training.";

/** The comment on a result that was counted from the records. */
export function countedComment({ valid, required }: { readonly valid: number; readonly required: number }): string {
  return `Counted from the training records: ${valid} of ${required} valid.`;
}
