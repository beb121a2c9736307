/** What is wrong with the record. `place` names the first broken event or row: `event 7`, `target 12`. */
export type RecordFault = {
  readonly kind:
    | "engine"
    | "event-missing"
    | "event-changed"
    | "event-earlier"
    | "row-missing"
    | "row-changed"
    | "row-unexplained"
    | "row-misdated"
    | "succession-broken"
    | "snapshot-changed"
    | "head-not-in-chain"
    | "head-forged";
  readonly place: string;
};

export type Verification = {
  readonly events: number;
  readonly rows: number;
  readonly snapshots: number;
  /** Null where everything is as it was recorded. */
  readonly fault: RecordFault | null;
};
