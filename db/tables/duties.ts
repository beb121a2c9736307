import type { Flag, Versioned, Written } from "./versioned.ts";

/** Key: scope, of which there is one. When people are reminded, and the hours in which nobody is written to. */
export interface NoticeSettingTable extends Versioned {
  scope: "organisation";
  /** Days before the due day; 0: no reminder then. */
  before_days: number;
  on_due_day: Flag;
  /** Days from one late reminder to the next; 0: none. */
  late_days: number;
  may_unsubscribe: Flag;
  /** Hours of the organisation's day, 0 to 23; equal: no quiet hours. */
  quiet_from: number;
  quiet_to: number;
}

/** Key: person. What they want to be written to about. */
export interface PersonNoticeTable extends Versioned {
  person_id: number;
  reminders: Flag;
  on_status: Flag;
  on_signal: Flag;
  on_chance: Flag;
  /** Both null: the organisation's quiet hours. */
  quiet_from: number | null;
  quiet_to: number | null;
}

/** Key: public_id. From the first to the last day the deputy holds the person's rights besides their own. */
export interface DeputyTable extends Versioned {
  public_id: string;
  person_id: number;
  deputy_id: number;
  from_date: string;
  to_date: string;
  reason: string;
  withdrawn: Flag;
}

/** Key: public_id. What one person owns and another shall own from a day on. */
export interface HandOverTable extends Versioned {
  public_id: string;
  from_id: number;
  to_id: number;
  on_date: string;
  /** JSON: codes by kind. */
  items: string;
  reason: string;
  by_id: number | null;
  state: "planned" | "done" | "cancelled";
}

/** What a deputy did by another person's right: `event` names it. */
export interface ActedForTable extends Written {
  by_id: number;
  for_id: number;
  action: string;
}

/** A reminder that was sent: each only once, however many servers there are. */
export interface NoticeSentTable {
  person_id: number;
  kind: "before" | "due" | "late";
  period: string;
  no: number;
  at: number;
}

/** What a person was last told of the KPIs that they watch, as JSON. */
export interface AlertSeenTable {
  person_id: number;
  seen: string;
  at: number;
}
