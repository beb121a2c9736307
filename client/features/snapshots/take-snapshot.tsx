import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { longMonthText } from "../../../shared/text/month-text.ts";
import { api } from "../../api.ts";
import { failureOf } from "../../failure.ts";
import { type Scope, useScope } from "../../shell/scope.ts";
import { useSession } from "../../shell/session.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog, DialogButtons } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import "./snapshots.css";
import { say } from "../../text/say.ts";

/** Freezes what is on the screen: one click to ask for the label, which is filled in, one to take it. */
export function TakeSnapshot() {
  const { person } = useSession();
  const scope = useScope();
  // Asked for in the address of the overview, where the palette leads; by the button on any page.
  const { open } = useSearch({ strict: false });
  const navigate = useNavigate({ from: "/overview" });
  const [isAsked, setAsked] = useState(false);
  const close = () => {
    setAsked(false);
    if (open === "snapshot") void navigate({ search: (now) => ({ ...now, open: undefined }), replace: true });
  };
  if (scope === null || !person.may.includes("take-snapshot")) return null;
  return (
    <>
      <Button kind="primary" onClick={() => setAsked(true)}>
        {say("snapshots.take")}
      </Button>
      {isAsked || open === "snapshot" ? <TakeDialog scope={scope} onClose={close} /> : null}
    </>
  );
}

function TakeDialog({ scope, onClose }: { scope: Scope; onClose: () => void }) {
  const { organisation, units } = useSession();
  const unit = units.find(({ code }) => code === scope.unit)?.name ?? scope.unit;
  const month = longMonthText(scope.period, organisation.locale);
  const [label, setLabel] = useState(`${unit}, ${month}`);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const take = useMutation(
    api.snapshots.take.mutationOptions({
      onSuccess: async ({ id }) => {
        await queries.invalidateQueries(api.snapshots.list.queryFilter());
        await navigate({ to: "/snapshots/$id", params: { id } });
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { unit: code, period, asOf } = scope;
    take.mutate({ unit: code, period, label, ...(asOf === null ? {} : { asOf }) });
  };
  const isUnnamed = label.trim() === "";
  return (
    <Dialog title={say("snapshots.takeTitle")} onClose={onClose}>
      <form onSubmit={submit}>
        <p className="secondary snapshot-what">
          {say(scope.asOf === null ? "snapshots.takeNow" : "snapshots.takeThen", { unit, month })}
        </p>
        <Field
          label={say("snapshots.label")}
          value={label}
          maxLength={200}
          data-autofocus
          error={isUnnamed ? say("snapshots.labelNeeded") : undefined}
          onChange={(event) => setLabel(event.currentTarget.value)}
        />
        {take.error === null ? null : (
          <p className="field-error" role="alert">
            {failureOf(take.error).message}
          </p>
        )}
        <DialogButtons>
          <Button onClick={onClose}>{say("words.cancel")}</Button>
          <Button kind="primary" type="submit" disabled={isUnnamed || take.isPending}>
            {say(take.isPending ? "snapshots.freezing" : "snapshots.take")}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
