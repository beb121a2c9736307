import type { StatusKind } from "./status-kind.ts";

/** "n of m KPIs on target" and the worst of them. An objective has no score. */
export type ObjectiveStatus = { readonly onTarget: number; readonly kpis: number; readonly worst: StatusKind | null };

/**
 * From worst to best: what falls short of its target first, then what can't be judged, by how much there is to do
 * about it, then what is on target.
 */
export const FROM_WORST = [
  "off",
  "near",
  "missing",
  "incomplete",
  "no_value",
  "no_target",
  "not_due",
  "on",
] as const satisfies readonly StatusKind[];

export function objectiveStatus(statuses: readonly StatusKind[]): ObjectiveStatus {
  return {
    onTarget: statuses.filter((status) => status === "on").length,
    kpis: statuses.length,
    worst: FROM_WORST.find((status) => statuses.includes(status)) ?? null,
  };
}
