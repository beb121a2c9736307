import { addMonthsToDate, type DateText } from "./calendar.ts";
import type { Role } from "./permissions.ts";
import { isGrantInForce, type RoleGrant } from "./permissions.ts";
import { isWithinSubtree, type OrgTree } from "./tree.ts";

export const TRAINING_RESULTS = ["passed", "attended", "failed"] as const;
export type TrainingResult = (typeof TRAINING_RESULTS)[number];

/** How a person stands to a training that they need. */
export const COMPETENCE_STATES = ["valid", "expiring", "expired", "missing"] as const;
export type CompetenceState = (typeof COMPETENCE_STATES)[number];

/** Months before the end in which a record is said to expire. */
const SOON = 2;

type Held = { readonly heldOn: DateText; readonly result: TrainingResult; readonly validTo: DateText | null };

export type Standing = {
  readonly state: CompetenceState;
  /** The last day of the record that holds or held longest; null where it holds for good or there is none. */
  readonly validTo: DateText | null;
};

/** The last day on which a record holds; null for good. */
export function validUntil(heldOn: DateText, validMonths: number | null): DateText | null {
  return validMonths === null ? null : addMonthsToDate(heldOn, validMonths);
}

/** How somebody stands on a day by their records of one training. A failed one proves nothing. */
export function standingOn(records: readonly Held[], day: DateText): Standing {
  const proofs = records.filter(({ heldOn, result }) => result !== "failed" && heldOn <= day);
  if (proofs.length === 0) return { state: "missing", validTo: null };
  if (proofs.some(({ validTo }) => validTo === null)) return { state: "valid", validTo: null };
  const last =
    proofs
      .map(({ validTo }) => validTo ?? day)
      .toSorted()
      .at(-1) ?? day;
  if (last < day) return { state: "expired", validTo: last };
  return { state: last < addMonthsToDate(day, SOON) ? "expiring" : "valid", validTo: last };
}

type Need = { readonly unit: string; readonly role: Role | null; readonly training: string };
type Granted = RoleGrant & { readonly person: string };
type Asked = { readonly tree: OrgTree; readonly day: DateText };

/** That a person at a unit needs a training. */
export type Required = { readonly person: string; readonly unit: string; readonly training: string };

/**
 * Who needs what on a day: everyone who holds the role at the need's unit or below it, each training once for each unit.
 * A role for the whole organisation is held at the top of the tree.
 */
export function requiredOn(needs: readonly Need[], grants: readonly Granted[], { tree, day }: Asked): Required[] {
  const found = new Map<string, Required>();
  for (const grant of grants) {
    const unit = grant.unit ?? tree.root;
    if (unit === null || !isGrantInForce(grant, day)) continue;
    for (const need of needs) {
      const isMeant = need.role === null || need.role === grant.role;
      if (!isMeant || !isWithinSubtree(tree, unit, need.unit)) continue;
      found.set(`${grant.person} ${unit} ${need.training}`, { person: grant.person, unit, training: need.training });
    }
  }
  return [...found.values()];
}

/** Valid trainings of those that the people of a unit need: numerator and denominator of its coverage. */
export function coverageAt(
  unit: string,
  required: readonly Required[],
  isValid: (required: Required) => boolean,
): { readonly valid: number; readonly required: number } {
  const own = required.filter((each) => each.unit === unit);
  return { valid: own.filter(isValid).length, required: own.length };
}
