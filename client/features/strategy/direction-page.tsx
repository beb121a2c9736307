import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { DirectionView } from "../../../shared/contracts/direction.ts";
import { api } from "../../api.ts";
import { PageFailure } from "../../shell/page-failure.tsx";
import { useAsOf } from "../../shell/scope.ts";
import { useTitle } from "../../shell/use-title.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { EditCell, Head, Rows } from "../../ui/record-table.tsx";
import { Skeleton, Waiting } from "../../ui/skeleton.tsx";
import { ApproveDialog, DirectionForm, type EditingDirection } from "./direction-forms.tsx";
import "./direction.css";

type Policy = DirectionView["policies"][number];
type Strategy = DirectionView["strategies"][number];
type Change = (editing: EditingDirection) => void;

/** Where the organisation is going: the policy with its sentences, strategies with their years, and themes. */
export function DirectionPage() {
  const asOf = useAsOf();
  const direction = useQuery(api.strategy.direction.queryOptions(asOf === null ? {} : { asOf }));
  useTitle("Policy and strategy");
  if (direction.error !== null) {
    return <PageFailure what="The policy" error={direction.error} onRetry={() => void direction.refetch()} />;
  }
  if (direction.data === undefined) {
    return (
      <Waiting what="the policy">
        <Skeleton height={480} />
      </Waiting>
    );
  }
  return <Direction view={direction.data} />;
}

function Direction({ view }: { view: DirectionView }) {
  const [editing, setEditing] = useState<EditingDirection | null>(null);
  const adding = (label: string, kind: EditingDirection) =>
    view.mayEdit ? <Button onClick={() => setEditing(kind)}>{label}</Button> : null;
  return (
    <div className="record-page">
      <div className="page-head">
        <h1>{view.headline}</h1>
        <p className="secondary">
          Everyone may read it. Each objective cites a sentence of the policy and stands below a theme.
        </p>
      </div>
      {view.policies.length === 0 ? (
        <Card title="Quality policy" aside={adding("Draft a policy", { kind: "policy", item: null })}>
          <p className="secondary">No policy has been said yet.</p>
        </Card>
      ) : null}
      {view.policies.map((policy, index) => (
        <PolicyCard
          key={policy.validFrom}
          policy={policy}
          view={view}
          aside={index === 0 ? adding("Draft a new version", { kind: "policy", item: null }) : null}
          onChange={setEditing}
        />
      ))}
      {view.strategies.map((strategy) => (
        <StrategyCard key={strategy.code} strategy={strategy} mayEdit={view.mayEdit} onChange={setEditing} />
      ))}
      {view.mayEdit ? (
        <p>
          <Button onClick={() => setEditing({ kind: "strategy", item: null })}>Add a strategy</Button>
        </p>
      ) : null}
      {editing === null ? null : <DirectionForm editing={editing} view={view} onClose={() => setEditing(null)} />}
    </div>
  );
}

type PolicyProps = { policy: Policy; view: DirectionView; aside: ReactNode; onChange: Change };

function PolicyCard({ policy, view, aside, onChange }: PolicyProps) {
  const [isApproving, setApproving] = useState(false);
  const until = policy.validTo === null ? "" : ` to ${policy.validTo}`;
  const isDraft = policy.state === "draft";
  return (
    <Card title={`Quality policy from ${policy.validFrom}${until}`} aside={aside}>
      <p className="secondary">
        {policy.stateWord}
        {policy.approvedBy === null ? "" : ` · approved by ${policy.approvedBy}`} · version {policy.version}
      </p>
      <ol className="policy-sentences">
        {policy.sentences.map(({ id, text, objectives }) => (
          <li key={id}>
            {text}
            <span className="row-note">
              {objectives === 0
                ? "No objective cites it"
                : `${objectives} ${objectives === 1 ? "objective cites" : "objectives cite"} it`}
            </span>
          </li>
        ))}
      </ol>
      {isDraft ? (
        <p className="direction-steps">
          {view.mayEdit ? (
            <Button onClick={() => onChange({ kind: "policy", item: policy })}>Change the draft</Button>
          ) : null}
          {view.mayApprove ? <Button onClick={() => setApproving(true)}>Approve…</Button> : null}
        </p>
      ) : null}
      {isApproving ? <ApproveDialog policy={policy} onClose={() => setApproving(false)} /> : null}
    </Card>
  );
}

function StrategyCard({ strategy, mayEdit, onChange }: { strategy: Strategy; mayEdit: boolean; onChange: Change }) {
  const { code, name, fromYear, toYear, statement, themes, isInForce } = strategy;
  const aside = mayEdit ? (
    <span className="direction-steps">
      <Button onClick={() => onChange({ kind: "theme", item: null, strategy: code })}>Add a theme</Button>
      <Button aria-label={`Change ${name}`} onClick={() => onChange({ kind: "strategy", item: strategy })}>
        Change
      </Button>
    </span>
  ) : null;
  return (
    <Card title={`${name}, ${fromYear}–${toYear}`} aside={aside} padded={false}>
      <p className="card-body secondary">
        {isInForce ? "In force" : "Not of this year"} · {code} · {statement}
      </p>
      <Rows label={`Themes of ${name}`} heads={["Theme", "Long-term goal", "Objectives this year"]}>
        {themes.map((theme) => (
          <tr key={theme.code}>
            <Head code={theme.code} text={theme.name} />
            <td>{theme.longTermGoal || "–"}</td>
            <td className="number">{theme.objectives}</td>
            <EditCell
              name={theme.name}
              may={mayEdit}
              onEdit={() => onChange({ kind: "theme", item: theme, strategy: code })}
            />
          </tr>
        ))}
      </Rows>
    </Card>
  );
}
