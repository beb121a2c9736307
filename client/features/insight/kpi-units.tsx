import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { unitsTable } from "../../../shared/charts/chart-table.ts";
import type { KpiUnitsView, KpiView } from "../../../shared/contracts/kpi-view.ts";
import { longMonthText } from "../../../shared/text/month-text.ts";
import { api } from "../../api.ts";
import { ChartFiles } from "../../charts/chart-files.tsx";
import { UnitCourse } from "../../charts/unit-course.tsx";
import { PageFailure } from "../../shell/page-failure.tsx";
import { useScope } from "../../shell/scope.ts";
import { useLocale } from "../../shell/session.tsx";
import { say } from "../../text/say.ts";
import { EmptyState } from "../../ui/message-card.tsx";
import { SkeletonRows, Waiting } from "../../ui/skeleton.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import { TableBox } from "../../ui/table-box.tsx";
import { chartFile, usePictureWords } from "./chart-words.ts";
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
    return <PageFailure what={say("tabs.units")} error={units.error} onRetry={() => void units.refetch()} />;
  }
  if (units.data === undefined) {
    return (
      <Waiting what={say("tabs.units")}>
        <SkeletonRows rows={8} />
      </Waiting>
    );
  }
  if (units.data.units.length === 0) {
    return <EmptyState title={say("tabs.noUnits")}>{say("tabs.reportsItself", { unit: view.unit.name })}</EmptyState>;
  }
  return <UnitTable view={units.data} isDimmed={units.isPlaceholderData} />;
}

function UnitTable({ view, isDimmed }: { view: KpiUnitsView; isDimmed: boolean }) {
  const locale = useLocale();
  const domain = unitDomain(view);
  const hasChange = view.units.some((unit) => unit.contribution !== null);
  const words = usePictureWords({
    title: view.name,
    subtitle: `${view.unitOfMeasure} · ${view.unit.name} by unit · ${longMonthText(view.period, locale)}`,
    description: `${view.name} by unit: ${view.total.shown} in total`,
  });
  return (
    <ChartFiles file={chartFile(view, "list")} words={words} table={unitsTable(view)}>
      <TableBox label={say("tabs.byUnit", { name: view.name })}>
        <table className={isDimmed ? "table dimmed" : "table"}>
          <caption className="visually-hidden">
            {say("tabs.byUnitMonth", { name: view.name, month: longMonthText(view.period, locale) })}
          </caption>
          <thead>
            <tr>
              <th scope="col">{say("words.unit")}</th>
              <th scope="col">{say("tabs.monthsOneScale", { months: view.months.length })}</th>
              <th scope="col" className="number">
                {say("words.actual")}
              </th>
              <th scope="col" className="number">
                {say("words.target")}
              </th>
              <th scope="col" className="number">
                {say("words.deltaTarget")}
              </th>
              <th scope="col">{say("words.status")}</th>
              {hasChange ? (
                <th scope="col" className="number">
                  {say("tabs.adds")}
                </th>
              ) : null}
              <th scope="col" className="number">
                {say("words.reported")}
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
    </ChartFiles>
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
          label={say("tabs.course", { unit: row.unit.name, months: view.months.length, value: row.shown })}
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
      <td className="number secondary">{say("words.reportedOf", row.coverage)}</td>
    </tr>
  );
}
