import type { EntryRow, EntryView } from "../../shared/contracts/results.ts";
import type { Month } from "../../shared/domain/month.ts";

const MONTH = "2026-10" as Month;

/** A row of the entry view, empty unless said. */
export function aRow(kpi: string, change: Partial<EntryRow> = {}): EntryRow {
  return {
    ...{ kpi, name: `KPI ${kpi}`, unitOfMeasure: "%", decimals: 1, direction: "higher", input: "value", multiplier: 1 },
    ...{ numeratorLabel: "Done", denominatorLabel: "Planned", minimum: 0, maximum: 100, last: [], before: [] },
    ...{ target: { value: 95, low: null, high: null, label: "≥ 95.0" }, tolerance: null },
    ...{ usual: { low: 96, high: 99, shown: "96–99" }, usualDenominator: null },
    ...{
      content: { kind: "missing" },
      shown: "–",
      revision: 0,
      state: "none",
      stateNote: null,
      status: "missing",
      comment: null,
    },
    ...{ cause: null, lastCause: null, enteredBy: null, enteredAt: null, confirmed: [] },
    ...{ asks: { cause: false, plan: false }, sentence: "Not entered yet." },
    ...change,
  };
}

export function aRatio(kpi: string, change: Partial<EntryRow> = {}): EntryRow {
  return aRow(kpi, { input: "ratio", multiplier: 100, usualDenominator: { low: 380, high: 420 }, ...change });
}

export function aView(rows: EntryRow[]): EntryView {
  return {
    unit: { code: "N-1", name: "North 1", kind: "branch" },
    ...{ month: MONTH, months: [], dueOn: "2026-11-06", today: "2026-11-03", periodState: "open", readOnly: null },
    ...{
      mayEnter: true,
      mayRestate: false,
      headline: "",
      subline: "",
      entered: 0,
      total: rows.length,
      submitted: false,
      rows,
    },
  };
}
