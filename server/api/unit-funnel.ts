import type { FigureView } from "../../shared/contracts/primitives.ts";
import { decimalNumber } from "../../shared/domain/decimal.ts";
import { versionOf } from "../../shared/domain/kpi-definition.ts";
import type { Month } from "../../shared/domain/month.ts";
import { FEWEST_FUNNEL_UNITS, funnelOf } from "../../shared/domain/statistics/funnel.ts";
import type { Actor } from "../access/actor.ts";
import { readingsAsOf } from "../as-of.ts";

/** Limits of one unit in the KPI's own unit of measure. */
export interface UnitLimits {
  readonly ll95: number;
  readonly ul95: number;
  readonly ll998: number;
  readonly ul998: number;
  readonly outside: boolean;
}

export interface PartsFunnel {
  readonly whole: { readonly centre: number; readonly phi: number; readonly tau2: number };
  /** By code of the unit. */
  readonly limitsOf: ReadonlyMap<string, UnitLimits>;
}

/** The multiplier of a ratio at a month; null where the KPI is no ratio. */
export async function multiplierOf(
  actor: Actor,
  { kpi, period, asOf }: { kpi: string; period: Month; asOf: string | undefined },
): Promise<number | null> {
  const { readings } = await readingsAsOf(actor, asOf);
  const id = (await readings.kpis.idsOf([kpi])).get(kpi);
  const definitions = id === undefined ? [] : ((await readings.kpis.definitionsOf([id])).get(id) ?? []);
  const definition = versionOf(definitions, period);
  return definition?.input === "ratio" ? decimalNumber(definition.multiplier) : null;
}

/** The funnel of parts that are shares of their denominators; null for other figures and for too few parts. */
export function funnelOfParts(
  parts: readonly { readonly unit: { readonly code: string }; readonly figure: FigureView }[],
  multiplier: number | null,
): PartsFunnel | null {
  const shares = parts.flatMap(({ unit, figure: { numerator, denominator } }) =>
    numerator === null || denominator === null || denominator <= 0 ? [] : [{ code: unit.code, numerator, denominator }],
  );
  const areShares = shares.every(({ numerator, denominator }) => numerator >= 0 && numerator <= denominator);
  if (multiplier === null || shares.length < FEWEST_FUNNEL_UNITS || !areShares) return null;
  const funnel = funnelOf(shares);
  const limitsOf = new Map<string, UnitLimits>();
  funnel.points.forEach((point, at) => {
    const { lower95, upper95, lower998, upper998 } = funnel.isAdjusted ? point.adjusted : point.plain;
    const limits = { ll95: lower95, ul95: upper95, ll998: lower998, ul998: upper998 };
    const scaled = Object.fromEntries(Object.entries(limits).map(([name, limit]) => [name, limit * multiplier]));
    limitsOf.set(shares[at]?.code ?? "", { ...(scaled as typeof limits), outside: point.isOutside });
  });
  const whole = { centre: funnel.centre * multiplier, phi: funnel.overdispersion, tau2: funnel.betweenVariance };
  return { whole, limitsOf };
}
