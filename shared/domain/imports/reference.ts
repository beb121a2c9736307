import type { KpiDefinition } from "../kpi-definition.ts";
import type { Month } from "../month.ts";
import type { Action } from "../permissions.ts";
import type { UnitEdge } from "../tree.ts";

/** A time for which a unit reports a KPI; `to` null is open. */
export interface ReferenceTerm {
  from: Month;
  to: Month | null;
}

export interface ReferenceTolerance {
  from: Month;
  kind: "absolute" | "percent";
  amount: number;
}

export interface ReferenceKpi {
  theme: string | null;
  versions: readonly KpiDefinition[];
  tolerances: readonly ReferenceTolerance[];
  hasResults: boolean;
  /** Its results are counted from training records; absent: they are entered. */
  isCounted?: boolean;
}

export interface ReferenceTheme {
  strategy: string;
}

/** What an organisation holds, as far as an import is checked against it. All keys are codes. */
export interface ReferenceData {
  /** 1 to 12. */
  fiscalYearStart: number;
  /** The month of today: results of later ones cannot be known. */
  currentMonth: Month;
  units: ReadonlySet<string>;
  edges: readonly UnitEdge[];
  themes: ReadonlyMap<string, ReferenceTheme>;
  kpis: ReadonlyMap<string, ReferenceKpi>;
  /** KPI, then unit. */
  terms: ReadonlyMap<string, ReadonlyMap<string, readonly ReferenceTerm[]>>;
  stateOf(unit: string, month: Month): "open" | "closed" | "locked";
  /** Months locked for the unit or any below it (null: anywhere), in order. */
  lockedMonths(unit: string | null): readonly Month[];
  /** Whether the row of this number says what is stored already: such a row changes no locked month. */
  isUnchanged(row: number): boolean;
  may(action: Action, unit: string | null): boolean;
}
