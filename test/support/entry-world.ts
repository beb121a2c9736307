import type { Store, Writings } from "../../db/store.ts";
import { decimalOfNumber } from "../../shared/domain/decimal.ts";
import type { KpiDefinition } from "../../shared/domain/kpi-definition.ts";
import { ALWAYS, addMonths, type Month, monthRange } from "../../shared/domain/month.ts";
import type { PeriodState } from "../../shared/domain/revision.ts";
import { aWorld, type World, type WorldOptions } from "./world.ts";

/** The month that is entered: the newest that has ended on the tests' day, 20 April 2026. */
export const MONTH = "2026-03" as Month;
/** Months with results before it. */
const HISTORY = 24;

type Sample = {
  readonly code: string;
  readonly name: string;
  readonly decimals: number;
  readonly direction: "higher" | "lower";
  readonly target: number;
  /** About which the months before lie, and how far from it. */
  readonly about: number;
  readonly spread: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly frequency?: KpiDefinition["frequency"];
  /** A ratio, of which this is the usual denominator; results are percent. */
  readonly per?: number;
};

/** Twelve KPIs that take one value each. */
export const TWELVE: readonly Sample[] = [
  { code: "CALLBACKS", name: "Callback rate", decimals: 1, direction: "lower", target: 4.0, about: 4, spread: 0.3 },
  {
    code: "FIX",
    name: "First-time fix rate",
    decimals: 1,
    direction: "higher",
    target: 92,
    about: 88,
    spread: 1.5,
    minimum: 0,
    maximum: 100,
  },
  { code: "NPS", name: "Customer loyalty", decimals: 0, direction: "higher", target: 45, about: 48, spread: 3 },
  {
    code: "ANSWERED",
    name: "Complaints answered in 24 h",
    decimals: 1,
    direction: "higher",
    target: 95,
    about: 97.6,
    spread: 0.5,
    minimum: 0,
    maximum: 100,
  },
  {
    code: "DEFECTS",
    name: "Handover defects",
    decimals: 2,
    direction: "lower",
    target: 0.6,
    about: 0.53,
    spread: 0.04,
  },
  {
    code: "ON-TIME",
    name: "On-time handover",
    decimals: 1,
    direction: "higher",
    target: 90,
    about: 91,
    spread: 1.5,
    minimum: 0,
    maximum: 100,
  },
  {
    code: "COPQ",
    name: "Cost of poor quality",
    decimals: 2,
    direction: "lower",
    target: 1.8,
    about: 1.85,
    spread: 0.06,
  },
  {
    code: "SUPPLIER",
    name: "Supplier delivery in full, on time",
    decimals: 1,
    direction: "higher",
    target: 96,
    about: 94,
    spread: 1,
    minimum: 0,
    maximum: 100,
  },
  {
    code: "INJURIES",
    name: "Recordable injuries",
    decimals: 2,
    direction: "lower",
    target: 1.6,
    about: 1.4,
    spread: 0.1,
  },
  {
    code: "NEAR-MISSES",
    name: "Near misses reported",
    decimals: 1,
    direction: "higher",
    target: 3,
    about: 3.9,
    spread: 0.3,
  },
  {
    code: "TRAINING",
    name: "Quality training done",
    decimals: 0,
    direction: "higher",
    target: 95,
    about: 94,
    spread: 1.5,
    minimum: 0,
    maximum: 100,
  },
  {
    code: "IMPROVED",
    name: "Improvements finished",
    decimals: 1,
    direction: "higher",
    target: 8,
    about: 8,
    spread: 0.9,
  },
];

export const RATIO: Sample = {
  ...{ code: "PREVENTIVE", name: "Preventive visits as planned", decimals: 1, direction: "higher", target: 95 },
  ...{ about: 96, spread: 0.8, minimum: 0, maximum: 100, per: 400 },
};
export const HALF_YEARLY: Sample = {
  ...{ code: "CULTURE", name: "Quality culture", decimals: 0, direction: "higher", target: 78, about: 79, spread: 1 },
  frequency: "half-year",
};

export type EntryWorldOptions = WorldOptions & { readonly kpis?: readonly Sample[]; readonly locale?: string };

/** A world in which unit N-1 has results of 24 months for each KPI, and March 2026 is to be entered by `maija`. */
export async function anEntryWorld({
  kpis = TWELVE,
  locale = "en-GB",
  ...options
}: EntryWorldOptions = {}): Promise<World> {
  const world = await aWorld(options);
  await world.person("maija", ["contributor", "N-1"]);
  await world.person("antti", ["contributor", "N-1"]);
  await world.person("outsider", ["contributor", "S-1"]);
  await world.person("reader", ["viewer", null]);
  await world.store.command({ actor: "operator", command: "kpis-defined", entity: "kpi" }, async (store) => {
    const organisation = await store.organisation.find();
    if (organisation !== null) await store.organisation.say({ ...organisation, locale });
    for (const kpi of kpis) await addKpi(store, kpi);
  });
  return world;
}

async function addKpi(store: Writings, sample: Sample): Promise<void> {
  const { code, target } = sample;
  const ids = await store.kpis.put([{ code, owner: null, theme: null, timing: "lagging" }]);
  const kpi = ids.get(code) ?? 0;
  const unit = (await store.organisation.unitIds(["N-1"])).get("N-1") ?? 0;
  await store.kpis.define([{ kpi, definition: definitionOf(sample) }]);
  const term = { kpi, unit, from: addMonths(MONTH, -HISTORY), to: null, enteredBy: null, approver: null, deputy: null };
  await store.kpis.assign([{ ...term, notApplicableReason: null, withdrawn: false }]);
  const months = monthRange(addMonths(MONTH, -HISTORY), MONTH);
  await store.kpis.setTargets(
    months.map((month) => ({
      ...{ kpi, unit, month, value: target, low: null, high: null, share: 1, stretch: null, benchmark: null },
      ...{ reason: null, approvedBy: null, withdrawn: false },
    })),
  );
  const [first] = await store.kpis.termsOf({ kpis: [kpi], units: [unit] });
  const isPeriod = (month: Month) => sample.frequency === undefined || ["06", "12"].includes(month.slice(5));
  await store.results.write(
    months
      .filter((month) => month < MONTH && isPeriod(month))
      .map((period, index) => ({
        ...{ assignment: first?.assignment ?? 0, period, kind: "number", ...amounts(sample, index) },
        ...{ comment: null, cause: null, state: "submitted", counts: true, source: "grid", restatement: false },
        ...{ reason: null, by: null, open: { counting: null, pending: null } },
      })),
  );
}

/** A course without a signal: the steps of a well-mixed sequence about the level. */
function amounts({ about, spread, decimals, per }: Sample, index: number) {
  const step = ((index * 7) % 11) / 5 - 1;
  const value = Number((about + spread * step).toFixed(decimals));
  if (per === undefined) return { value, numerator: null, denominator: null };
  return { value: null, numerator: Math.round((value * per) / 100), denominator: per };
}

function definitionOf(sample: Sample): Omit<KpiDefinition, "version"> {
  const { name, decimals, direction, minimum = null, maximum = null, frequency = "month", per } = sample;
  return {
    ...{ validFrom: ALWAYS, name, decimals, direction, minimum, maximum, frequency },
    ...{
      description: null,
      formula: null,
      source: null,
      exclusions: null,
      unitOfMeasure: per === undefined ? "points" : "%",
    },
    input: per === undefined ? "value" : "ratio",
    multiplier: decimalOfNumber(per === undefined ? 1 : 100),
    numeratorLabel: per === undefined ? null : "Visits done in their window",
    denominatorLabel: per === undefined ? null : "Visits planned",
    ...{ expression: null, chartKind: "auto", uses: [] },
    orgRule: per === undefined ? "mean" : "ratio",
    timeRule: per === undefined ? "mean" : "ratio",
  };
}

/** Closes or locks a month of the unit. */
export async function sayPeriod(store: Store, month: Month, state: PeriodState): Promise<void> {
  await store.command({ actor: "operator", command: "month-closed", entity: "period" }, async (writing) => {
    await writing.organisation.setPeriodStates([{ unit: "N-1", month, state, by: "antti" }]);
  });
}
