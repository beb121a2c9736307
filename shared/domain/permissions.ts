import type { DateText } from "./calendar.ts";
import { isWithinSubtree, type OrgTree, subtreeOf } from "./tree.ts";

/** Roles that a person can be granted, spelled as in files. */
export const ROLES = [
  "viewer",
  "contributor",
  "approver",
  "leader",
  "executive",
  "quality-manager",
  "auditor",
  "admin",
] as const;
export type Role = (typeof ROLES)[number];

/** A role over a unit and all below it, with its first and last day; no unit means the whole organisation. */
export type RoleGrant = {
  readonly role: Role;
  readonly unit: string | null;
  readonly from: DateText | null;
  readonly to: DateText | null;
  /** Code of the person whose right it is, where it is held as their deputy. */
  readonly of?: string;
};

/** What there is to permit. Every call of the product names one of these. */
export const ACTIONS = [
  "read",
  "read-evidence",
  "read-audit",
  "enter-results",
  "edit-own-actions",
  "approve-results",
  "close-month",
  "reopen-month",
  "approve-restatement",
  "hold-reviews",
  "record-decisions",
  "annotate",
  "edit-objectives",
  "edit-actions",
  "take-snapshot",
  "export-snapshot",
  "share-snapshot",
  "subscribe",
  "snapshot-for-others",
  "edit-units",
  "edit-strategy",
  "edit-definitions",
  "edit-assignments",
  "edit-targets",
  "edit-phases",
  "lock-month",
  "restate",
  "edit-competence",
  "manage-people",
  "manage-api-keys",
  "change-settings",
  "back-up",
] as const;
export type Action = (typeof ACTIONS)[number];

const VIEWER = ["read"] as const;
const CONTRIBUTOR = [...VIEWER, "enter-results", "edit-own-actions"] as const;
const APPROVER = [
  ...CONTRIBUTOR,
  "approve-results",
  "close-month",
  "reopen-month",
  "approve-restatement",
  "restate",
] as const;
const LEADER = [
  ...VIEWER,
  "read-evidence",
  "hold-reviews",
  "record-decisions",
  "annotate",
  "edit-objectives",
  "edit-actions",
  "edit-own-actions",
  "take-snapshot",
  "export-snapshot",
] as const;
const EXECUTIVE = [...LEADER, "share-snapshot", "subscribe", "snapshot-for-others"] as const;
const ADMIN = [...VIEWER, "read-audit", "manage-people", "manage-api-keys", "change-settings", "back-up"] as const;
const OF_ADMIN_ALONE: readonly Action[] = ["manage-people", "manage-api-keys", "change-settings", "back-up"];

/** What each role may do in its subtree; what is not named here is refused. */
export const MAY: Readonly<Record<Role, readonly Action[]>> = {
  viewer: VIEWER,
  contributor: CONTRIBUTOR,
  approver: APPROVER,
  leader: LEADER,
  executive: EXECUTIVE,
  "quality-manager": ACTIONS.filter((action) => !OF_ADMIN_ALONE.includes(action)),
  auditor: ["read", "read-evidence", "read-audit", "export-snapshot"],
  admin: ADMIN,
};

/**
 * Who asks. `person` holds grants; `operator` is the command line acting without a person: every right, except that
 * it never approves a restatement.
 */
export type Holder =
  | { readonly kind: "operator" }
  | {
      readonly kind: "person";
      readonly grants: readonly RoleGrant[];
      /** Rights are always today's, also in a question as of another day. */
      readonly today: DateText;
      /** Today's tree: "below" always means this one. */
      readonly tree: OrgTree;
    };

/** Whether the holder may do this to `unit`; a `unit` of null is the organisation as a whole. */
export function may(holder: Holder, action: Action, unit: string | null): boolean {
  if (holder.kind === "operator") return action !== "approve-restatement";
  return holder.grants.some(
    (grant) =>
      MAY[grant.role].includes(action) &&
      isGrantInForce(grant, holder.today) &&
      (grant.unit === null || (unit !== null && isWithinSubtree(holder.tree, unit, grant.unit))),
  );
}

/**
 * Code of the person by whose right the holder may do this to `unit`, as their deputy; null where a right of their own
 * is enough, or none is.
 */
export function deputisedFor(holder: Holder, action: Action, unit: string | null): string | null {
  if (holder.kind === "operator") return null;
  const own = holder.grants.filter(({ of }) => of === undefined);
  if (may({ ...holder, grants: own }, action, unit)) return null;
  const passed = holder.grants.find(
    (grant) => grant.of !== undefined && may({ ...holder, grants: [grant] }, action, unit),
  );
  return passed?.of ?? null;
}

/** Roles that a deputy never holds in another's place: who lets people in is said by an administrator alone. */
const NEVER_PASSED: readonly Role[] = ["admin"];

/** The grants that a deputy holds in the place of `of`, from the first to the last day of the deputyship. */
export function passedGrants(
  grants: readonly RoleGrant[],
  duty: { readonly of: string; readonly from: DateText; readonly to: DateText },
): RoleGrant[] {
  return grants
    .filter(({ role }) => !NEVER_PASSED.includes(role))
    .map(({ role, unit, from, to }) => ({
      ...{ role, unit, of: duty.of },
      from: from !== null && from > duty.from ? from : duty.from,
      to: to !== null && to < duty.to ? to : duty.to,
    }));
}

/** Whether the holder may do this anywhere at all: what a menu shows before a unit is chosen. */
export function maySomewhere(holder: Holder, action: Action): boolean {
  if (holder.kind === "operator") return action !== "approve-restatement";
  return holder.grants.some((grant) => MAY[grant.role].includes(action) && isGrantInForce(grant, holder.today));
}

/** The units in which the holder may do this, or "all" where the right is for the whole organisation. */
export function unitsOf(holder: Holder, action: Action): "all" | ReadonlySet<string> {
  if (may(holder, action, null)) return "all";
  const units = new Set<string>();
  if (holder.kind === "operator") return units;
  for (const grant of holder.grants) {
    if (grant.unit === null || !MAY[grant.role].includes(action) || !isGrantInForce(grant, holder.today)) continue;
    units.add(grant.unit);
    for (const unit of subtreeOf(holder.tree, grant.unit)) units.add(unit);
  }
  return units;
}

export function isGrantInForce(grant: RoleGrant, today: DateText): boolean {
  return (grant.from === null || grant.from <= today) && (grant.to === null || today <= grant.to);
}
