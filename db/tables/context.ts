import type { Flag, Versioned } from "./versioned.ts";

/** Key: party. An interested party of the organisation (ISO 9001:2015, 4.2). */
export interface PartyVersionTable extends Versioned {
  party_id: number;
  name: string;
  kind: "customer" | "user" | "employee" | "owner" | "supplier" | "authority" | "society" | "other";
  withdrawn: Flag;
}

/** Key: need; its code is its number, `N-0001`. */
export interface NeedVersionTable extends Versioned {
  need_id: number;
  party_id: number;
  unit_id: number;
  text: string;
  /** Where the requirement is written: a law, a standard's clause, a contract. */
  requirement: string;
  reviewed_on: string | null;
  withdrawn: Flag;
}

/** Key: risk; its code is its number, `R-0001`. An opportunity is a kind of its own in the same numbering. */
export interface RiskVersionTable extends Versioned {
  risk_id: number;
  kind: "risk" | "opportunity";
  unit_id: number;
  text: string;
  /** 1 to 5. */
  likelihood: number;
  /** 1 to 5. */
  consequence: number;
  treatment: string;
  owner_id: number | null;
  verdict: "not_judged" | "effective" | "not_effective";
  verdict_reason: string;
  withdrawn: Flag;
}

/** Key: issue; its code is its number, `I-0001`. Internal and external issues (ISO 9001:2015, 4.1). */
export interface IssueVersionTable extends Versioned {
  issue_id: number;
  kind: "internal" | "external";
  unit_id: number;
  text: string;
  reviewed_on: string | null;
  withdrawn: Flag;
}

/** Key: objective and need. */
export interface ObjectiveNeedTable extends Versioned {
  objective_id: number;
  need_id: number;
  withdrawn: Flag;
}

/** Key: objective and risk. */
export interface ObjectiveRiskTable extends Versioned {
  objective_id: number;
  risk_id: number;
  withdrawn: Flag;
}

/** Key: need and risk. */
export interface NeedRiskTable extends Versioned {
  need_id: number;
  risk_id: number;
  withdrawn: Flag;
}

/** Key: action and risk: the action treats the risk or takes the opportunity. */
export interface ActionRiskTable extends Versioned {
  action_id: number;
  risk_id: number;
  withdrawn: Flag;
}
