import { useNavigate, useSearch } from "@tanstack/react-router";
import { useId } from "react";
import type { KpiView } from "../../../shared/contracts/kpi-view.ts";
import { ASKED_CHARTS, type AskedChart } from "../../../shared/domain/statistics/chart-kind.ts";
import { HelpHint } from "./help-hint.tsx";
import "./chart-choice.css";
import { say } from "../../text/say.ts";

/** Which chart this is and why; another may be drawn, the words above stay those of the KPI's own. */
export function ChartChoice({ view }: { view: KpiView }) {
  const id = useId();
  const { chart = "" } = useSearch({ from: "/shell/kpis/$kpi" });
  const navigate = useNavigate({ from: "/kpis/$kpi" });
  const choose = (name: string) =>
    void navigate({ search: (before) => ({ ...before, chart: ASKED_CHARTS.find((each) => each === name) }) });
  return (
    <div className="chart-choice small">
      <p className="secondary">
        <strong>{view.chartName}.</strong> {view.chartReason}
        {view.chartUnit === null ? null : say("kpi.scale", { unit: view.chartUnit || say("kpi.scaleMonths") })}
      </p>
      <span className="chart-choice-field">
        <label htmlFor={id}>{say("kpi.tab.chart")}</label>
        <HelpHint topic="charts" word={say("words.term.charts")} />
        <select id={id} className="input" value={chart} onChange={(event) => choose(event.target.value)}>
          <option value="">{say("kpi.ownChart")}</option>
          {view.charts.map(({ chart: each, name }) => (
            <option key={each} value={each satisfies string as AskedChart}>
              {name}
            </option>
          ))}
        </select>
      </span>
      {chart === "" ? null : <p className="muted chart-choice-note">{say("kpi.ownWords")}</p>}
    </div>
  );
}
