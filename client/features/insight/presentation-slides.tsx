import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import type { OverviewKpi, OverviewView } from "../../../shared/contracts/insight.ts";
import type { KpiView } from "../../../shared/contracts/kpi-view.ts";
import { api } from "../../api.ts";
import { useSession } from "../../shell/session.tsx";
import { UpdatedNote, useJustUpdated } from "../../ui/just-updated.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import { changeText, chartDescription, varianceNote } from "./kpi-facts.ts";
import { coverageNote } from "./overview-facts.ts";

const SpcChart = lazy(async () => ({ default: (await import("../../charts/spc-chart.tsx")).SpcChart }));

/** The month in one sentence, and what needs a decision. */
export function CoverSlide({ view }: { view: OverviewView }) {
  const deciding = view.decisions.flatMap((code) => view.kpis.find(({ kpi }) => kpi === code) ?? []);
  return (
    <>
      <h1>{view.headline}</h1>
      <div className="slide-agenda">
        <p className="slide-lead secondary">{view.subline}</p>
        <ol>
          {deciding.map((kpi) => (
            <li key={kpi.kpi}>
              <strong>{kpi.name}</strong>
              <StatusMark status={kpi.status} word={kpi.statusWord} note={coverageNote(kpi)} />
              <span className="secondary">{kpi.verdict.sentence}</span>
            </li>
          ))}
        </ol>
      </div>
    </>
  );
}

/** One KPI: its verdict as the title, its figure, its course, and what is done about it. */
export function KpiSlide({ view: { unit, period, asOf }, kpi }: { view: OverviewView; kpi: OverviewKpi }) {
  const input = { kpi: kpi.kpi, unit: unit.code, period, ...(asOf === null ? {} : { asOf }) };
  const page = useQuery(api.insight.kpi.queryOptions(input));
  const fresh = useJustUpdated(`${unit.code} ${period} ${asOf}`, new Map([[kpi.kpi, kpi.shown]]));
  return (
    <>
      <h1>{page.data?.headline ?? `${kpi.name}: ${kpi.verdict.sentence}`}</h1>
      <div className="slide-columns">
        <div className="slide-chart">
          {page.data === undefined ? <Skeleton height={420} /> : <Course view={page.data} />}
        </div>
        <div className="slide-facts">
          <p>
            <span className="slide-number">{kpi.shown}</span> {kpi.unitOfMeasure}
          </p>
          <p className="secondary">
            <UpdatedNote isFresh={fresh.size > 0}>
              {kpi.target === null ? "No target" : `Target ${kpi.target.label}`}
              {kpi.variance === null ? "" : `, ${kpi.variance.shown}`}
            </UpdatedNote>
          </p>
          <StatusMark status={kpi.status} word={kpi.statusWord} note={coverageNote(kpi)} />
          <p>
            <strong>{kpi.verdict.advice}</strong>
          </p>
          <Plans kpi={kpi} plans={page.data?.plans ?? []} />
          {kpi.owner === null ? null : <p className="secondary">{kpi.owner}</p>}
        </div>
      </div>
    </>
  );
}

function Plans({ kpi, plans }: { kpi: OverviewKpi; plans: KpiView["plans"] }) {
  if (kpi.plan === null) return kpi.verdict.asks.plan ? <p className="tone-bad strong">No plan yet</p> : null;
  const title = plans.find(({ code }) => code === kpi.plan?.code)?.title ?? kpi.plan.title;
  return (
    <p>
      {title} <span className={kpi.plan.late ? "tone-bad strong" : "tone-good strong"}>{kpi.plan.sentence}</span>
    </p>
  );
}

function Course({ view }: { view: KpiView }) {
  const { fiscalYearStart, locale } = useSession().organisation;
  return (
    <Suspense fallback={<Skeleton height={420} />}>
      <SpcChart
        view={view}
        name={view.headline}
        description={chartDescription(view)}
        unitOfMeasure={view.unitOfMeasure}
        fiscalYearStart={fiscalYearStart}
        locale={locale}
        changeText={changeText(view, locale)}
        varianceName={`Difference from target, ${view.title}`}
        varianceNote={varianceNote(view)}
      />
    </Suspense>
  );
}
