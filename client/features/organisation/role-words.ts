import { ROLES, type Role } from "../../../shared/domain/permissions.ts";

const ROLE_WORDS: Readonly<Record<Role, string>> = {
  viewer: "Viewer: reads",
  contributor: "Contributor: enters and submits results",
  approver: "Approver: approves results, closes months",
  leader: "Leader: reviews, decides, takes snapshots",
  executive: "Executive: shares snapshots too",
  "quality-manager": "Quality manager: everything but users",
  auditor: "Auditor: reads everything, changes nothing",
  admin: "Administrator: users, roles, keys, settings",
};

export const ROLE_CHOICES = ROLES.map((role) => ({ value: role, label: ROLE_WORDS[role] }));

/** "Quality manager". */
export function roleName(role: Role): string {
  return ROLE_WORDS[role].split(":")[0] ?? role;
}
