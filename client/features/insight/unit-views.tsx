import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import type { ByUnitView } from "../../../shared/contracts/by-unit.ts";
import type { KpiView } from "../../../shared/contracts/kpi-view.ts";
import { api } from "../../api.ts";
import { PageFailure } from "../../shell/page-failure.tsx";
import { useScope } from "../../shell/scope.ts";
import { Breadcrumbs } from "../../ui/breadcrumbs.tsx";
import { EmptyState } from "../../ui/message-card.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { SkeletonRows, Waiting } from "../../ui/skeleton.tsx";
import { KpiUnits } from "./kpi-units.tsx";
import { UnitCharts } from "./unit-charts.tsx";
import { coverageLine } from "./unit-facts.ts";
import { UnitFunnel } from "./unit-funnel.tsx";
import { UnitHeat } from "./unit-heat.tsx";
import "./unit-views.css";
import { say } from "../../text/say.ts";

const VIEWS = ["list", "heat", "charts", "funnel"] as const;

const LEVELS = ["parts", "reporting"] as const;

/** The units below side by side, in one of four ways; the breadcrumb leads back up. */
export function UnitViews({ view }: { view: KpiView }) {
  const { by = "list", level = "parts" } = useSearch({ from: "/shell/kpis/$kpi" });
  const navigate = useNavigate({ from: "/kpis/$kpi" });
  return (
    <div className="unit-views">
      <div className="unit-views-head">
        <UnitPath view={view} />
        <div className="unit-views-choices">
          {by === "list" ? null : (
            <Segmented
              label={say("ui.units")}
              value={level}
              options={LEVELS.map((value) => ({ value, label: say(`tabs.level.${value}`) }))}
              onChange={(value) =>
                void navigate({ search: (before) => ({ ...before, level: value === "parts" ? undefined : value }) })
              }
            />
          )}
          <Segmented
            label={say("tabs.shownAs")}
            value={by}
            options={VIEWS.map((value) => ({ value, label: say(`tabs.view.${value}`) }))}
            onChange={(value) =>
              void navigate({ search: (before) => ({ ...before, by: value === "list" ? undefined : value }) })
            }
          />
        </div>
      </div>
      {by === "list" ? <KpiUnits view={view} /> : <AcrossUnits view={view} by={by} level={level} />}
    </div>
  );
}

function UnitPath({ view }: { view: KpiView }) {
  const steps = view.path.map(({ code, name }) => ({
    key: code,
    content:
      code === view.unit.code ? (
        name
      ) : (
        <Link
          from="/kpis/$kpi"
          to="/kpis/$kpi"
          params={{ kpi: view.kpi }}
          search={(before) => ({ ...before, u: code })}
        >
          {name}
        </Link>
      ),
  }));
  return <Breadcrumbs steps={steps} label={say("tabs.above")} />;
}

type AcrossProps = { view: KpiView; by: "heat" | "charts" | "funnel"; level: "parts" | "reporting" };

function AcrossUnits({ view, by, level }: AcrossProps) {
  const asOf = useScope()?.asOf ?? null;
  const place = { kpi: view.kpi, unit: view.unit.code, period: view.period };
  const input = { ...place, level, ...(asOf === null ? {} : { asOf }) };
  const units = useQuery(api.insight.byUnit.queryOptions(input, { placeholderData: keepPreviousData }));
  if (units.error !== null) {
    return <PageFailure what={say("tabs.units")} error={units.error} onRetry={() => void units.refetch()} />;
  }
  if (units.data === undefined) {
    return (
      <Waiting what={say("tabs.units")}>
        <SkeletonRows rows={10} />
      </Waiting>
    );
  }
  if (units.data.units.length === 0) {
    return <EmptyState title={say("tabs.noUnits")}>{say("tabs.reportsItself", { unit: view.unit.name })}</EmptyState>;
  }
  return (
    <div className={units.isPlaceholderData ? "dimmed" : undefined} aria-busy={units.isPlaceholderData}>
      <p className="small secondary unit-coverage">{coverageLine(units.data)}</p>
      <Shown units={units.data} by={by} />
    </div>
  );
}

function Shown({ units, by }: { units: ByUnitView; by: AcrossProps["by"] }) {
  switch (by) {
    case "heat":
      return <UnitHeat view={units} />;
    case "charts":
      return <UnitCharts view={units} />;
    case "funnel":
      return <UnitFunnel view={units} />;
  }
}
