import { randomOf } from "./random.ts";
import { SERVICE_ONLY } from "./units.ts";

/**
 * What was planted in the months, each so that a screen has something true to show. Months count from 1 (the oldest of 36)
 * to 36 (the newest); shorter or longer demonstrations keep the distance to the end.
 */
export type Place = {
  kpi: string;
  unit: string;
  country: string;
  area: string;
  /** 1 to 36 in the standard story; 0 and below in what came before. */
  month: number;
  /** 1 to 12. */
  calendarMonth: number;
};

/** Heat and summer traffic: callbacks and entrapments by calendar month, mean 1. */
const SUMMER = [0.93, 0.92, 0.94, 0.97, 1.02, 1.09, 1.13, 1.11, 1.03, 0.97, 0.94, 0.95];
const SEASONAL = new Set(["CALLBACKS", "ENTRAPMENTS", "MTBC"]);

export const DOOR_CAMPAIGN = { kpi: "CALLBACKS", area: "A-NE", month: 20, factor: 0.82 };
export const CALL_TRAINING = { kpi: "COMPLAINTS-10D", country: "C-DE", month: 22 };
/** New equipment was quieter there than elsewhere until then, so that the target holds for long after the change. */
export const SUPPLIER_CHANGE = { kpi: "NEW-CALLBACKS", country: "C-IT", month: 27, before: 0.85, factor: 1.3 };
export const TEN_TIMES = { kpi: "COMPLAINTS", unit: "B-BOM", month: 31 };
export const DEFINITION_CHANGE = { kpi: "COMPLAINTS", month: 22, factor: 1.12 };
export const MIX_SHIFT = { kpi: "PREVENTIVE", countries: ["C-CN", "C-IN"] };
/** The changed target: callbacks from the newest fiscal year on. */
export const TARGET_CHANGE = {
  kpi: "CALLBACKS",
  reason: "Board decision after the door campaign: what one area reached is asked of all.",
};

/** Lasting changes of level: a factor on rates, or on the failing part of a share. */
function levelAt(place: Place): number {
  const { kpi, country, area, month } = place;
  if ((kpi === DOOR_CAMPAIGN.kpi || kpi === "MTBC") && area === DOOR_CAMPAIGN.area && month >= DOOR_CAMPAIGN.month)
    return DOOR_CAMPAIGN.factor;
  if (kpi === SUPPLIER_CHANGE.kpi && country === SUPPLIER_CHANGE.country)
    return SUPPLIER_CHANGE.before * (month >= SUPPLIER_CHANGE.month ? SUPPLIER_CHANGE.factor : 1);
  if (kpi === DEFINITION_CHANGE.kpi && month >= DEFINITION_CHANGE.month) return DEFINITION_CHANGE.factor;
  if (kpi === "COPQ" && month > 22) return 0.88;
  if (kpi === "NEAR-MISSES" && month > 28) return 1.08;
  return 1;
}

/** Factor on a rate, or on the failing part of a share, at one place: season, planted changes and how units differ. */
export function rateFactor(place: Place): number {
  const season = SEASONAL.has(place.kpi) ? (SUMMER[place.calendarMonth - 1] ?? 1) : 1;
  return season * levelAt(place) * unitFactor(place) * mixFactor(place);
}

/** Countries differ more than branches; nobody is the mean. */
function unitFactor({ kpi, unit, country }: Place): number {
  return Math.exp(0.11 * randomOf(`${kpi} ${country}`).normal() + 0.06 * randomOf(`${kpi} ${unit}`).normal());
}

/**
 * Simpson's paradox in preventive visits: two countries do three times worse, every country gets a little better month by
 * month, and those two grow so fast that the whole gets worse.
 */
function mixFactor({ kpi, country, month }: Place): number {
  if (kpi !== MIX_SHIFT.kpi) return 1;
  const better = 1 - 0.01 * Math.max(0, month - 12);
  return MIX_SHIFT.countries.includes(country) ? 3 * better : 0.75 * better;
}

/** How the number of cases grows against the first month. */
export function volumeFactor({ kpi, country, month }: Place): number {
  if (kpi === MIX_SHIFT.kpi && MIX_SHIFT.countries.includes(country)) return 1 + Math.max(0, month - 20) * 0.25;
  return 1 + 0.001 * month;
}

/** No new equipment is sold there. */
export function isNotApplicable(kpi: string, unit: string): boolean {
  return unit === SERVICE_ONLY && (kpi === "ON-TIME" || kpi === "RIGHT-FIRST" || kpi === "NEW-CALLBACKS");
}
