import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { OverviewView } from "../../../shared/contracts/insight.ts";
import { api } from "../../api.ts";
import { PageActions } from "../../shell/page-actions.tsx";
import { PageFailure } from "../../shell/page-failure.tsx";
import { useScope } from "../../shell/scope.ts";
import { useSession } from "../../shell/session.tsx";
import { useTitle } from "../../shell/use-title.ts";
import { formatInstant } from "../../ui/format.ts";
import { EmptyState } from "../../ui/message-card.tsx";
import { CorrectionsSince } from "./corrections-since.tsx";
import { DecisionCards } from "./decision-cards.tsx";
import { KpiList } from "./kpi-list.tsx";
import { OverviewSkeleton } from "./overview-skeleton.tsx";

/** The leader's first page: what needs a decision, then every KPI by objective. `actions` stand in the top bar. */
export function OverviewPage({ actions }: { actions?: ReactNode }) {
  const scope = useScope();
  if (scope === null) return <NothingYet />;
  return (
    <>
      <PageActions>{actions}</PageActions>
      <Overview scope={scope} />
    </>
  );
}

function Overview({ scope }: { scope: NonNullable<ReturnType<typeof useScope>> }) {
  const { unit, period, asOf } = scope;
  const input = { unit, period, ...(asOf === null ? {} : { asOf }) };
  const overview = useQuery(api.insight.overview.queryOptions(input, { placeholderData: keepPreviousData }));
  useTitle(overview.data?.headline);
  if (overview.error !== null) {
    return <PageFailure what="The overview" error={overview.error} onRetry={() => void overview.refetch()} />;
  }
  if (overview.data === undefined) return <OverviewSkeleton />;
  return (
    <div className={overview.isPlaceholderData ? "dimmed" : undefined} aria-busy={overview.isPlaceholderData}>
      <OverviewHead view={overview.data} />
      <CorrectionsSince />
      {overview.data.kpis.length === 0 ? (
        <EmptyState title="No KPI is reported here in this month">
          KPIs appear as soon as one is assigned to {overview.data.unit.name} or to a unit below it.
        </EmptyState>
      ) : (
        <>
          <DecisionCards view={overview.data} />
          <KpiList view={overview.data} />
        </>
      )}
    </div>
  );
}

function OverviewHead({ view }: { view: OverviewView }) {
  const { locale, timeZone } = useSession().organisation;
  return (
    <div className="page-head">
      <h1>{view.headline}</h1>
      <div className="page-head-line">
        <p className="secondary">{view.subline}</p>
        <p className={view.pastDue ? "small muted" : "small tone-watch"}>
          Data as of {formatInstant(view.dataAsOf, locale, timeZone)}
        </p>
      </div>
    </div>
  );
}

function NothingYet() {
  useTitle("Overview");
  const { units } = useSession();
  return units.length === 0 ? (
    <EmptyState title="There is no unit that you may see yet">
      Ask an administrator of your organisation to grant you a role for a unit.
    </EmptyState>
  ) : (
    <EmptyState title="There are no results yet">
      The overview begins with the first month that has been reported or whose due day has passed.
    </EmptyState>
  );
}
