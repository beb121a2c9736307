import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ChangesView } from "../../../shared/contracts/dated-changes.ts";
import { api } from "../../api.ts";
import { failureOf } from "../../failure.ts";
import { PageFailure } from "../../shell/page-failure.tsx";
import type { Scope } from "../../shell/scope.ts";
import { useSession } from "../../shell/session.tsx";
import { Button } from "../../ui/button.tsx";
import { formatInstant } from "../../ui/format.ts";
import { SkeletonRows, Waiting } from "../../ui/skeleton.tsx";
import { EffectTable } from "./effect-table.tsx";
import { ProposeChange } from "./propose-change.tsx";
import { ReasonDialog } from "./reason-dialog.tsx";

type Change = ChangesView["changes"][number];

/** Changes of tree, targets, tolerances and definitions dated back into locked months: proposed, looked through, decided. */
export function DatedChanges({ scope }: { scope: Scope }) {
  const { person } = useSession();
  const changes = useQuery(api.results.changes.queryOptions({ unit: scope.unit }));
  const [isProposing, setProposing] = useState(false);
  if (changes.error !== null)
    return <PageFailure what="The changes" error={changes.error} onRetry={() => void changes.refetch()} />;
  if (changes.data === undefined) {
    return (
      <Waiting what="the changes">
        <SkeletonRows rows={4} />
      </Waiting>
    );
  }
  const mayPropose = person.may.includes("edit-targets");
  return (
    <div className="months-states">
      <div className="months-line">
        <h2>{changes.data.headline}</h2>
        {mayPropose && !isProposing ? (
          <Button kind="primary" onClick={() => setProposing(true)}>
            Propose a change
          </Button>
        ) : null}
      </div>
      <p className="secondary">
        What would alter a figure or status of a locked month is looked through first, and made by a second person’s
        word.
      </p>
      {isProposing ? <ProposeChange scope={scope} onClose={() => setProposing(false)} /> : null}
      {changes.data.changes.map((change) => (
        <ChangeCard key={change.no} change={change} />
      ))}
    </div>
  );
}

const STATES = { proposed: "Waits for approval", approved: "Approved", rejected: "Rejected" } as const;

function ChangeCard({ change }: { change: Change }) {
  const { locale, timeZone } = useSession().organisation;
  const when = formatInstant(change.at, locale, timeZone);
  const decided = change.decidedBy === null ? "" : ` by ${change.decidedBy}`;
  return (
    <section className="dated-change" aria-label={change.what}>
      <div className="months-line">
        <h3>{change.what}</h3>
        <span className="small secondary">
          {STATES[change.state]}
          {decided} · {when}
        </span>
      </div>
      <p>
        {change.reason} <span className="small muted">{change.proposedBy ?? "Command line"}</span>
      </p>
      {change.verdictReason === null ? null : <p className="secondary">{change.verdictReason}</p>}
      <EffectTable effects={change.effects} total={change.total} />
      {change.state === "proposed" ? <Decide change={change} /> : null}
    </section>
  );
}

function Decide({ change }: { change: Change }) {
  const queries = useQueryClient();
  const [isRejecting, setRejecting] = useState(false);
  const decide = useMutation(
    api.results.decideChange.mutationOptions({ onSuccess: () => queries.invalidateQueries() }),
  );
  if (change.obstacle !== null) return <p className="small muted">{change.obstacle}</p>;
  const { no, version } = change;
  return (
    <div className="month-steps">
      <Button disabled={decide.isPending} onClick={() => decide.mutate({ no, version, verdict: "approve" })}>
        Approve and make it
      </Button>
      <Button onClick={() => setRejecting(true)}>Reject</Button>
      {decide.error === null ? null : (
        <span className="field-error" role="alert">
          {failureOf(decide.error).message}
        </span>
      )}
      {isRejecting ? (
        <ReasonDialog
          title={`Reject: ${change.what}`}
          what="Nothing is changed; whoever proposed it reads the reason here."
          verb="Reject change"
          onClose={() => setRejecting(false)}
          onSay={(reason) => {
            decide.mutate({ no, version, verdict: "reject", reason });
            setRejecting(false);
          }}
        />
      ) : null}
    </div>
  );
}
