import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { SnapshotHead } from "../../../shared/contracts/snapshots.ts";
import { longMonthText } from "../../../shared/text/month-text.ts";
import { api } from "../../api.ts";
import { PageActions } from "../../shell/page-actions.tsx";
import { PageFailure } from "../../shell/page-failure.tsx";
import { useSession } from "../../shell/session.tsx";
import { useTitle } from "../../shell/use-title.ts";
import { buttonClass } from "../../ui/button.tsx";
import { formatInstant } from "../../ui/format.ts";
import { EmptyState } from "../../ui/message-card.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { TableBox } from "../../ui/table-box.tsx";
import "../../ui/card.css";
import "../../ui/table.css";
import "./snapshots.css";
import { say } from "../../text/say.ts";
import { TakeSnapshot } from "./take-snapshot.tsx";

const HEADS = ["words.unit", "words.month", "snapshots.asOf", "snapshots.by", "snapshots.hash"] as const;

/** Every snapshot that the reader may see, the newest first. */
export function SnapshotsPage() {
  useTitle(say("shell.snapshots"));
  const list = useQuery(api.snapshots.list.queryOptions({}, { placeholderData: keepPreviousData }));
  if (list.error !== null) {
    return <PageFailure what={say("snapshots.list")} error={list.error} onRetry={() => void list.refetch()} />;
  }
  return (
    <>
      <PageActions>
        <Link className={buttonClass()} to="/verify">
          {say("snapshots.checkFile")}
        </Link>
        <TakeSnapshot />
      </PageActions>
      <div className="page-head">
        <h1>{say("shell.snapshots")}</h1>
        <p className="secondary">{say("snapshots.intro")}</p>
      </div>
      {list.data === undefined ? <Skeleton height={240} /> : <SnapshotTable snapshots={list.data.snapshots} />}
    </>
  );
}

function SnapshotTable({ snapshots }: { snapshots: readonly SnapshotHead[] }) {
  if (snapshots.length === 0) {
    return (
      <EmptyState
        title={say("snapshots.none")}
        action={
          <Link to="/overview" className={buttonClass()}>
            {say("shell.toOverview")}
          </Link>
        }
      >
        {say("snapshots.noneText")}
      </EmptyState>
    );
  }
  return (
    <div className="card">
      <TableBox label={say("shell.snapshots")}>
        <table className="table snapshot-table">
          <thead>
            <tr>
              <th scope="col">{say("snapshots.snapshot")}</th>
              {HEADS.map((head) => (
                <th key={head} scope="col" className="wide-only">
                  {say(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {snapshots.map((snapshot) => (
              <SnapshotRow key={snapshot.id} snapshot={snapshot} />
            ))}
          </tbody>
        </table>
      </TableBox>
    </div>
  );
}

/** On a phone all of it stands in the first column, so that nothing has to be scrolled for. */
function SnapshotRow({ snapshot }: { snapshot: SnapshotHead }) {
  const { locale, timeZone } = useSession().organisation;
  const month = longMonthText(snapshot.period, locale);
  const asOf = formatInstant(snapshot.asOf, locale, timeZone);
  const by = snapshot.by ?? say("snapshots.commandLine");
  const hash = snapshot.sha256.slice(0, 8);
  return (
    <tr>
      <th scope="row">
        <Link to="/snapshots/$id" params={{ id: snapshot.id }} className="row-link">
          {snapshot.label}
        </Link>
        <span className="row-note">{snapshot.headline}</span>
        <span className="row-note narrow-only">
          {snapshot.unit.name} · {month} · as of {asOf} · {by} · <code>{hash}</code>
        </span>
      </th>
      <td className="wide-only">{snapshot.unit.name}</td>
      <td className="wide-only nowrap">{month}</td>
      <td className="wide-only nowrap">{asOf}</td>
      <td className="wide-only nowrap">{by}</td>
      <td className="wide-only">
        <code title={snapshot.sha256}>{hash}</code>
      </td>
    </tr>
  );
}
