import { useMatches } from "@tanstack/react-router";
import { PeriodPicker } from "../ui/period-picker.tsx";
import { UnitPicker } from "../ui/unit-picker.tsx";
import { AsOfPicker } from "./as-of-picker.tsx";
import { useChangeScope, useScope } from "./scope.ts";
import { useSession } from "./session.tsx";

/** Period and unit of what is on the screen. A route may do without with `staticData: { hasScope: false }`. */
export function ScopeBar() {
  const { organisation, units, firstPeriod, lastPeriod } = useSession();
  const scopes = useMatches().map((match) => match.staticData.hasScope);
  const scope = useScope();
  const change = useChangeScope();
  if (scopes.includes("as-of")) return <AsOfPicker />;
  if (scope === null || scopes.includes(false)) return null;
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
