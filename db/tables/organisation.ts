import type { Flag, Versioned } from "./versioned.ts";

/** One event a command, chained: `hash` = HMAC-SHA-256 over the canonical event with `previous_hash`. */
export interface AuditEventTable {
  seq: number;
  at: number;
  /** Code of the person, or `operator`, or `system`. */
  actor: string;
  command: string;
  entity: string;
  /** Code of the thing changed; empty for commands on many. */
  entity_code: string;
  /** Code of the unit it concerns, for the rights of the reader; null for the whole organisation. */
  unit_code: string | null;
  before: string | null;
  after: string | null;
  reason: string | null;
  /** Digest over the record rows that the command wrote, and how many they were by table. */
  digest: string;
  rows: string;
  previous_hash: string;
  hash: string;
}

/** Key: none (one organisation a database). */
export interface OrganisationTable extends Versioned {
  name: string;
  /** 1 to 12. */
  fiscal_year_start: number;
  locale: string;
  time_zone: string;
  /** Day of the following month by which results are due, 1 to 28. */
  entry_due_day: number;
  /** Percent of due results a figure needs to be judged. */
  minimum_coverage: number;
  approval: Flag;
  retention_years: number;
}

/** Key: person. */
export interface PersonStateTable extends Versioned {
  person_id: number;
  state: "active" | "suspended" | "left";
}

/** Key: grant_no (a number of its own for each grant). */
export interface RoleGrantTable extends Versioned {
  grant_no: number;
  person_id: number;
  role: string;
  /** Null: the whole organisation. */
  unit_id: number | null;
  from_date: string | null;
  to_date: string | null;
  withdrawn: Flag;
}

/** Key: unit. */
export interface UnitVersionTable extends Versioned {
  unit_id: number;
  name: string;
  kind: string;
}

/** Key: child and from_month. The parent in force in a month is that of the newest `from_month` up to it. */
export interface UnitEdgeTable extends Versioned {
  child_id: number;
  /** `0000-01`: always. */
  from_month: string;
  /** Null for the root, and for a unit that left the tree (`ends` = 1). */
  parent_id: number | null;
  ends: Flag;
  withdrawn: Flag;
}

/** Key: unit and month. Closing an area writes a row for each unit in it. No row: open. */
export interface PeriodStateTable extends Versioned {
  unit_id: number;
  month: string;
  state: "open" | "closed" | "locked";
  by_id: number | null;
}
