import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { MonthsView } from "../../../shared/contracts/month-close.ts";
import { longMonthText } from "../../../shared/text/month-text.ts";
import { api } from "../../api.ts";
import { PageFailure } from "../../shell/page-failure.tsx";
import type { Scope } from "../../shell/scope.ts";
import { useChangeScope } from "../../shell/scope.ts";
import { useSession } from "../../shell/session.tsx";
import { formatInstant } from "../../ui/format.ts";
import { SkeletonRows, Waiting } from "../../ui/skeleton.tsx";
import { TableBox } from "../../ui/table-box.tsx";
import { MonthSteps } from "./month-steps.tsx";

type State = Omit<MonthsView["months"][number], "month">;

/** Which months are open, closed and locked: for the unit with all below it, and unit by unit. */
export function MonthStates({ scope }: { scope: Scope }) {
  const { unit, period: month } = scope;
  const { locale } = useSession().organisation;
  const change = useChangeScope();
  const months = useQuery(api.results.months.queryOptions({ unit, month }, { placeholderData: keepPreviousData }));
  if (months.error !== null)
    return <PageFailure what="The months" error={months.error} onRetry={() => void months.refetch()} />;
  if (months.data === undefined) {
    return (
      <Waiting what="the months">
        <SkeletonRows rows={12} />
      </Waiting>
    );
  }
  const view = months.data;
  return (
    <div className="months-states" data-dimmed={months.isPlaceholderData || undefined}>
      <h2>{view.headline}</h2>
      <TableBox label={`Months of ${view.unit.name}`}>
        <table className="table month-table">
          <caption className="visually-hidden">Months of {view.unit.name} with all below it</caption>
          <StateHead first="Month" />
          <tbody>
            {view.months.map(({ month: each, ...state }) => (
              <tr key={each} aria-current={each === view.month ? "true" : undefined}>
                <th scope="row">
                  <button type="button" className="link-button" onClick={() => change({ p: each })}>
                    {longMonthText(each, locale)}
                  </button>
                </th>
                <StateCells state={state} place={{ unit: view.unit.code, name: view.unit.name, month: each }} />
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
      {view.units.length < 2 ? null : <UnitStates view={view} />}
    </div>
  );
}

function UnitStates({ view }: { view: MonthsView }) {
  const { locale } = useSession().organisation;
  const title = `${longMonthText(view.month, locale)}, unit by unit`;
  return (
    <>
      <h2>{title}</h2>
      <TableBox label={title}>
        <table className="table month-table">
          <caption className="visually-hidden">{title}</caption>
          <StateHead first="Unit" />
          <tbody>
            {view.units.map(({ unit, depth, ...state }) => (
              <tr key={unit.code}>
                <th scope="row" style={{ paddingInlineStart: 10 + depth * 16 }}>
                  <Link to="/entry" search={{ u: unit.code, p: view.month }}>
                    {unit.name}
                  </Link>
                </th>
                <StateCells state={state} place={{ unit: unit.code, name: unit.name, month: view.month }} />
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </>
  );
}

function StateHead({ first }: { first: string }) {
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        <th scope="col">State</th>
        <th scope="col" className="wide-cell">
          Since
        </th>
        <th scope="col" className="number">
          Waiting
        </th>
        <th scope="col">
          <span className="visually-hidden">Steps</span>
        </th>
      </tr>
    </thead>
  );
}

type Place = { unit: string; name: string; month: MonthsView["month"] };

function StateCells({ state, place }: { state: State; place: Place }) {
  const { locale, timeZone } = useSession().organisation;
  return (
    <>
      <td>
        <span className="period-state">
          <StateShape state={state.state} />
          {state.stateWord}
        </span>
      </td>
      <td className="small secondary wide-cell">
        {state.at === null ? null : (
          <>
            {formatInstant(state.at, locale, timeZone)}
            <span className="row-note">{state.by ?? "Command line"}</span>
          </>
        )}
      </td>
      <td className="number">
        {state.waiting === 0 ? null : (
          <Link to="/months" search={{ u: place.unit, p: place.month, tab: "approvals" }}>
            {state.waiting}
          </Link>
        )}
      </td>
      <td>
        <MonthSteps may={state.may} place={place} />
      </td>
    </>
  );
}

const SHAPES = {
  open: <circle cx="8" cy="8" r="5.200" />,
  closed: <path d="M3.500 8h9M8 3.500v9" transform="rotate(45 8 8)" />,
  mixed: <path d="M8 2.800a5.200 5.200 0 0 0 0 10.400zM8 2.800a5.200 5.200 0 0 1 0 10.400" />,
  locked: <path d="M4 7.500h8v6H4zM5.500 7.500V5.300a2.500 2.500 0 0 1 5 0v2.200" />,
};

function StateShape({ state }: { state: State["state"] }) {
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
    >
      {SHAPES[state]}
    </svg>
  );
}
