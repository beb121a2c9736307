import { AddPlan } from "./features/actions/add-plan.tsx";
import { MissCard } from "./features/actions/miss-card.tsx";
import { KpiPage } from "./features/insight/kpi-page.tsx";

/** A KPI's page with the plans that can be added to it, and what was found of its misses. */
export function KpiRoute() {
  return (
    <KpiPage
      addPlan={(view) => <AddPlan view={view} />}
      miss={(view) => <MissCard key={`${view.kpi} ${view.unit.code} ${view.period}`} view={view} />}
    />
  );
}
