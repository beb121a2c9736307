/** The people of the demonstration: named by their role, for no person was invented. */
export const DEMO_PEOPLE = ["leader", "manager", "executive", "approver", "quality", "auditor", "admin"] as const;
