import type { SparkView } from "../contracts/insight.ts";
import { extent } from "./scale.ts";

type Panel = { readonly key: string; readonly unitOfMeasure: string; readonly spark: SparkView };
export type PanelScale = { readonly domain: readonly [number, number]; readonly isShared: boolean };

/** A chart keeps at least this part of a shared scale; flatter than that it would show nothing. */
const LEAST_SHARE = 0.25;

/**
 * Charts of one unit of measure share one scale, as long as each still fills a quarter of it; else each has its own,
 * and the note beside it says so.
 */
export function sharedScales(panels: readonly Panel[]): ReadonlyMap<string, PanelScale> {
  const scales = new Map<string, PanelScale>();
  for (const together of Map.groupBy(panels, ({ unitOfMeasure }) => unitOfMeasure).values()) {
    const own = together.map(({ key, spark }) => ({ key, domain: domainOf(spark) }));
    const whole = extent(own.flatMap(({ domain }) => [...domain])) ?? [0, 1];
    const reach = whole[1] - whole[0];
    const isShared = own.length > 1 && own.every(({ domain: [low, high] }) => high - low >= reach * LEAST_SHARE);
    for (const { key, domain } of own) scales.set(key, { domain: isShared ? whole : domain, isShared });
  }
  return scales;
}

function domainOf({ values, targets, low, high }: SparkView): readonly [number, number] {
  return extent([...values, ...targets, low, high]) ?? [0, 1];
}
