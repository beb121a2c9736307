import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { DeputyView, DutiesView } from "../../../shared/contracts/duties.ts";
import { api } from "../../api.ts";
import { failureOf } from "../../failure.ts";
import { useSession } from "../../shell/session.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Dialog, DialogButtons } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { SelectField } from "../../ui/form-fields.tsx";
import { formTexts } from "./form-texts.ts";

/** Who acts for the person, and for whom the person acts. */
export function DeputiesCard({ duties }: { duties: DutiesView }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Card title="Deputies" aside={<Button onClick={() => setOpen(true)}>Name a deputy</Button>}>
      <p className="secondary">
        A deputy holds the same rights from the first to the last day, those of an administrator left out. What they do
        is recorded as done by them, on behalf of {duties.person.name}.
      </p>
      {duties.deputies.length === 0 ? (
        <p className="muted">Nobody has been named.</p>
      ) : (
        <ul>
          {duties.deputies.map((deputy) => (
            <DeputyLine key={deputy.id} deputy={deputy} />
          ))}
        </ul>
      )}
      {isOpen ? <NameDialog duties={duties} onClose={() => setOpen(false)} /> : null}
    </Card>
  );
}

function DeputyLine({ deputy }: { deputy: DeputyView }) {
  const queries = useQueryClient();
  const end = useMutation(
    api.organisation.endDeputy.mutationOptions({
      onSuccess: () => queries.invalidateQueries(api.organisation.duties.queryFilter()),
    }),
  );
  return (
    <li className="role-line">
      <span className={deputy.state === "over" ? "muted" : undefined}>
        {deputy.sentence}
        {deputy.reason === "" ? null : <span className="row-note">{deputy.reason}</span>}
      </span>
      {deputy.mayChange ? (
        <Button
          kind="quiet"
          disabled={end.isPending}
          onClick={() => end.mutate({ id: deputy.id, version: deputy.version })}
        >
          {deputy.state === "now" ? "End now" : "Take back"}
          <span className="visually-hidden">: {deputy.sentence}</span>
        </Button>
      ) : null}
      {end.error === null ? null : <span className="field-error">{failureOf(end.error).message}</span>}
    </li>
  );
}

function NameDialog({ duties, onClose }: { duties: DutiesView; onClose: () => void }) {
  const { today } = useSession();
  const queries = useQueryClient();
  const name = useMutation(
    api.organisation.nameDeputy.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries(api.organisation.duties.queryFilter());
        onClose();
      },
    }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const said = formTexts(event);
    const { code } = duties.person;
    name.mutate({ person: code, deputy: said("deputy"), from: said("from"), to: said("to"), reason: said("reason") });
  };
  const people = duties.people.map(({ code, name: label }) => ({ value: code, label }));
  return (
    <Dialog title={`A deputy for ${duties.person.name}`} onClose={onClose}>
      <form className="settings-form" onSubmit={submit}>
        <SelectField label="Deputy" name="deputy" options={people} data-autofocus />
        <div className="settings-pair">
          <Field label="First day" name="from" type="date" defaultValue={today} required />
          <Field label="Last day" name="to" type="date" min={today} required />
        </div>
        <Field label="Reason (may be left empty)" name="reason" maxLength={2000} />
        <p className="field-error" role="alert">
          {name.error === null ? "" : failureOf(name.error).message}
        </p>
        <DialogButtons>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" disabled={name.isPending}>
            Name
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
