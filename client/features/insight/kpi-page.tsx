import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { KpiView } from "../../../shared/contracts/kpi-view.ts";
import { api } from "../../api.ts";
import { PageFailure } from "../../shell/page-failure.tsx";
import { type Scope, useScope } from "../../shell/scope.ts";
import { useTitle } from "../../shell/use-title.ts";
import { Breadcrumbs } from "../../ui/breadcrumbs.tsx";
import { Card, Facts } from "../../ui/card.tsx";
import { UpdatedAloud, UpdatedNote, useJustUpdated } from "../../ui/just-updated.tsx";
import { EmptyState } from "../../ui/message-card.tsx";
import { Skeleton, Waiting } from "../../ui/skeleton.tsx";
import { CorrectionsSince } from "./corrections-since.tsx";
import { Answers } from "./kpi-answers.tsx";
import { ChartCard } from "./kpi-chart-card.tsx";
import { groupName } from "./kpi-facts.ts";
import { KpiNotes } from "./kpi-notes.tsx";
import { KpiPlans } from "./kpi-plans.tsx";
import { KpiThread } from "./kpi-thread.tsx";
import { NoteWriting } from "./note-writing.tsx";
import "./kpi-page.css";
import { say } from "../../text/say.ts";

/** What stands beside the plans: how to add one, what was found of a miss. */
type Planning = { addPlan?: (view: KpiView) => ReactNode; miss?: (view: KpiView) => ReactNode };

/** One KPI: three questions answered in words, then the chart, its cause and its plan, and why it is measured. */
export function KpiPage(planning: Planning) {
  const { kpi } = useParams({ from: "/shell/kpis/$kpi" });
  const scope = useScope();
  if (scope === null) return <EmptyState title={say("words.noResults")} />;
  return <LoadedKpi key={kpi} kpi={kpi} scope={scope} {...planning} />;
}

type LoadedProps = { kpi: string; scope: Scope } & Planning;

function LoadedKpi({ kpi, scope: { unit, period, asOf }, addPlan, miss }: LoadedProps) {
  const { chart } = useSearch({ from: "/shell/kpis/$kpi" });
  const input = { kpi, unit, period, ...(asOf === null ? {} : { asOf }), ...(chart === undefined ? {} : { chart }) };
  const view = useQuery(api.insight.kpi.queryOptions(input, { placeholderData: keepPreviousData }));
  useTitle(view.data?.headline);
  if (view.error !== null) {
    return <PageFailure what={say("kpi.what")} error={view.error} onRetry={() => void view.refetch()} />;
  }
  if (view.data === undefined) return <KpiSkeleton />;
  return (
    <NoteWriting view={view.data}>
      <div className={view.isPlaceholderData ? "dimmed" : undefined} aria-busy={view.isPlaceholderData}>
        <KpiHead view={view.data} />
        <CorrectionsSince kpi={view.data.kpi} />
        <Answers view={view.data} />
        <div className="kpi-columns">
          <div className="kpi-main">
            <ChartCard view={view.data} />
            <KpiPlans plans={view.data.plans} add={addPlan?.(view.data)} />
            {miss?.(view.data)}
            <KpiNotes view={view.data} />
          </div>
          <aside className="kpi-aside" aria-label={say("kpi.about")}>
            <KpiThread thread={view.data.thread} />
            <Card title={say("kpi.definition")}>
              <Facts facts={view.data.definition} />
            </Card>
            <Card title={say("kpi.quality")}>
              <Facts facts={view.data.quality} />
              <p className="small">
                <Link to="/kpis/$kpi/history" params={{ kpi }}>
                  {say("kpi.everyValue")}
                </Link>
              </p>
            </Card>
          </aside>
        </div>
      </div>
    </NoteWriting>
  );
}

function KpiHead({ view }: { view: KpiView }) {
  const steps = [
    { key: "overview", content: <Link to="/overview">{groupName(view)}</Link> },
    { key: "kpi", content: view.name },
  ];
  const { kpi, unit, period, asOf, points } = view;
  const fresh = useJustUpdated(`${kpi} ${unit.code} ${period} ${asOf}`, new Map([[kpi, points.at(-1)?.shown ?? ""]]));
  return (
    <div className="page-head">
      <Breadcrumbs steps={steps} />
      <h1>{view.headline}</h1>
      <UpdatedAloud names={fresh.size === 0 ? [] : [view.name]} />
      <p className="secondary kpi-title">
        <UpdatedNote isFresh={fresh.size > 0}>{view.title}</UpdatedNote>
      </p>
    </div>
  );
}

function KpiSkeleton() {
  return (
    <Waiting what={say("kpi.what")}>
      <div className="page-head">
        <Skeleton width={180} height={24} />
        <Skeleton width={520} height={32} />
        <Skeleton width={420} height={20} />
      </div>
      <Skeleton height={90} />
      <div className="kpi-columns">
        <div className="kpi-main">
          <Skeleton height={500} />
        </div>
        <div className="kpi-aside">
          <Skeleton height={330} />
        </div>
      </div>
    </Waiting>
  );
}
