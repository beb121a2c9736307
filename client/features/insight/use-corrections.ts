import { skipToken, useQuery } from "@tanstack/react-query";
import type { Corrections } from "../../../shared/contracts/corrections.ts";
import { api } from "../../api.ts";
import { useScope } from "../../shell/scope.ts";

/** What was corrected since the day of the screen; undefined for today's screens and while it is asked for. */
export function useCorrections(kpi: string | undefined): Corrections | undefined {
  const scope = useScope();
  const asked =
    scope === null || scope.asOf === null
      ? skipToken
      : { unit: scope.unit, period: scope.period, asOf: scope.asOf, ...(kpi === undefined ? {} : { kpi }) };
  return useQuery(api.insight.corrections.queryOptions(asked)).data;
}
