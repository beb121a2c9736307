import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { OverviewView } from "../../../shared/contracts/insight.ts";
import { api } from "../../api.ts";
import { PageActions } from "../../shell/page-actions.tsx";
import { PageFailure } from "../../shell/page-failure.tsx";
import { useScope } from "../../shell/scope.ts";
import { useSession } from "../../shell/session.tsx";
import { useTitle } from "../../shell/use-title.ts";
import { say } from "../../text/say.ts";
import { Button } from "../../ui/button.tsx";
import { formatInstant } from "../../ui/format.ts";
import { EmptyState } from "../../ui/message-card.tsx";
import { AllKpis } from "./all-kpis.tsx";
import { CorrectionsSince } from "./corrections-since.tsx";
import { DecisionCards } from "./decision-cards.tsx";
import { OverviewSkeleton } from "./overview-skeleton.tsx";
import { SinceVisit } from "./since-visit.tsx";
import { useSteadyDecisions } from "./use-steady-decisions.ts";

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
    return <PageFailure what={say("overview.what")} error={overview.error} onRetry={() => void overview.refetch()} />;
  }
  if (overview.data === undefined) return <OverviewSkeleton />;
  return (
    <div className={overview.isPlaceholderData ? "dimmed" : undefined} aria-busy={overview.isPlaceholderData}>
      <OverviewBody view={overview.data} />
    </div>
  );
}

function OverviewBody({ view }: { view: OverviewView }) {
  const [steady, follow] = useSteadyDecisions(view);
  return (
    <>
      <OverviewHead view={steady} />
      <CorrectionsSince />
      {view.kpis.length === 0 ? (
        <EmptyState title={say("overview.empty")}>{say("overview.emptyText", { unit: view.unit.name })}</EmptyState>
      ) : (
        <>
          <SinceVisit view={steady} />
          <DecisionCards view={steady} />
          <AllKpis view={view} />
        </>
      )}
      {follow === null ? null : (
        <p className="held-back" role="status">
          What needs a decision has changed. <Button onClick={follow}>Show it</Button>
        </p>
      )}
    </>
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
          {say("overview.asOf", { when: formatInstant(view.dataAsOf, locale, timeZone) })}
        </p>
      </div>
    </div>
  );
}

function NothingYet() {
  useTitle(say("shell.overview"));
  const { units } = useSession();
  return units.length === 0 ? (
    <EmptyState title={say("overview.noUnit")}>{say("overview.noUnitText")}</EmptyState>
  ) : (
    <EmptyState title={say("words.noResults")}>{say("overview.noResultsText")}</EmptyState>
  );
}
