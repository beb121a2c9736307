import { useMatches } from "@tanstack/react-router";
import { PeriodPicker } from "../ui/period-picker.tsx";
import { UnitPicker } from "../ui/unit-picker.tsx";
import { AsOfPicker } from "./as-of-picker.tsx";
import { useChangeScope, useScope } from "./scope.ts";
import { useSession } from "./session.tsx";

/** Period and unit of what is on the screen. A route may do without with `staticData: { hasScope: false }`. */
export function ScopeBar() {
  const { organisation, units, firstPeriod, lastPeriod } = useSession();
  const hasScope = useMatches().every((match) => match.staticData.hasScope !== false);
  const scope = useScope();
  const change = useChangeScope();
  if (scope === null || !hasScope) return null;
  return (
    <>
      <PeriodPicker
        period={scope.period}
        first={firstPeriod ?? scope.period}
        last={lastPeriod ?? scope.period}
        fiscalYearStart={organisation.fiscalYearStart}
        locale={organisation.locale}
        onPick={(p) => change({ p })}
      />
      <UnitPicker units={units} current={scope.unit} onPick={(u) => change({ u })} />
      <AsOfPicker />
    </>
  );
}
