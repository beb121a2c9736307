import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { ChangeContent } from "../../../shared/contracts/dated-changes.ts";
import { api } from "../../api.ts";
import { failureOf } from "../../failure.ts";
import type { Scope } from "../../shell/scope.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { ChangeFields } from "./change-fields.tsx";
import { type ChangeForm, changeOf, emptyChange } from "./change-form.ts";
import { EffectTable } from "./effect-table.tsx";

type ProposeChangeProps = { scope: Scope; onClose: () => void };

/** Says a change of the past, shows what it would alter, and proposes it with its reason. */
export function ProposeChange({ scope, onClose }: ProposeChangeProps) {
  const [form, setForm] = useState<ChangeForm>(() => emptyChange(scope));
  const [shown, setShown] = useState<ChangeContent | null>(null);
  const change = changeOf(form);
  return (
    <section className="dated-change" aria-label="Propose a change">
      <form
        className="month-form"
        onSubmit={(event) => {
          event.preventDefault();
          setShown(change);
        }}
      >
        <ChangeFields
          form={form}
          onChange={(part) => {
            setForm({ ...form, ...part });
            setShown(null);
          }}
        />
        <div className="month-steps">
          <Button onClick={onClose}>Cancel</Button>
          <Button kind={shown === null ? "primary" : "plain"} type="submit" disabled={change === null}>
            Preview
          </Button>
        </div>
      </form>
      {shown === null ? null : <Preview change={shown} onDone={onClose} />}
    </section>
  );
}

function Preview({ change, onDone }: { change: ChangeContent; onDone: () => void }) {
  const queries = useQueryClient();
  const [reason, setReason] = useState("");
  const preview = useQuery(api.results.previewChange.queryOptions({ change }, { gcTime: 0, staleTime: 0 }));
  const propose = useMutation(
    api.results.proposeChange.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries({ queryKey: api.results.pathKey() });
        onDone();
      },
    }),
  );
  if (preview.error !== null) {
    return (
      <p className="field-error" role="alert">
        {failureOf(preview.error).message}
      </p>
    );
  }
  if (preview.data === undefined) return <p className="secondary">Looking through the locked months…</p>;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() !== "") propose.mutate({ change, reason: reason.trim() });
  };
  return (
    <form className="month-form" onSubmit={submit}>
      <p role="status">{preview.data.sentence}</p>
      <EffectTable effects={preview.data.effects} total={preview.data.total} />
      <Field
        label="Why is the past changed?"
        value={reason}
        maxLength={2000}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {propose.error === null ? null : (
        <p className="field-error" role="alert">
          {failureOf(propose.error).message}
        </p>
      )}
      <div className="month-steps">
        <Button kind="primary" type="submit" disabled={reason.trim() === "" || propose.isPending}>
          Propose change
        </Button>
      </div>
    </form>
  );
}
