import { extent } from "../../../shared/charts/scale.ts";
import type { WorkshopView } from "../../../shared/contracts/workshop.ts";

export type Amounts = { value: number | null; low: number | null; high: number | null };

/** The edges that a proposed target draws. */
export function targetEdges({ proposed: { value, low, high } }: Pick<WorkshopView, "proposed">): number[] {
  return [value, low, high].filter((edge) => edge !== null);
}

/** One scale for all simulated years, their target and the usual range. */
export function yearsDomain(view: WorkshopView): [number, number] {
  const { lower, upper } = view.process;
  return extent([...view.years.flatMap(({ values }) => values), ...targetEdges(view), lower, upper]) ?? [0, 1];
}

/** What the fields hold as numbers; null where a field that is needed holds none. Both separators are read. */
export function amountsIn(fields: { value: string; low: string; high: string }, isBand: boolean): Amounts | null {
  const [value, low, high] = [numberIn(fields.value), numberIn(fields.low), numberIn(fields.high)];
  if (isBand) return low === null || high === null ? null : { value: null, low, high };
  return value === null ? null : { value, low: null, high: null };
}

function numberIn(text: string): number | null {
  const written = text.trim().replace("−", "-").replace(",", ".");
  const number = Number(written);
  return written === "" || !Number.isFinite(number) ? null : number;
}
