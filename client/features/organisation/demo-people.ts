/** The people of the demonstration: named by their role, for no person was invented. */
export const DEMO_PEOPLE = [
  { code: "leader", role: "Leader", does: "Reviews the charts of an area and decides" },
  { code: "manager", role: "Unit manager", does: "Enters the monthly results of a branch" },
  { code: "executive", role: "Executive", does: "Exports snapshots for the board" },
  { code: "approver", role: "Approver", does: "Approves results and closes months" },
  { code: "quality", role: "Quality manager", does: "Keeps definitions, targets and locks" },
  { code: "auditor", role: "Auditor", does: "Reads everything, changes nothing" },
  { code: "admin", role: "Administrator", does: "Looks after users, roles and settings" },
] as const;
