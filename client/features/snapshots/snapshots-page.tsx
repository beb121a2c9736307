import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { SnapshotHead } from "../../../shared/contracts/snapshots.ts";
import { longMonthText } from "../../../shared/text/month-text.ts";
import { api } from "../../api.ts";
import { PageActions } from "../../shell/page-actions.tsx";
import { PageFailure } from "../../shell/page-failure.tsx";
import { useSession } from "../../shell/session.tsx";
import { useTitle } from "../../shell/use-title.ts";
import { formatInstant } from "../../ui/format.ts";
import { EmptyState } from "../../ui/message-card.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { TableBox } from "../../ui/table-box.tsx";
import "../../ui/card.css";
import "../../ui/table.css";
import "./snapshots.css";
import { TakeSnapshot } from "./take-snapshot.tsx";

/** Every snapshot that the reader may see, the newest first. */
export function SnapshotsPage() {
  useTitle("Snapshots");
  const list = useQuery(api.snapshots.list.queryOptions({}, { placeholderData: keepPreviousData }));
  if (list.error !== null) {
    return <PageFailure what="The list of snapshots" error={list.error} onRetry={() => void list.refetch()} />;
  }
  return (
    <>
      <PageActions>
        <TakeSnapshot />
      </PageActions>
      <div className="page-head">
        <h1>Snapshots</h1>
        <p className="secondary">
          Frozen states of progress: nothing changes them, and each proves itself by its hash.
        </p>
      </div>
      {list.data === undefined ? <Skeleton height={240} /> : <SnapshotTable snapshots={list.data.snapshots} />}
    </>
  );
}

function SnapshotTable({ snapshots }: { snapshots: readonly SnapshotHead[] }) {
  const { locale, timeZone } = useSession().organisation;
  if (snapshots.length === 0) {
    return (
      <EmptyState title="No snapshot has been taken yet">
        Take one of what the overview shows: it stays as it is, whatever is corrected later.
      </EmptyState>
    );
  }
  return (
    <div className="card">
      <TableBox label="Snapshots">
        <table className="table snapshot-table">
          <thead>
            <tr>
              <th scope="col">Snapshot</th>
              <th scope="col">Unit</th>
              <th scope="col">Month</th>
              <th scope="col">What it says</th>
              <th scope="col">As of</th>
              <th scope="col">By</th>
              <th scope="col">Hash</th>
            </tr>
          </thead>
          <tbody>
            {snapshots.map((snapshot) => (
              <tr key={snapshot.id}>
                <th scope="row">
                  <Link to="/snapshots/$id" params={{ id: snapshot.id }}>
                    {snapshot.label}
                  </Link>
                </th>
                <td>{snapshot.unit.name}</td>
                <td className="nowrap">{longMonthText(snapshot.period, locale)}</td>
                <td>{snapshot.headline}</td>
                <td className="nowrap">{formatInstant(snapshot.asOf, locale, timeZone)}</td>
                <td>{snapshot.by ?? "Command line"}</td>
                <td>
                  <code title={snapshot.sha256}>{snapshot.sha256.slice(0, 8)}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </div>
  );
}
