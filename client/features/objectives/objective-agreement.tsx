import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { ObjectiveView } from "../../../shared/contracts/objectives.ts";
import { api } from "../../api.ts";
import { failureOf } from "../../failure.ts";
import { useSession } from "../../shell/session.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Field } from "../../ui/field.tsx";
import { SelectField } from "../../ui/form-fields.tsx";
import { formatInstant } from "../../ui/format.ts";
import { proposedTarget } from "./objective-facts.ts";

type Proposal = ObjectiveView["proposals"][number];

/** Who proposed what, who agreed, who has read it and what people have taken on. */
export function Agreement({ view }: { view: ObjectiveView }) {
  const [answering, setAnswering] = useState<string | null>(null);
  const current = view.readers.filter(({ isCurrent }) => isCurrent).length;
  return (
    <>
      <Card title="Agreement">
        {view.proposals.length === 0 ? <p className="secondary">Nothing has been proposed yet.</p> : null}
        <ol className="proposals">
          {view.proposals.map((proposal) => (
            <ProposalLine
              key={proposal.id}
              proposal={proposal}
              mayEdit={view.mayEdit}
              onCounter={() => setAnswering(proposal.id)}
            />
          ))}
        </ol>
        {view.mayEdit && view.state !== "closed" ? (
          <ProposeForm key={answering ?? "new"} view={view} answers={answering} onDone={() => setAnswering(null)} />
        ) : null}
      </Card>
      <Card title={`Read by ${current} of ${view.readers.length}`}>
        <details>
          <summary>By name</summary>
          <ul className="readers">
            {view.readers.map(({ person, at, isCurrent }) => (
              <li key={person} className="small">
                {person} <span className={isCurrent ? "tone-good" : "muted"}>{readerWord(at, isCurrent)}</span>
              </li>
            ))}
          </ul>
        </details>
      </Card>
      <Card title="Taken on">
        {view.commitments.length === 0 ? <p className="secondary">Nobody has taken anything on yet.</p> : null}
        <ul className="readers">
          {view.commitments.map(({ person, text, account }) => (
            <li key={`${person} ${text}`}>
              <span className="strong">{person}</span>: {text}
              {account === "" ? null : <span className="row-note">{account}</span>}
            </li>
          ))}
        </ul>
      </Card>
    </>
  );
}

function readerWord(at: string | null, isCurrent: boolean): string {
  if (at === null) return "not yet";
  return isCurrent ? "has read it" : "read an earlier version";
}

function useAgreeing() {
  const queries = useQueryClient();
  const onSuccess = () => queries.invalidateQueries({ queryKey: api.objectives.pathKey() });
  return {
    propose: useMutation(api.objectives.propose.mutationOptions({ onSuccess })),
    settle: useMutation(api.objectives.settle.mutationOptions({ onSuccess })),
  };
}

type LineProps = { proposal: Proposal; mayEdit: boolean; onCounter: () => void };

function ProposalLine({ proposal, mayEdit, onCounter }: LineProps) {
  const { organisation } = useSession();
  const { settle } = useAgreeing();
  const { id, by, at, kpi, target, text, outcome, outcomeWord, settledBy } = proposal;
  return (
    <li>
      <p>
        <span className="strong">{by}</span> proposes {target === null ? "" : `${target} for ${kpi}`}
        {text === "" ? "" : ` “${text}”`}
      </p>
      <p className="small muted">
        {formatInstant(at, organisation.locale, organisation.timeZone)} · {outcomeWord}
        {settledBy === null ? "" : ` by ${settledBy}`}
      </p>
      {mayEdit && outcome === "open" ? (
        <p className="proposal-answers">
          <Button onClick={() => settle.mutate({ id, outcome: "agreed" })}>Agree</Button>
          <Button onClick={onCounter}>Propose otherwise</Button>
          <Button kind="quiet" onClick={() => settle.mutate({ id, outcome: "declined" })}>
            Decline
          </Button>
        </p>
      ) : null}
      {settle.error === null ? null : (
        <p className="field-error" role="alert">
          {failureOf(settle.error).message}
        </p>
      )}
    </li>
  );
}

function ProposeForm({ view, answers, onDone }: { view: ObjectiveView; answers: string | null; onDone: () => void }) {
  const [draft, setDraft] = useState({ kpi: "", target: "", text: "" });
  const { propose } = useAgreeing();
  const target = draft.kpi === "" ? null : proposedTarget(draft.target);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (target === "unclear") return;
    const said = { kpi: target === null ? null : draft.kpi, target, text: draft.text };
    await propose.mutateAsync({ objective: view.code, answers, ...said }).then(onDone, () => undefined);
  };
  return (
    <form className="objective-form propose-form" onSubmit={(event) => void submit(event)}>
      <p className="strong small">{answers === null ? "Propose a target or another wording" : "Propose otherwise"}</p>
      <div className="field-pair">
        <SelectField
          label="KPI"
          options={[
            { value: "", label: "None: the wording" },
            ...view.kpis.map(({ kpi, name }) => ({ value: kpi, label: name })),
          ]}
          value={draft.kpi}
          onChange={(event) => setDraft({ ...draft, kpi: event.currentTarget.value })}
        />
        <Field
          label="Target of the year"
          inputMode="decimal"
          disabled={draft.kpi === ""}
          value={draft.target}
          error={
            target === "unclear"
              ? "Write the number so that it can be read in one way only, for instance 94.2."
              : undefined
          }
          onChange={(event) => setDraft({ ...draft, target: event.currentTarget.value })}
        />
      </div>
      <Field
        label="Why, or in which words"
        value={draft.text}
        onChange={(event) => setDraft({ ...draft, text: event.currentTarget.value })}
      />
      {propose.error === null ? null : (
        <p className="field-error" role="alert">
          {failureOf(propose.error).message}
        </p>
      )}
      <Button
        type="submit"
        disabled={propose.isPending || target === "unclear" || (draft.text.trim() === "" && target === null)}
      >
        Propose
      </Button>
    </form>
  );
}
