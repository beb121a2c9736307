import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { KpiUnitsView, KpiView } from "../../../shared/contracts/kpi-view.ts";
import { longMonthText } from "../../../shared/text/month-text.ts";
import { api } from "../../api.ts";
import { UnitCourse } from "../../charts/unit-course.tsx";
import { PageFailure } from "../../shell/page-failure.tsx";
import { useScope } from "../../shell/scope.ts";
import { useLocale } from "../../shell/session.tsx";
import { EmptyState } from "../../ui/message-card.tsx";
import { SkeletonRows, Waiting } from "../../ui/skeleton.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import { TableBox } from "../../ui/table-box.tsx";
import { contributionText, unitDomain } from "./unit-facts.ts";

/** The same KPI of the units below, side by side on one scale; a unit's name leads to its own page. */
export function KpiUnits({ view }: { view: KpiView }) {
  const scope = useScope();
  const input = {
    kpi: view.kpi,
    unit: view.unit.code,
    period: view.period,
    ...(scope?.asOf ? { asOf: scope.asOf } : {}),
  };
  const units = useQuery(api.insight.units.queryOptions(input, { placeholderData: keepPreviousData }));
  if (units.error !== null) {
    return <PageFailure what="The units" error={units.error} onRetry={() => void units.refetch()} />;
  }
  if (units.data === undefined) {
    return (
      <Waiting what="the units">
        <SkeletonRows rows={8} />
      </Waiting>
    );
  }
  if (units.data.units.length === 0) {
    return <EmptyState title="No unit below reports this KPI">{view.unit.name} reports it itself.</EmptyState>;
  }
  return <UnitTable view={units.data} isDimmed={units.isPlaceholderData} />;
}

function UnitTable({ view, isDimmed }: { view: KpiUnitsView; isDimmed: boolean }) {
  const locale = useLocale();
  const domain = unitDomain(view);
  const hasChange = view.units.some((unit) => unit.contribution !== null);
  return (
    <TableBox label={`${view.name} by unit`}>
      <table className={isDimmed ? "table dimmed" : "table"}>
        <caption className="visually-hidden">
          {view.name} by unit, {longMonthText(view.period, locale)}
        </caption>
        <thead>
          <tr>
            <th scope="col">Unit</th>
            <th scope="col">{view.months.length} months, one scale</th>
            <th scope="col" className="number">
              Actual
            </th>
            <th scope="col" className="number">
              Target
            </th>
            <th scope="col" className="number">
              Δ target
            </th>
            <th scope="col">Status</th>
            {hasChange ? (
              <th scope="col" className="number">
                Adds to the change
              </th>
            ) : null}
            <th scope="col" className="number">
              Reported
            </th>
          </tr>
        </thead>
        <tbody>
          {view.units.map((row) => (
            <UnitRow key={row.unit.code} row={row} view={view} domain={domain} hasChange={hasChange} />
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

type UnitRowProps = {
  row: KpiUnitsView["units"][number];
  view: KpiUnitsView;
  domain: readonly [number, number];
  hasChange: boolean;
};

function UnitRow({ row, view, domain, hasChange }: UnitRowProps) {
  const locale = useLocale();
  return (
    <tr>
      <th scope="row">
        <Link
          to="/kpis/$kpi"
          params={{ kpi: view.kpi }}
          search={(before) => ({ ...before, u: row.unit.code, view: row.hasParts ? ("units" as const) : undefined })}
          className="row-link"
        >
          {row.unit.name}
        </Link>
      </th>
      <td>
        <UnitCourse
          values={row.values}
          domain={domain}
          label={`${row.unit.name}, ${view.months.length} months, newest ${row.shown}`}
        />
      </td>
      <td className="number">
        <strong>{row.shown}</strong>
      </td>
      <td className="number secondary">{row.target?.label}</td>
      <td className="number">{row.variance?.shown}</td>
      <td>
        <StatusMark status={row.status} word={row.statusWord} />
      </td>
      {hasChange ? <td className="number secondary">{contributionText(row, view, locale)}</td> : null}
      <td className="number secondary">
        {row.coverage.reported} of {row.coverage.due}
      </td>
    </tr>
  );
}
