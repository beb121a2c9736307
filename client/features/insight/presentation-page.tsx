import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import type { OverviewView } from "../../../shared/contracts/insight.ts";
import { longMonthText } from "../../../shared/text/month-text.ts";
import { api } from "../../api.ts";
import { PageFailure } from "../../shell/page-failure.tsx";
import { type Scope, useScope } from "../../shell/scope.ts";
import { useLocale } from "../../shell/session.tsx";
import { useTitle } from "../../shell/use-title.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/message-card.tsx";
import { Skeleton, Waiting } from "../../ui/skeleton.tsx";
import { inUrgencyOrder, turnedPage } from "./presentation-facts.ts";
import { CoverSlide, KpiSlide } from "./presentation-slides.tsx";
import "./presentation.css";

/** The month for the meeting room: one KPI a page, the most urgent first. Arrow keys turn, Esc leaves. */
export function PresentationPage() {
  const scope = useScope();
  if (scope === null) return <EmptyState title="There are no results yet" />;
  return <Loaded scope={scope} />;
}

function Loaded({ scope: { unit, period, asOf } }: { scope: Scope }) {
  const input = { unit, period, ...(asOf === null ? {} : { asOf }) };
  const overview = useQuery(api.insight.overview.queryOptions(input, { placeholderData: keepPreviousData }));
  useTitle(overview.data?.headline);
  if (overview.error !== null) {
    return (
      <main className="page" id="main">
        <PageFailure what="The presentation" error={overview.error} onRetry={() => void overview.refetch()} />
      </main>
    );
  }
  if (overview.data === undefined) {
    return (
      <main className="slide">
        <Waiting what="the presentation">
          <Skeleton height={480} />
        </Waiting>
      </main>
    );
  }
  return <Slides view={overview.data} />;
}

function Slides({ view }: { view: OverviewView }) {
  const { k, from } = useSearch({ from: "/shell/present" });
  const navigate = useNavigate({ from: "/present" });
  const locale = useLocale();
  const kpis = inUrgencyOrder(view);
  const last = kpis.length;
  const at = kpis.findIndex(({ kpi }) => kpi === k) + 1;
  const kpi = kpis[at - 1];
  const turn = (to: number) => void navigate({ search: (now) => ({ ...now, k: kpis[to - 1]?.kpi }), replace: true });
  const leave = () => {
    if (document.fullscreenElement !== null) void document.exitFullscreen();
    if (from === undefined) void navigate({ to: "/overview" });
    else void navigate({ to: "/reviews/$review", params: { review: from } });
  };
  usePageKeys((key) => {
    if (key === "Escape") leave();
    if (key === "f") void document.documentElement.requestFullscreen();
    const next = turnedPage(key, { at, last });
    if (next !== null) turn(next);
    return next !== null;
  });
  usePreloaded(view, [kpis[at]?.kpi, kpis[at - 2]?.kpi]);
  return (
    <main className="slide" id="main">
      <p className="slide-place">
        {view.unit.name} · {longMonthText(view.period, locale)}
      </p>
      {kpi === undefined ? <CoverSlide view={view} /> : <KpiSlide key={kpi.kpi} view={view} kpi={kpi} />}
      <nav className="slide-foot" aria-label="Pages">
        <Button kind="quiet" disabled={at === 0} onClick={() => turn(at - 1)}>
          Back
        </Button>
        <span aria-live="polite">
          {at + 1} of {last + 1}
        </span>
        <Button kind="quiet" disabled={at === last} onClick={() => turn(at + 1)}>
          Next
        </Button>
        <Button kind="quiet" onClick={leave}>
          Leave
        </Button>
      </nav>
    </main>
  );
}

/** Keys of the meeting room. Those of a part that takes arrows itself stay with it. */
function usePageKeys(onKey: (key: string) => boolean): void {
  useEffect(() => {
    const take = (event: KeyboardEvent) => {
      const isElsewhere =
        event.target instanceof HTMLElement && event.target.closest("[role=slider], [role=dialog], input") !== null;
      if (isElsewhere || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === " " && event.target instanceof HTMLButtonElement) return;
      if (onKey(event.key)) event.preventDefault();
    };
    document.addEventListener("keydown", take);
    return () => document.removeEventListener("keydown", take);
  });
}

/** Asks for the pages beside the one that is shown, so that they turn at once. */
function usePreloaded({ unit, period, asOf }: OverviewView, kpis: readonly (string | undefined)[]): void {
  const queries = useQueryClient();
  const codes = kpis.filter((kpi) => kpi !== undefined).join(" ");
  useEffect(() => {
    for (const kpi of codes.split(" ").filter(Boolean)) {
      const input = { kpi, unit: unit.code, period, ...(asOf === null ? {} : { asOf }) };
      void queries.prefetchQuery(api.insight.kpi.queryOptions(input));
    }
  }, [queries, codes, unit.code, period, asOf]);
}
