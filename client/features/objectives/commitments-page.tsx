import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { CommitmentsView } from "../../../shared/contracts/objectives.ts";
import { api } from "../../api.ts";
import { FormSheet } from "../../shell/form-sheet.tsx";
import { PageFailure } from "../../shell/page-failure.tsx";
import { useSession } from "../../shell/session.tsx";
import { useTitle } from "../../shell/use-title.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Field } from "../../ui/field.tsx";
import { SelectField, TextArea } from "../../ui/form-fields.tsx";
import { Skeleton, Waiting } from "../../ui/skeleton.tsx";
import { namedOptions } from "./objective-facts.ts";
import "./objectives.css";

type Mine = CommitmentsView["mine"][number];

/** "Quality starts with me": what each person has taken on, with their own honest account of it. */
export function CommitmentsPage() {
  const commitments = useQuery(api.objectives.commitments.queryOptions());
  useTitle("Quality starts with me");
  if (commitments.error !== null) {
    return <PageFailure what="The commitments" error={commitments.error} onRetry={() => void commitments.refetch()} />;
  }
  if (commitments.data === undefined) {
    return (
      <Waiting what="the commitments">
        <Skeleton height={420} />
      </Waiting>
    );
  }
  return <Commitments view={commitments.data} />;
}

function Commitments({ view }: { view: CommitmentsView }) {
  const { person } = useSession();
  const [open, setOpen] = useState<Mine | "new" | null>(null);
  const mayCommit = person.may.includes("edit-own-actions");
  return (
    <div className="commitments-page">
      <div className="page-head">
        <h1>Quality starts with me</h1>
        <p className="secondary">What I do myself for the year’s objectives, and my own account of how it goes.</p>
      </div>
      {view.unread.length === 0 ? null : (
        <Card title="Objectives that wait to be read">
          <ul className="readers">
            {view.unread.map(({ code, name }) => (
              <li key={code}>
                <Link to="/objectives/$code" params={{ code }} className="block-link">
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Card
        title="I take on"
        aside={
          mayCommit && view.objectives.length > 0 ? (
            <Button onClick={() => setOpen("new")}>Take something on</Button>
          ) : null
        }
      >
        {view.mine.length === 0 ? (
          <p className="secondary">Nothing yet. One honest sentence is enough to begin.</p>
        ) : null}
        <ul className="commitments">
          {view.mine.map((commitment) => (
            <MineLine key={commitment.id} commitment={commitment} onChange={() => setOpen(commitment)} />
          ))}
        </ul>
      </Card>
      {view.actions.length === 0 ? null : (
        <Card title="My actions and what they serve">
          <ul className="commitments">
            {view.actions.map(({ code, title, lineOfSight }) => (
              <li key={code}>
                <LineOfSight steps={lineOfSight} />
                <Link to="/actions/$action" params={{ action: code }}>
                  Open {code} {title}
                </Link>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Card title="Our leaders take on">
        {view.leaders.length === 0 ? <p className="secondary">No leader has taken anything on yet.</p> : null}
        <ul className="commitments">
          {view.leaders.map(({ id, person: leader, objective, text, account }) => (
            <li key={id}>
              <p>
                <span className="strong">{leader}</span>: {text}
              </p>
              <p className="small secondary">
                {objective.code} {objective.name}
              </p>
              {account === "" ? null : <p className="small">{account}</p>}
            </li>
          ))}
        </ul>
      </Card>
      {open === null ? null : (
        <CommitmentForm item={open === "new" ? null : open} view={view} onClose={() => setOpen(null)} />
      )}
    </div>
  );
}

/** A commitment with its line of sight: from a sentence of the policy to what I do. */
function MineLine({ commitment, onChange }: { commitment: Mine; onChange: () => void }) {
  return (
    <li>
      <LineOfSight steps={commitment.lineOfSight} />
      <p>{commitment.account === "" ? <span className="muted">No account given yet</span> : commitment.account}</p>
      <Button onClick={onChange}>Give an account</Button>
    </li>
  );
}

function LineOfSight({ steps }: { steps: Mine["lineOfSight"] }) {
  return (
    <ol className="line-of-sight">
      {steps.map(({ label, text }) => (
        <li key={label}>
          <span className="small muted">{label}</span>
          <span>{text}</span>
        </li>
      ))}
    </ol>
  );
}

function CommitmentForm({ item, view, onClose }: { item: Mine | null; view: CommitmentsView; onClose: () => void }) {
  const [draft, setDraft] = useState({
    objective: item?.objective.code ?? view.objectives[0]?.code ?? "",
    text: item?.text ?? "",
    account: item?.account ?? "",
    reviewedOn: item?.reviewedOn ?? null,
  });
  const save = useMutation(api.objectives.sayCommitment.mutationOptions());
  const known = item === null ? { id: null } : { id: item.id, version: item.version };
  const send = (withdrawn: boolean) => save.mutateAsync({ ...known, ...draft, withdrawn });
  return (
    <FormSheet
      title={item === null ? "Take something on" : "My commitment"}
      error={save.error}
      isBusy={save.isPending}
      onSave={() => send(false)}
      onClose={onClose}
      other={item === null ? undefined : { verb: "Take it back", act: () => send(true) }}
    >
      <SelectField
        label="For which objective"
        options={namedOptions(item === null ? view.objectives : [item.objective])}
        value={draft.objective}
        onChange={(event) => setDraft({ ...draft, objective: event.currentTarget.value })}
      />
      <TextArea
        label="What I will do"
        required
        data-autofocus
        value={draft.text}
        onChange={(event) => setDraft({ ...draft, text: event.currentTarget.value })}
      />
      <TextArea
        label="My account of it, honestly"
        value={draft.account}
        onChange={(event) => setDraft({ ...draft, account: event.currentTarget.value })}
      />
      <Field
        label="Looked back on"
        type="date"
        value={draft.reviewedOn ?? ""}
        onChange={(event) => setDraft({ ...draft, reviewedOn: event.currentTarget.value || null })}
      />
    </FormSheet>
  );
}
