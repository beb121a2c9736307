import type { z } from "zod";
import type { WhatIfView, whatIfInput } from "../../shared/contracts/forecasts.ts";
import { hasMonthsToCome } from "../../shared/domain/statistics/year-forecast.ts";
import type { Actor } from "../access/actor.ts";
import { keptForecasts } from "../judging/kept-forecasts.ts";
import { yearStyleOf } from "../judging/overview-kpi.ts";
import { yearEndView } from "../judging/year-end-view.ts";
import { yearEndsOf } from "../judging/year-ends.ts";
import { analysedKpi } from "./insight.service.ts";

type Asked = z.infer<typeof whatIfInput>;

/**
 * The year's end if the months to come ran at another level, or otherwise than expected: on the same simulated paths.
 * Null where no month of the KPI's own is to come.
 */
export async function whatIf(actor: Actor, { kind, amount, ...asked }: Asked): Promise<WhatIfView | null> {
  const { place, insight, series } = await analysedKpi(actor, asked);
  const yearEnds = await yearEndsOf(insight, [series], { until: place.period });
  const standing = yearEnds.get(asked.kpi)?.standing;
  if (standing?.kind !== "open" || !hasMonthsToCome(standing.question)) return null;
  const [forecast = null] = await keptForecasts([{ question: standing.question, whatIf: { kind, amount } }]);
  const view = yearEndView({ standing, forecast }, yearStyleOf(insight, series));
  if (view === null) return null;
  const { median, low80, high80, probability, shown, sentence } = view;
  return { median, low80, high80, probability, shown, sentence };
}
