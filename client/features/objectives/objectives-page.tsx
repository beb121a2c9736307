import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import type { ObjectiveRow, ObjectivesView } from "../../../shared/contracts/objectives.ts";
import { fiscalYearName } from "../../../shared/domain/calendar.ts";
import { api } from "../../api.ts";
import { PageActions } from "../../shell/page-actions.tsx";
import { PageFailure } from "../../shell/page-failure.tsx";
import { type Scope, useScope } from "../../shell/scope.ts";
import { useTitle } from "../../shell/use-title.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/message-card.tsx";
import { Skeleton, Waiting } from "../../ui/skeleton.tsx";
import { StatusShape } from "../../ui/status-shape.tsx";
import { TableBox } from "../../ui/table-box.tsx";
import { NewObjective } from "./objective-form.tsx";
import "../../ui/card.css";
import "../../ui/status-mark.css";
import "./objectives.css";

/** The annual objectives of a unit and around it, as a tree. */
export function ObjectivesPage() {
  const scope = useScope();
  if (scope === null) return <EmptyState title="There are no results yet" />;
  return <LoadedObjectives scope={scope} />;
}

function LoadedObjectives({ scope: { unit, period } }: { scope: Scope }) {
  const { fy } = useSearch({ from: "/shell" });
  const input = { unit, period, ...(fy === undefined ? {} : { fiscalYear: fy }) };
  const list = useQuery(api.objectives.list.queryOptions(input, { placeholderData: keepPreviousData }));
  useTitle("Objectives");
  if (list.error !== null) {
    return <PageFailure what="The objectives" error={list.error} onRetry={() => void list.refetch()} />;
  }
  if (list.data === undefined) {
    return (
      <Waiting what="the objectives">
        <Skeleton height={480} />
      </Waiting>
    );
  }
  return <Objectives view={list.data} unit={unit} />;
}

function Objectives({ view, unit }: { view: ObjectivesView; unit: string }) {
  const [isAdding, setAdding] = useState(false);
  return (
    <>
      <PageActions>
        {view.mayEdit ? (
          <Button kind="primary" onClick={() => setAdding(true)}>
            New objective
          </Button>
        ) : null}
      </PageActions>
      <div className="page-head">
        <h1>{view.headline}</h1>
        <Years view={view} />
      </div>
      {view.objectives.length === 0 ? (
        <EmptyState title={`There are no objectives of ${fiscalYearName(view.fiscalYear)} here yet`}>
          Objectives of a year hang under a theme of the strategy and are measured by KPIs.
        </EmptyState>
      ) : (
        <ObjectiveTable view={view} />
      )}
      {isAdding ? <NewObjective fiscalYear={view.fiscalYear} unit={unit} onClose={() => setAdding(false)} /> : null}
    </>
  );
}

function Years({ view }: { view: ObjectivesView }) {
  const navigate = useNavigate({ from: "/objectives" });
  return (
    <ul className="year-links" aria-label="Fiscal year">
      {view.years.map((year) => (
        <li key={year}>
          <button
            type="button"
            className="link-button"
            aria-pressed={year === view.fiscalYear}
            onClick={() => void navigate({ search: (now) => ({ ...now, fy: year }) })}
          >
            {fiscalYearName(year)}
          </button>
        </li>
      ))}
    </ul>
  );
}

function ObjectiveTable({ view }: { view: ObjectivesView }) {
  return (
    <div className="card">
      <TableBox label="Objectives">
        <table className="table objective-table">
          <thead>
            <tr>
              {["Objective", "Unit", "Theme", "KPIs", "State", "Owner", "Read by"].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {view.objectives.map((row) => (
              <Row key={row.code} row={row} />
            ))}
          </tbody>
        </table>
      </TableBox>
    </div>
  );
}

function Row({ row }: { row: ObjectiveRow }) {
  const { code, statement, depth, unit, theme, sentence, worst, stateWord, owner, acknowledged } = row;
  return (
    <tr>
      <th scope="row" className={`objective-depth-${Math.min(depth, 4)}`}>
        <Link to="/objectives/$code" params={{ code }} className="row-link">
          {statement}
        </Link>
        <span className="row-note">{code}</span>
      </th>
      <td>{unit.name}</td>
      <td>{theme}</td>
      <td>
        <span className={`status status-${worst ?? "missing"}`}>
          <StatusShape status={worst ?? "missing"} />
          {sentence}
        </span>
        {row.isNeglected ? <span className="row-note tone-bad">Off target, no action</span> : null}
      </td>
      <td>{stateWord}</td>
      <td>{owner ?? "–"}</td>
      <td className="number">
        {acknowledged.people} of {acknowledged.of}
      </td>
    </tr>
  );
}
