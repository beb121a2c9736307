import type { Action } from "../../db/store.ts";
import type { KpiAtUnit, UnitFigures } from "../../shared/domain/kpi-at-unit.ts";
import type { Month } from "../../shared/domain/month.ts";

/** A unit as every view names it. */
export type NamedUnit = { readonly code: string; readonly name: string; readonly kind: string };

/** An action on a KPI, by codes. */
export type PlannedAction = {
  readonly code: string;
  readonly title: string;
  readonly cause: string;
  readonly state: "planned" | "started" | "done" | "effective" | "not_effective" | "dropped";
  readonly owner: string | null;
  readonly startedOn: Action["startedOn"];
  readonly dueOn: string | null;
  readonly progress: number;
  readonly verification: string | null;
  readonly unit: string;
  /** What was promised before it started. */
  readonly effect: Action["effect"];
};

/** What surrounds a KPI's figures at a unit. */
export type KpiSurroundings = {
  /** Code of a person; names are resolved when shown. */
  readonly owner: string | null;
  readonly theme: string | null;
  /** The objective of the year that holds the KPI for this unit or the nearest one above. */
  readonly objective: string | null;
  /** Of the objective's link: what is shown first. */
  readonly weight: number;
  readonly phases: readonly { readonly fromMonth: Month; readonly reason: string }[];
  readonly actions: readonly PlannedAction[];
  /** Instant of the newest decision on the KPI at this unit, and the month it was taken in. */
  readonly decidedOn: string | null;
};

/** Everything that the views of one unit are made of, read in a few statements. */
export type UnitInsight = {
  readonly unit: NamedUnit;
  /** From the root to the unit, both included. */
  readonly path: readonly NamedUnit[];
  readonly settings: InsightSettings;
  readonly figures: UnitFigures;
  /** In the order of the screens: by objective, weight, code. Inputs of derived KPIs that the unit doesn't have are not named. */
  readonly shown: readonly KpiAtUnit[];
  readonly surroundings: ReadonlyMap<string, KpiSurroundings>;
  readonly objectives: readonly { readonly code: string; readonly statement: string; readonly theme: string }[];
  readonly themes: readonly { readonly code: string; readonly name: string }[];
  /** Units that owe a result of the period, by KPI. */
  readonly owing: ReadonlyMap<string, readonly NamedUnit[]>;
  /** Instant of the newest record behind the figures, milliseconds. */
  readonly newestRecord: number;
};

export type InsightSettings = {
  readonly locale: string;
  readonly timeZone: string;
  /** 1 to 12. */
  readonly fiscalYearStart: number;
};
