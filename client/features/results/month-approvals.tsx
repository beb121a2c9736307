import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Waiting as WaitingRow } from "../../../shared/contracts/month-close.ts";
import { longMonthText, monthText } from "../../../shared/text/month-text.ts";
import { api } from "../../api.ts";
import { PageFailure } from "../../shell/page-failure.tsx";
import type { Scope } from "../../shell/scope.ts";
import { useSession } from "../../shell/session.tsx";
import { Button } from "../../ui/button.tsx";
import { formatInstant } from "../../ui/format.ts";
import { SkeletonRows, Waiting } from "../../ui/skeleton.tsx";
import { TableBox } from "../../ui/table-box.tsx";
import { ReasonDialog } from "./reason-dialog.tsx";
import { useDecide } from "./use-decide.ts";

/** What waits for approval, with what it would change; approved or rejected by another person than its submitter. */
export function MonthApprovals({ scope }: { scope: Scope }) {
  const { unit } = scope;
  const { locale } = useSession().organisation;
  const waiting = useQuery(api.results.waiting.queryOptions({ unit }));
  const decide = useDecide();
  const [rejecting, setRejecting] = useState<WaitingRow | null>(null);
  if (waiting.error !== null)
    return <PageFailure what="What waits" error={waiting.error} onRetry={() => void waiting.refetch()} />;
  if (waiting.data === undefined) {
    return (
      <Waiting what="what waits for approval">
        <SkeletonRows rows={6} />
      </Waiting>
    );
  }
  const { headline, rows } = waiting.data;
  const approvable = rows.filter(({ obstacle }) => obstacle === null);
  return (
    <div className="months-states">
      <div className="months-line">
        <h2>{headline}</h2>
        {approvable.length < 2 ? null : (
          <Button kind="primary" disabled={decide.isPending} onClick={() => decide.take("approve", approvable)}>
            Approve all {approvable.length}
          </Button>
        )}
      </div>
      <p role="status" className="secondary">
        {decide.said}
      </p>
      {decide.failures.map((message) => (
        <p key={message} className="field-error" role="alert">
          {message}
        </p>
      ))}
      {rows.length === 0 ? (
        <p className="secondary months-empty">
          Submitted results and restatements of this unit and all below it appear here.
        </p>
      ) : (
        <WaitingTable rows={rows} onApprove={(row) => decide.take("approve", [row])} onReject={setRejecting} />
      )}
      {rejecting === null ? null : (
        <ReasonDialog
          title={`Reject ${rejecting.name}`}
          what={`${rejecting.unit.name}, ${longMonthText(rejecting.month, locale)}: ${rejecting.after}. Whoever entered it reads the reason beside the cell.`}
          verb="Reject result"
          onClose={() => setRejecting(null)}
          onSay={(reason) => {
            decide.take("reject", [rejecting], reason);
            setRejecting(null);
          }}
        />
      )}
    </div>
  );
}

type RowActions = { onApprove: (row: WaitingRow) => void; onReject: (row: WaitingRow) => void };

function WaitingTable({ rows, ...actions }: { rows: readonly WaitingRow[] } & RowActions) {
  return (
    <TableBox label="What waits for approval">
      <table className="table month-table">
        <thead>
          <tr>
            <th scope="col">Result</th>
            <th scope="col" className="number">
              Counts now
            </th>
            <th scope="col" className="number">
              Would count
            </th>
            <th scope="col">What was said</th>
            <th scope="col">By</th>
            <th scope="col">
              <span className="visually-hidden">Verdict</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <WaitingLine key={`${row.unit.code} ${row.kpi} ${row.month}`} row={row} {...actions} />
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function WaitingLine({ row, onApprove, onReject }: { row: WaitingRow } & RowActions) {
  const { locale, timeZone } = useSession().organisation;
  const what = `${row.name}, ${row.unit.name}, ${monthText(row.month, locale)}`;
  return (
    <tr>
      <th scope="row">
        <Link to="/kpis/$kpi/history" params={{ kpi: row.kpi }} search={{ u: row.unit.code, p: row.month }}>
          {row.name}
        </Link>
        <span className="row-note">
          {row.unit.name} · {monthText(row.month, locale)}
          {row.restatement ? " · restatement" : ""}
        </span>
      </th>
      <Figure shown={row.before} parts={row.beforeParts} />
      <Figure shown={row.after} parts={row.afterParts} isNew />
      <td className="small months-words">
        {row.reason === null ? null : <p>Reason: {row.reason}</p>}
        {row.cause === null ? null : <p>Cause: {row.cause}</p>}
        {row.comment === null ? null : <p>{row.comment}</p>}
        {row.doubts.length === 0 ? null : <p className="tone-watch">{row.doubts.join(", ")}</p>}
      </td>
      <td className="small secondary">
        {row.by ?? "Command line"}
        <span className="row-note">{formatInstant(row.at, locale, timeZone)}</span>
      </td>
      <td>
        {row.obstacle === null ? (
          <span className="month-steps">
            <Button aria-label={`Approve ${what}`} onClick={() => onApprove(row)}>
              Approve
            </Button>
            <Button aria-label={`Reject ${what}`} onClick={() => onReject(row)}>
              Reject
            </Button>
          </span>
        ) : (
          <span className="small muted">{row.obstacle}</span>
        )}
      </td>
    </tr>
  );
}

function Figure({ shown, parts, isNew = false }: { shown: string; parts: string | null; isNew?: boolean }) {
  return (
    <td className="number">
      {isNew ? <strong>{shown}</strong> : shown}
      {parts === null ? null : <span className="row-note">{parts}</span>}
    </td>
  );
}
