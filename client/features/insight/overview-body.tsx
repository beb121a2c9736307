import type { OverviewView } from "../../../shared/contracts/insight.ts";
import "../../ui/card.css";
import { DecisionCards } from "./decision-cards.tsx";
import { KpiSearch } from "./kpi-link.ts";
import { KpiList } from "./kpi-list.tsx";
import { listTitle } from "./overview-facts.ts";

/** An overview that was frozen: drawn as the live one, its links leading to what was known then. */
export function FrozenOverview({ view }: { view: OverviewView }) {
  const then = { u: view.unit.code, p: view.period, asof: view.asOf ?? undefined };
  return (
    <KpiSearch value={then}>
      <DecisionCards view={view} />
      <section className="card" aria-labelledby="all-kpis">
        <div className="card-head">
          <h2 id="all-kpis">{listTitle(view)}</h2>
        </div>
        <KpiList view={view} />
      </section>
    </KpiSearch>
  );
}
