import { Link } from "@tanstack/react-router";
import type { OverviewKpi } from "../../../shared/contracts/insight.ts";
import type { ReviewRow } from "../../../shared/contracts/reviews.ts";
import { SparkChart } from "../../charts/spark-chart.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";

/** The exception as the overview shows it: figure, target, course, what is advised. */
export function ExceptionFacts({ kpi, review }: { kpi: OverviewKpi; review: ReviewRow }) {
  return (
    <div className="exception-facts">
      <div>
        <p>
          <span className="big-number">{kpi.shown}</span> <span className="small secondary">{kpi.unitOfMeasure}</span>
        </p>
        <p className="small secondary">{kpi.target === null ? "No target" : `Target ${kpi.target.label}`}</p>
        <StatusMark status={kpi.status} word={kpi.statusWord} />
      </div>
      <SparkChart spark={kpi.spark} label={`${kpi.name}, ${kpi.spark.months.length} months`} width={320} height={88} />
      <p className="secondary exception-advice">
        {kpi.verdict.advice} {kpi.owner === null ? "" : `Owner: ${kpi.owner}.`}{" "}
        <Link to="/kpis/$kpi" params={{ kpi: kpi.kpi }} search={{ u: review.unit.code, p: review.period }}>
          Open the chart
        </Link>
      </p>
    </div>
  );
}
