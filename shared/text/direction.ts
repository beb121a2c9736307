import type { PolicyState } from "../domain/policy.ts";

export const POLICY_STATE: Readonly<Record<PolicyState, string>> = {
  draft: "Draft, not approved",
  coming: "Approved, not yet in force",
  in_force: "In force",
  past: "No longer in force",
};

type Direction = {
  /** First day of the policy in force; null where there is none. */
  readonly policyFrom: string | null;
  /** Names of the strategies in force. */
  readonly strategies: readonly string[];
};

/** "Policy in force since 2023-08-01; strategy Reliable by design". */
export function directionHeadline({ policyFrom, strategies }: Direction): string {
  const policy = policyFrom === null ? "No policy is in force" : `Policy in force since ${policyFrom}`;
  const strategy = strategies.length === 0 ? "no strategy covers this year" : `strategy ${strategies.join(", ")}`;
  return `${policy}; ${strategy}`;
}
