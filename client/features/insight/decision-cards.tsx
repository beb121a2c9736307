import "../../ui/card.css";
import { Link } from "@tanstack/react-router";
import type { OverviewKpi, OverviewView } from "../../../shared/contracts/insight.ts";
import { SparkChart } from "../../charts/spark-chart.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import { useKpiSearch } from "./kpi-link.ts";
import { coverageNote, decisionCards, sparkLabel } from "./overview-facts.ts";
import "./overview.css";
import { say, sayWith } from "../../text/say.ts";

/** The KPIs that need a decision, most urgent first: three in full, the others by name. */
export function DecisionCards({ view }: { view: OverviewView }) {
  const { cards, more } = decisionCards(view);
  const search = useKpiSearch();
  if (cards.length === 0) return null;
  const named = (kpi: OverviewKpi, index: number) => (
    <span key={kpi.kpi}>
      {index === 0 ? "" : ", "}
      <Link to="/kpis/$kpi" params={{ kpi: kpi.kpi }} search={search}>
        {kpi.name}
      </Link>
    </span>
  );
  return (
    <section aria-label={say("overview.decisions")}>
      <ul className="decision-cards">
        {cards.map((kpi) => (
          <li key={kpi.kpi} className="card decision-card">
            <DecisionCard kpi={kpi} />
          </li>
        ))}
      </ul>
      {more.length === 0 ? null : (
        <p className="decision-more secondary">
          {sayWith("overview.more", { names: more.map(named) }, { count: more.length })}
        </p>
      )}
    </section>
  );
}

function DecisionCard({ kpi }: { kpi: OverviewKpi }) {
  const search = useKpiSearch();
  return (
    <article aria-label={kpi.name}>
      <div className="decision-head">
        <h2>
          <Link to="/kpis/$kpi" params={{ kpi: kpi.kpi }} search={search} className="card-link">
            {kpi.name}
          </Link>
        </h2>
        <StatusMark status={kpi.status} word={kpi.statusWord} note={coverageNote(kpi)} />
      </div>
      <div className="decision-figure">
        <div>
          <p>
            <span className="big-number">{kpi.shown}</span> <span className="small secondary">{kpi.unitOfMeasure}</span>
          </p>
          <p className="small secondary">
            {kpi.target === null ? say("words.noTarget") : say("overview.target", { target: kpi.target.label })}
          </p>
        </div>
        <SparkChart spark={kpi.spark} label={sparkLabel(kpi)} width={178} height={44} />
      </div>
      <p className="decision-sentence">{kpi.verdict.sentence}</p>
      <p className="secondary">{kpi.verdict.advice}</p>
      <div className="decision-foot small">
        <PlanNote kpi={kpi} />
        <span className="muted">{kpi.owner}</span>
      </div>
    </article>
  );
}

function PlanNote({ kpi: { plan } }: { kpi: OverviewKpi }) {
  if (plan === null) return <span className="tone-bad strong">{say("overview.noPlan")}</span>;
  return <span className={plan.late ? "tone-bad strong" : "tone-good strong"}>{plan.sentence}</span>;
}
