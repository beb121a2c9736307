import "../../ui/card.css";
import { useNavigate } from "@tanstack/react-router";
import { useRef } from "react";
import type { OverviewView } from "../../../shared/contracts/insight.ts";
import { shortMonthName } from "../../../shared/text/month-text.ts";
import { pinReach, relativeTo } from "../../charts/variance-scale.ts";
import { useLocale } from "../../shell/session.tsx";
import { HelpHint } from "./help-hint.tsx";
import { useKpiSearch } from "./kpi-link.ts";
import { KpiRow } from "./kpi-row.tsx";
import { kpiGroups } from "./overview-facts.ts";
import { useRowKeys } from "./use-row-keys.ts";
import "../../ui/table.css";
import "./overview.css";

/** Every KPI of the unit, by objective. `j` and `k` move between rows, Enter opens one. */
export function KpiList({ view }: { view: OverviewView }) {
  const locale = useLocale();
  const navigate = useNavigate();
  const search = useKpiSearch();
  const body = useRef<HTMLTableElement>(null);
  useRowKeys(body);
  const groups = kpiGroups(view);
  const reach = pinReach(view.kpis.map((kpi) => relativeTo(kpi.target, kpi.variance)));
  const months = view.kpis[0]?.spark.months.length ?? 0;
  return (
    <section className="card" aria-labelledby="all-kpis">
      <div className="card-head">
        <h2 id="all-kpis">
          {groups.some((group) => group.kind === "objective") ? "All KPIs by objective" : "All KPIs"}
        </h2>
      </div>
      <table className="table kpi-table" ref={body}>
        <thead>
          <tr>
            <th scope="col">KPI</th>
            <th scope="col" className="col-spark">
              {months} months · usual range <HelpHint topic="usual-range" word="usual range" />, target{" "}
              <HelpHint topic="targets" word="target" />
            </th>
            <th scope="col" className="number">
              {shortMonthName(view.period, locale)} AC
            </th>
            <th scope="col" className="number col-wide">
              Target
            </th>
            <th scope="col" className="number col-delta" colSpan={2}>
              Δ target
            </th>
            <th scope="col">
              Status <HelpHint topic="status" word="status" />
            </th>
            <th scope="col" className="col-signal">
              Signal <HelpHint topic="variation" word="signal" />
            </th>
            <th scope="col" className="col-wide">
              Outlook <HelpHint topic="outlook" word="outlook" />
            </th>
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={`${group.kind} ${group.code}`}>
            <tr className="group-row">
              <th scope="rowgroup" colSpan={9}>
                <span>{group.name}</span>
                <span className="muted group-sentence">{group.sentence}</span>
              </th>
            </tr>
            {group.kpis.map((kpi) => (
              <KpiRow
                key={kpi.kpi}
                kpi={kpi}
                reach={reach}
                period={view.period}
                onOpen={() => void navigate({ to: "/kpis/$kpi", params: { kpi: kpi.kpi }, search })}
              />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}
