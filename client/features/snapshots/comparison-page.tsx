import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import type { SnapshotComparison } from "../../../shared/contracts/snapshot-comparison.ts";
import { longMonthText } from "../../../shared/text/month-text.ts";
import { api } from "../../api.ts";
import { PageFailure } from "../../shell/page-failure.tsx";
import { useSession } from "../../shell/session.tsx";
import { useTitle } from "../../shell/use-title.ts";
import { Breadcrumbs } from "../../ui/breadcrumbs.tsx";
import { formatInstant } from "../../ui/format.ts";
import { EmptyState } from "../../ui/message-card.tsx";
import { Skeleton, Waiting } from "../../ui/skeleton.tsx";
import { TableBox } from "../../ui/table-box.tsx";
import "../../ui/card.css";
import "../../ui/table.css";
import "./snapshots.css";

/** What has changed since a snapshot: against another one or against now. */
export function ComparisonPage() {
  const { id, with: other } = useParams({ strict: false }) as { id: string; with: string };
  const compared = useQuery(api.snapshots.compare.queryOptions({ id, with: other }));
  useTitle("What has changed");
  if (compared.error !== null) {
    return <PageFailure what="The comparison" error={compared.error} onRetry={() => void compared.refetch()} />;
  }
  if (compared.data === undefined) {
    return (
      <Waiting what="the comparison">
        <Skeleton width={360} height={32} />
        <Skeleton height={320} />
      </Waiting>
    );
  }
  return (
    <>
      <Heading view={compared.data} id={id} />
      <OtherChoice id={id} chosen={other} />
      <Changes changes={compared.data.changes} />
    </>
  );
}

function Heading({ view, id }: { view: SnapshotComparison; id: string }) {
  const { locale, timeZone } = useSession().organisation;
  const { earlier, later, headline } = view;
  const told = ({ label, asOf, period }: SnapshotComparison["earlier"]) =>
    `${label}: ${longMonthText(period, locale)}, as of ${formatInstant(asOf, locale, timeZone)}`;
  return (
    <div className="page-head">
      <Breadcrumbs
        steps={[
          { key: "list", content: <Link to="/snapshots">Snapshots</Link> },
          {
            key: "one",
            content: (
              <Link to="/snapshots/$id" params={{ id }}>
                {earlier.label}
              </Link>
            ),
          },
          { key: "this", content: "What has changed" },
        ]}
      />
      <h1>{headline}</h1>
      <p className="secondary">{told(earlier)}</p>
      <p className="secondary">{told(later)}</p>
    </div>
  );
}

/** The same snapshot against something else; the address holds the choice. */
function OtherChoice({ id, chosen }: { id: string; chosen: string }) {
  const navigate = useNavigate();
  const list = useQuery(api.snapshots.list.queryOptions({}));
  const others = (list.data?.snapshots ?? []).filter((snapshot) => snapshot.id !== id);
  return (
    <p className="compare-with">
      <label>
        Compare with{" "}
        <select
          value={chosen}
          onChange={(event) =>
            void navigate({ to: "/snapshots/$id/compare/$with", params: { id, with: event.currentTarget.value } })
          }
        >
          <option value="live">what is known now</option>
          {others.map((snapshot) => (
            <option key={snapshot.id} value={snapshot.id}>
              {snapshot.label}
            </option>
          ))}
        </select>
      </label>
    </p>
  );
}

const KINDS = {
  corrected: "Corrected",
  verdict: "Verdict",
  moved: "Moved on",
  added: "New",
  removed: "Gone",
} as const;

function Changes({ changes }: Pick<SnapshotComparison, "changes">) {
  if (changes.length === 0) {
    return <EmptyState title="Nothing has changed">Every figure and every verdict reads as it did.</EmptyState>;
  }
  return (
    <div className="card">
      <TableBox label="What has changed">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">KPI</th>
              <th scope="col">Kind</th>
              <th scope="col">Before</th>
              <th scope="col">After</th>
              <th scope="col">In words</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => (
              <tr key={`${change.kpi} ${change.kind} ${change.period}`}>
                <th scope="row">{change.name}</th>
                <td>{KINDS[change.kind]}</td>
                <td>{change.before}</td>
                <td>{change.after}</td>
                <td>{change.sentence}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </div>
  );
}
