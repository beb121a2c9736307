import { useNavigate, useSearch } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import type { OverviewView } from "../../../shared/contracts/insight.ts";
import type { OverviewSearch, ScopeSearch } from "../../search.ts";
import { say } from "../../text/say.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/message-card.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import type { Against } from "./compared-columns.ts";
import { CompareChoice, FilterChoice } from "./kpi-choices.tsx";
import { activeFilters, filteredOverview } from "./kpi-filter.ts";
import { KpiList } from "./kpi-list.tsx";
import { listTitle } from "./overview-facts.ts";
import "../../ui/card.css";
import "./all-kpis.css";

const KpiBowler = lazy(async () => ({ default: (await import("./kpi-bowler.tsx")).KpiBowler }));
const KpiPanels = lazy(async () => ({ default: (await import("./kpi-panels.tsx")).KpiPanels }));

const VIEWS = [
  { value: "list", message: "leader.list" },
  { value: "bowler", message: "leader.bowler" },
  { value: "charts", message: "leader.charts" },
] as const;

const NO_FILTER = { theme: undefined, owner: undefined, status: undefined, signal: undefined };

/** All KPIs of the unit in one of three ways, narrowed and compared as the address says. */
export function AllKpis({ view }: { view: OverviewView }) {
  const search: OverviewSearch & Pick<ScopeSearch, "cmp"> = useSearch({ from: "/shell/overview" });
  const navigate = useNavigate({ from: "/overview" });
  const change = (part: OverviewSearch & Pick<ScopeSearch, "cmp">) =>
    void navigate({ search: (before) => ({ ...before, ...part }), resetScroll: false });
  const { view: way = "list", cmp, sort } = search;
  const narrowed = filteredOverview(view, search);
  const active = activeFilters(view, search);
  return (
    <section className="card all-kpis" aria-labelledby="all-kpis">
      <div className="card-head">
        <h2 id="all-kpis">{listTitle(view)}</h2>
        <div className="all-kpis-tools">
          <FilterChoice view={view} filter={search} active={active.length} onChange={change} />
          {way === "list" ? (
            <CompareChoice against={cmp ?? "target"} onChange={(against) => change({ cmp: against })} />
          ) : null}
          <Segmented
            label={say("leader.shownAs")}
            value={way}
            options={VIEWS.map(({ value, message }) => ({ value, label: say(message) }))}
            onChange={(value) => change({ view: value === "list" ? undefined : value })}
          />
        </div>
      </div>
      {active.length === 0 ? null : (
        <div className="filter-line small">
          <span role="status">{say("leader.ofAll", { count: narrowed.kpis.length, all: view.kpis.length })}</span>
          {active.map(({ key, label }) => (
            <Button
              key={key}
              aria-label={say("leader.without", { choice: label })}
              onClick={() => change({ [key]: undefined })}
            >
              {label} <span aria-hidden="true">×</span>
            </Button>
          ))}
          <Button onClick={() => change(NO_FILTER)}>{say("leader.clear")}</Button>
        </div>
      )}
      {narrowed.kpis.length === 0 ? (
        <EmptyState title={say("leader.none")}>{say("leader.noneText", { unit: view.unit.name })}</EmptyState>
      ) : (
        <Suspense fallback={<Skeleton height={480} />}>
          <Shown
            way={way}
            view={narrowed}
            against={cmp ?? "target"}
            sort={sort}
            onSort={(next) => change({ sort: next })}
          />
        </Suspense>
      )}
    </section>
  );
}

type ShownProps = {
  way: (typeof VIEWS)[number]["value"];
  view: OverviewView;
  against: Against;
  sort: OverviewSearch["sort"];
  onSort: (sort: OverviewSearch["sort"]) => void;
};

function Shown({ way, view, against, sort, onSort }: ShownProps) {
  switch (way) {
    case "bowler":
      return <KpiBowler view={view} />;
    case "charts":
      return <KpiPanels view={view} sort={sort} onSort={onSort} />;
    case "list":
      return <KpiList view={view} against={against} />;
  }
}
