import type { Generated } from "kysely";

/** The only place of names and e-mail addresses (with the account tables of the sign-in library): erasable. */
export interface PersonNameTable {
  person_id: number;
  name: string;
  email: string | null;
  /** The sign-in library's user, null until there is an account. */
  user_id: string | null;
  locale: string | null;
}

/** Refused calls and sign-ins: outside the chain, kept for a year. */
export interface SecurityEventTable {
  id: Generated<number>;
  at: number;
  actor: string;
  kind: string;
  detail: string;
}

/**
 * The memory of now: a KPI's cells of a calendar year at a unit, made in the writing transaction from its own facts and
 * its direct children's cells by the function that answers as-of questions from the records. No history, no record.
 */
export interface KeptYearTable {
  unit_id: number;
  kpi_id: number;
  year: number;
  /** From January on, with semicolons between: texts of `shared/domain/cell-text.ts`, empty for a month without a cell. */
  cells: string;
}

/** KPIs and months of which cells are kept: those with a report or a target. Others are computed when asked for. */
export interface KeptMonthTable {
  kpi_id: number;
  month: string;
}

export interface JobTable {
  id: Generated<number>;
  public_id: string;
  kind: string;
  state: "waiting" | "running" | "done" | "failed" | "cancelled";
  /** 0 to 1. */
  progress: number;
  input: string;
  outcome: string | null;
  by_id: number | null;
  created_at: number;
  run_after: number;
  /** The server that runs it and until when it may. */
  held_by: string | null;
  held_until: number | null;
  attempts: number;
  /** Why its last attempt failed, in words. */
  last_error: string | null;
}

export interface IdempotencyTable {
  key: string;
  person_id: number;
  body_hash: string;
  status: number;
  answer: string;
  at: number;
}
