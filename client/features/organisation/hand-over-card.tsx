import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { DutiesView, HandOverView, Owned } from "../../../shared/contracts/duties.ts";
import { api } from "../../api.ts";
import { failureOf } from "../../failure.ts";
import { useSession } from "../../shell/session.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Dialog, DialogButtons } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { CheckList, SelectField } from "../../ui/form-fields.tsx";
import { formTexts } from "./form-texts.ts";

const KINDS = [
  { kind: "kpi", label: "KPIs" },
  { kind: "objective", label: "Objectives" },
  { kind: "action", label: "Actions" },
] as const;

/** What the person owns, and its way to somebody else in one step. */
export function HandOverCard({ duties }: { duties: DutiesView }) {
  const [isOpen, setOpen] = useState(false);
  const { owned, handOvers, person } = duties;
  const counts = KINDS.map(({ kind, label }) => `${owned.filter((one) => one.kind === kind).length} ${label}`);
  return (
    <Card
      title="Hand over"
      aside={owned.length === 0 ? undefined : <Button onClick={() => setOpen(true)}>Hand over from a day on</Button>}
    >
      <p className="secondary">
        {owned.length === 0 ? `${person.name} owns nothing now.` : `${person.name} owns ${counts.join(", ")}.`}
      </p>
      <ul>
        {handOvers.map((each) => (
          <HandOverLine key={each.id} handing={each} />
        ))}
      </ul>
      {isOpen ? <HandOverDialog duties={duties} onClose={() => setOpen(false)} /> : null}
    </Card>
  );
}

function HandOverLine({ handing }: { handing: HandOverView }) {
  const queries = useQueryClient();
  const cancel = useMutation(
    api.organisation.cancelHandOver.mutationOptions({
      onSuccess: () => queries.invalidateQueries(api.organisation.duties.queryFilter()),
    }),
  );
  return (
    <li className="role-line">
      <span className={handing.state === "cancelled" ? "muted" : undefined}>{handing.sentence}</span>
      {handing.mayChange ? (
        <Button
          kind="quiet"
          disabled={cancel.isPending}
          onClick={() => cancel.mutate({ id: handing.id, version: handing.version })}
        >
          Cancel<span className="visually-hidden">: {handing.sentence}</span>
        </Button>
      ) : null}
      {cancel.error === null ? null : <span className="field-error">{failureOf(cancel.error).message}</span>}
    </li>
  );
}

const keyOf = ({ kind, code }: Owned) => `${kind} ${code}`;

function HandOverDialog({ duties, onClose }: { duties: DutiesView; onClose: () => void }) {
  const { today } = useSession();
  const queries = useQueryClient();
  const { owned, people, person } = duties;
  const [chosen, setChosen] = useState<readonly string[]>(() => owned.map(keyOf));
  const give = useMutation(
    api.organisation.handOver.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries(api.organisation.duties.queryFilter());
        onClose();
      },
    }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const said = formTexts(event);
    const codes = (kind: Owned["kind"]) =>
      owned.filter((one) => one.kind === kind && chosen.includes(keyOf(one))).map(({ code }) => code);
    const items = { kpis: codes("kpi"), objectives: codes("objective"), actions: codes("action") };
    give.mutate({ person: person.code, to: said("to"), on: said("on"), items, reason: said("reason") });
  };
  return (
    <Dialog title={`Hand over from ${person.name}`} onClose={onClose} width={560}>
      <form className="settings-form" onSubmit={submit}>
        <SelectField
          label="To"
          name="to"
          options={people.map(({ code, name }) => ({ value: code, label: name }))}
          data-autofocus
        />
        <Field label="From this day on" name="on" type="date" min={today} defaultValue={today} required />
        <CheckList
          label="What"
          options={owned.map((one) => ({ value: keyOf(one), label: `${one.code} · ${one.name}` }))}
          chosen={chosen}
          onChange={setChosen}
        />
        <Field label="Reason (may be left empty)" name="reason" maxLength={2000} />
        <p className="field-error" role="alert">
          {give.error === null ? "" : failureOf(give.error).message}
        </p>
        <DialogButtons>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" disabled={give.isPending || chosen.length === 0}>
            Hand over {chosen.length}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
