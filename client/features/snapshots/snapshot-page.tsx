import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { OverviewView } from "../../../shared/contracts/insight.ts";
import type { SnapshotView } from "../../../shared/contracts/snapshots.ts";
import { longMonthText } from "../../../shared/text/month-text.ts";
import { api } from "../../api.ts";
import { PageActions } from "../../shell/page-actions.tsx";
import { PageFailure } from "../../shell/page-failure.tsx";
import { useSession } from "../../shell/session.tsx";
import { useTitle } from "../../shell/use-title.ts";
import { Breadcrumbs } from "../../ui/breadcrumbs.tsx";
import { buttonClass } from "../../ui/button.tsx";
import { Facts } from "../../ui/card.tsx";
import { formatInstant } from "../../ui/format.ts";
import { Skeleton, Waiting } from "../../ui/skeleton.tsx";
import { ExportButtons } from "./export-buttons.tsx";
import { ExportList } from "./export-list.tsx";
import { useExports } from "./use-exports.ts";
import "./snapshots.css";

/** One frozen state. `draw` draws what it holds as the live page does, from the frozen payload alone. */
export function SnapshotPage({ draw }: { draw: (frozen: OverviewView) => ReactNode }) {
  const { id } = useParams({ strict: false }) as { id: string };
  const snapshot = useQuery(api.snapshots.get.queryOptions({ id }, { staleTime: Number.POSITIVE_INFINITY }));
  const exports = useExports();
  useTitle(snapshot.data?.head.label);
  if (snapshot.error !== null) {
    return <PageFailure what="The snapshot" error={snapshot.error} onRetry={() => void snapshot.refetch()} />;
  }
  if (snapshot.data === undefined) {
    return (
      <Waiting what="the snapshot">
        <Skeleton width={360} height={32} />
        <Skeleton height={440} />
      </Waiting>
    );
  }
  return (
    <>
      <PageActions>
        <Link className={buttonClass()} to="/snapshots/$id/compare/$with" params={{ id, with: "live" }}>
          Compare with now
        </Link>
        {snapshot.data.formats.length === 0 ? null : <ExportButtons onAsk={exports.ask} />}
      </PageActions>
      <SnapshotHeading view={snapshot.data} />
      <ExportList snapshot={id} exports={exports} />
      {draw(snapshot.data.overview)}
    </>
  );
}

function SnapshotHeading({ view }: { view: SnapshotView }) {
  const { locale, timeZone } = useSession().organisation;
  const { head, verified, overview } = view;
  const at = (instant: string) => formatInstant(instant, locale, timeZone);
  return (
    <>
      <div className="page-head">
        <Breadcrumbs
          steps={[
            { key: "list", content: <Link to="/snapshots">Snapshots</Link> },
            { key: "this", content: head.label },
          ]}
        />
        <h1>{overview.headline}</h1>
        <p className="secondary">
          {head.unit.name} · {longMonthText(head.period, locale)} · {overview.subline}
        </p>
      </div>
      <section className="card frozen-facts" aria-label="What this snapshot is">
        <p className={verified ? "frozen-state" : "frozen-state tone-bad"}>
          {verified
            ? "Frozen. The hash was computed again just now and matches."
            : "Altered! The content no longer matches its hash. Tell your administrator."}
        </p>
        <Facts
          facts={[
            { label: "As of", text: at(head.asOf) },
            { label: "Taken", text: `${at(head.takenAt)} by ${head.by ?? "the command line"}` },
            { label: "Coverage", text: view.units },
            { label: "SHA-256", text: <code className="hash">{head.sha256}</code> },
          ]}
        />
      </section>
    </>
  );
}
