import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type KeyboardEvent, useRef } from "react";
import type { BowlerCell, BowlerView } from "../../../shared/contracts/bowler.ts";
import type { OverviewKpi, OverviewView } from "../../../shared/contracts/insight.ts";
import { monthText, shortMonthName } from "../../../shared/text/month-text.ts";
import { api } from "../../api.ts";
import { PageFailure } from "../../shell/page-failure.tsx";
import { useLocale } from "../../shell/session.tsx";
import { say } from "../../text/say.ts";
import { SkeletonRows, Waiting } from "../../ui/skeleton.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import { StatusShape } from "../../ui/status-shape.tsx";
import { TableBox } from "../../ui/table-box.tsx";
import { cellLabel, isMarked, nextCell } from "./bowler-facts.ts";
import { withoutSign } from "./compared-columns.ts";
import { useKpiSearch } from "./kpi-link.ts";
import { kpiGroups } from "./overview-facts.ts";
import "../../ui/table.css";

/** The fiscal year of every KPI, month by month: actual over plan, a shape on a miss, the months to come as forecast. */
export function KpiBowler({ view }: { view: OverviewView }) {
  const { unit, period, asOf } = view;
  const input = { unit: unit.code, period, ...(asOf === null ? {} : { asOf }) };
  const bowler = useQuery(api.insight.bowler.queryOptions(input, { placeholderData: keepPreviousData }));
  if (bowler.error !== null) {
    return <PageFailure what={say("leader.bowlerWhat")} error={bowler.error} onRetry={() => void bowler.refetch()} />;
  }
  if (bowler.data === undefined) {
    return (
      <Waiting what={say("leader.bowlerWhat")}>
        <SkeletonRows rows={12} />
      </Waiting>
    );
  }
  return <BowlerTable view={view} bowler={bowler.data} />;
}

function BowlerTable({ view, bowler }: { view: OverviewView; bowler: BowlerView }) {
  const locale = useLocale();
  const table = useRef<HTMLTableElement>(null);
  const rows = new Map(bowler.rows.map(({ kpi, cells }) => [kpi, cells]));
  const first = view.groups[0]?.kpis[0];
  const title = say("leader.bowlerTitle", { unit: view.unit.name, year: String(bowler.fiscalYear) });
  return (
    <>
      <p className="bowler-key small secondary">
        <span>{say("leader.actualAbove")}</span>
        <span>
          <StatusShape status="off" size={10} /> {say("leader.missed")}
        </span>
        <span>
          <StatusShape status="near" size={10} /> {say("leader.short")}
        </span>
        <span>
          <span className="bowler-forecast">{say("leader.forecast")}</span>
        </span>
      </p>
      <TableBox label={title}>
        <table className="table bowler" ref={table} onKeyDown={moveFocus}>
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{say("words.kpi")}</th>
              {bowler.months.map((month) => (
                <th key={month} scope="col" className={month === view.period ? "number bowler-now" : "number"}>
                  {shortMonthName(month, locale)}
                </th>
              ))}
              <th scope="col" className="number">
                {say("leader.ytd")}
              </th>
              <th scope="col">{monthText(view.period, locale)}</th>
            </tr>
          </thead>
          {kpiGroups(view).map((group) => (
            <tbody key={`${group.kind} ${group.code}`}>
              <tr className="group-row">
                <th scope="rowgroup" colSpan={bowler.months.length + 3}>
                  {group.name}
                </th>
              </tr>
              {group.kpis.map((kpi) => (
                <BowlerRow key={kpi.kpi} kpi={kpi} cells={rows.get(kpi.kpi) ?? []} isFirst={kpi.kpi === first} />
              ))}
            </tbody>
          ))}
        </table>
      </TableBox>
    </>
  );
}

type BowlerRowProps = { kpi: OverviewKpi; cells: readonly BowlerCell[]; isFirst: boolean };

function BowlerRow({ kpi, cells, isFirst }: BowlerRowProps) {
  const search = useKpiSearch();
  return (
    <tr>
      <th scope="row">
        <Link to="/kpis/$kpi" params={{ kpi: kpi.kpi }} search={search} className="row-link">
          {kpi.name}
        </Link>
        <span className="row-note">
          <span className="wide-only">{[kpi.unitOfMeasure, kpi.owner].filter(Boolean).join(" · ")}</span>
        </span>
      </th>
      {cells.map((cell, column) => (
        <td key={cell.month} className="number">
          <BowlerMonth kpi={kpi} cell={cell} tabIndex={isFirst && column === 0 ? 0 : -1} />
        </td>
      ))}
      <td className="number">
        <span className={`bowler-${kpi.ytd.status}`}>
          {isMarked(kpi.ytd.status) ? <StatusShape status={kpi.ytd.status} size={10} /> : null} {kpi.ytd.shown}
        </span>
        <span className="bowler-plan">{kpi.ytd.target?.label}</span>
      </td>
      <td>
        <StatusMark status={kpi.status} word={kpi.statusWord} />
      </td>
    </tr>
  );
}

function BowlerMonth({ kpi, cell, tabIndex }: { kpi: OverviewKpi; cell: BowlerCell; tabIndex: 0 | -1 }) {
  const locale = useLocale();
  const search = useKpiSearch();
  const plan = <span className="bowler-plan">{withoutSign(cell.target ?? undefined)}</span>;
  if (cell.kind !== "actual") {
    return (
      <span className="bowler-coming">
        {cell.kind === "forecast" ? <span className="bowler-forecast">{cell.shown}</span> : null}
        {plan}
      </span>
    );
  }
  return (
    <Link
      to="/kpis/$kpi"
      params={{ kpi: kpi.kpi }}
      search={(before) => ({ ...search(before), p: cell.month })}
      className="bowler-month"
      data-cell=""
      tabIndex={tabIndex}
      aria-label={cellLabel(kpi, cell, locale)}
    >
      <span className={cell.status === null ? undefined : `bowler-${cell.status}`}>
        {cell.status !== null && isMarked(cell.status) ? <StatusShape status={cell.status} size={10} /> : null}
        {cell.shown}
      </span>
      {plan}
    </Link>
  );
}

/** The arrow keys move between the months; Enter follows the one in focus. */
function moveFocus(event: KeyboardEvent<HTMLTableElement>) {
  const from = event.target;
  if (!(from instanceof HTMLElement) || !from.matches("[data-cell]")) return;
  const next = nextCell(event.currentTarget, from, event.key);
  if (next === null) return;
  event.preventDefault();
  from.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}
