import "../../ui/table.css";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { ActionRow, ChangeActionInput } from "../../../shared/contracts/actions.ts";
import type { ActionState } from "../../../shared/domain/action.ts";
import { api } from "../../api.ts";
import { useLocale } from "../../shell/session.tsx";
import { say } from "../../text/say.ts";
import { formatDate } from "../../ui/format.ts";
import { TableBox } from "../../ui/table-box.tsx";
import { stepsText } from "./action-facts.ts";
import { CheckWord } from "./check-word.tsx";
import { EndDialog } from "./end-dialog.tsx";
import { useChangeAction } from "./use-change-action.ts";

type ActionTableProps = { unit: string; actions: readonly ActionRow[]; mayEdit: boolean };

/** Actions by due day. State, owner and day change in place, with the rights for it. */
export function ActionTable({ unit, actions, mayEdit }: ActionTableProps) {
  const choices = useQuery(api.actions.choices.queryOptions({ unit }, { enabled: mayEdit }));
  const { say: record, problem } = useChangeAction();
  const [ending, setEnding] = useState<{ action: ActionRow; to: "effective" | "not_effective" } | null>(null);
  const change = (action: ActionRow, part: Partial<ChangeActionInput>) => {
    const { state } = part;
    if (state === "effective" || state === "not_effective") setEnding({ action, to: state });
    else void record({ action: action.code, version: action.version, ...part });
  };
  return (
    <section className="card" aria-label={say("shell.actions")}>
      <p className="actions-problem field-error" role="alert">
        {problem}
      </p>
      <TableBox label={say("actions.byDue")}>
        <table className="table actions-table">
          <thead>
            <tr>
              <th scope="col">{say("actions.action")}</th>
              <th scope="col">{say("words.state")}</th>
              <th scope="col">{say("words.owner")}</th>
              <th scope="col">{say("words.due")}</th>
              <th scope="col">{say("actions.effect")}</th>
              <th scope="col">{say("actions.check")}</th>
            </tr>
          </thead>
          <tbody>
            {actions.map((action) => (
              <Row
                key={action.code}
                action={action}
                people={choices.data?.people ?? []}
                onChange={(part) => change(action, part)}
              />
            ))}
          </tbody>
        </table>
      </TableBox>
      {ending === null ? null : <EndDialog {...ending} onClose={() => setEnding(null)} />}
    </section>
  );
}

type RowProps = {
  action: ActionRow;
  people: readonly { code: string; name: string }[];
  onChange: (part: Partial<ChangeActionInput>) => void;
};

function Row({ action, people, onChange }: RowProps) {
  const { code, title, unit, kpi, promise, check, verification } = action;
  return (
    <tr>
      <th scope="row">
        <Link to="/actions/$action" params={{ action: code }} className="row-link">
          {title}
        </Link>
        <span className="row-note">
          {[code, action.kindWord, unit.name, kpi?.name, stepsText(action.steps)].filter(Boolean).join(" · ")}
        </span>
      </th>
      <td>
        <StateCell action={action} onChange={onChange} />
        <span className="row-note">{say("actions.done", { progress: action.progress })}</span>
      </td>
      <td>
        <OwnerCell action={action} people={people} onChange={onChange} />
      </td>
      <td>
        <DueCell action={action} onChange={onChange} />
      </td>
      <td className="secondary">{promise ?? <span className="muted">{say("actions.noneStated")}</span>}</td>
      <td>
        <CheckWord action={action} />
        <span className="row-note actions-sentence">{verification ?? check?.sentence}</span>
      </td>
    </tr>
  );
}

function StateCell({ action, onChange }: Omit<RowProps, "people">) {
  const { state, stateWord, next, code } = action;
  if (next.length === 0) return <span>{stateWord}</span>;
  return (
    <select
      className="input actions-cell"
      aria-label={say("actions.stateOf", { code })}
      value={state}
      onChange={(event) => onChange({ state: event.currentTarget.value as ActionState })}
    >
      <option value={state}>{stateWord}</option>
      {next.map((step) => (
        <option key={step.state} value={step.state}>
          {step.word}
        </option>
      ))}
    </select>
  );
}

function OwnerCell({ action, people, onChange }: RowProps) {
  const { owner, next, code } = action;
  if (next.length === 0 || people.length === 0) return <span>{owner?.name ?? say("actions.nobody")}</span>;
  return (
    <select
      className="input actions-cell"
      aria-label={say("actions.ownerOf", { code })}
      value={owner?.code ?? ""}
      onChange={(event) => onChange({ owner: event.currentTarget.value || null })}
    >
      <option value="">{say("actions.nobody")}</option>
      {people.map((person) => (
        <option key={person.code} value={person.code}>
          {person.name}
        </option>
      ))}
    </select>
  );
}

function DueCell({ action, onChange }: Omit<RowProps, "people">) {
  const locale = useLocale();
  const { dueOn, dueWord, late, mayEdit, code } = action;
  const note = (
    <span className="row-note">
      <span className={late ? "tone-bad strong" : undefined}>{dueWord}</span>
    </span>
  );
  if (!mayEdit || action.next.length === 0) {
    return (
      <>
        {dueOn === null ? say("actions.noDay") : formatDate(dueOn, locale)}
        {note}
      </>
    );
  }
  return (
    <>
      <input
        key={dueOn}
        className="input actions-cell"
        type="date"
        aria-label={say("actions.dueOf", { code })}
        defaultValue={dueOn ?? ""}
        onBlur={(event) => {
          const day = event.currentTarget.value || null;
          if (day !== dueOn) onChange({ dueOn: day as ActionRow["dueOn"] });
        }}
      />
      {note}
    </>
  );
}
