import type { Flag, Versioned } from "./versioned.ts";

/** Key: training; its code is its number, `T-0001`. */
export interface TrainingVersionTable extends Versioned {
  training_id: number;
  title: string;
  unit_id: number;
  objective_id: number | null;
  /** The action that carries it out: its promise and its verification are the training's effect. */
  action_id: number | null;
  description: string;
  /** For how long a record of it holds; null: for good. */
  valid_months: number | null;
  withdrawn: Flag;
}

/** Key: competence need; its code is its number, `C-0001`. What a role has to know at a unit and below it (ISO 9001:2015, 7.2). */
export interface CompetenceNeedVersionTable extends Versioned {
  competence_need_id: number;
  unit_id: number;
  /** Null: everyone there. */
  role: string | null;
  competence: string;
  training_id: number;
  withdrawn: Flag;
}

/** Key: record. That a person took a training, how it went and until when it holds. */
export interface TrainingRecordTable extends Versioned {
  public_id: string;
  training_id: number;
  person_id: number;
  /** Where the person worked then: who may read and write there may read and write the record. */
  unit_id: number;
  held_on: string;
  result: "passed" | "attended" | "failed";
  /** The last day on which it holds; null: for good. */
  valid_to: string | null;
  note: string;
  by_id: number | null;
  withdrawn: Flag;
}

/** Key: KPI, whose results are counted from the training records. */
export interface CompetenceFeedTable extends Versioned {
  kpi_id: number;
  withdrawn: Flag;
}
