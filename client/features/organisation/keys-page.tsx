import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { z } from "zod";
import type { createdKeySchema, keyViewSchema } from "../../../shared/contracts/organisation.ts";
import { api } from "../../api.ts";
import { failureOf } from "../../failure.ts";
import { PageFailure } from "../../shell/page-failure.tsx";
import { useSession } from "../../shell/session.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Dialog, DialogButtons } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { SelectField } from "../../ui/form-fields.tsx";
import { formatInstant } from "../../ui/format.ts";
import { Skeleton } from "../../ui/skeleton.tsx";
import { TableBox } from "../../ui/table-box.tsx";
import { formTexts, orNull } from "./form-texts.ts";

type Key = z.infer<typeof keyViewSchema>;

/** Keys by which other systems act in a person's name. */
export function KeysPage() {
  const keys = useQuery(api.organisation.keys.queryOptions());
  const [isOpen, setOpen] = useState(false);
  if (keys.error !== null) {
    return <PageFailure what="The keys" error={keys.error} onRetry={() => void keys.refetch()} />;
  }
  return (
    <Card title="API keys" aside={<Button onClick={() => setOpen(true)}>Create a key</Button>}>
      <p className="secondary">
        A key acts with the rights that its owner has on the day, never with more. A revoked key is refused at once.
      </p>
      {keys.data === undefined ? <Skeleton height={120} /> : <KeyTable keys={keys.data.keys} />}
      {isOpen ? <CreateDialog onClose={() => setOpen(false)} /> : null}
    </Card>
  );
}

function KeyTable({ keys }: { keys: readonly Key[] }) {
  const { locale, timeZone } = useSession().organisation;
  const queries = useQueryClient();
  const revoke = useMutation(
    api.organisation.revokeKey.mutationOptions({
      onSuccess: () => queries.invalidateQueries(api.organisation.keys.queryFilter()),
    }),
  );
  if (keys.length === 0) return <p className="muted">No key has been made yet.</p>;
  return (
    <TableBox label="API keys">
      <table className="table settings-table">
        <thead>
          <tr>
            {["Name", "Begins with", "May", "Acts as", "Made", "Expires"].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
            <th scope="col">
              <span className="visually-hidden">Revoke</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <tr key={key.id}>
              <th scope="row">{key.name}</th>
              <td>
                <code>{key.start}…</code>
              </td>
              <td>{key.scope === "write" ? "read and write" : "read"}</td>
              <td>{key.person}</td>
              <td>{formatInstant(key.createdAt, locale, timeZone)}</td>
              <td>{key.expiresAt === null ? "never" : formatInstant(key.expiresAt, locale, timeZone)}</td>
              <td>
                <Button disabled={revoke.isPending} onClick={() => revoke.mutate({ id: key.id })}>
                  Revoke<span className="visually-hidden"> {key.name}</span>
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="field-error" role="alert">
        {revoke.error === null ? "" : failureOf(revoke.error).message}
      </p>
    </TableBox>
  );
}

function CreateDialog({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient();
  const create = useMutation(
    api.organisation.createKey.mutationOptions({
      onSuccess: () => queries.invalidateQueries(api.organisation.keys.queryFilter()),
    }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const said = formTexts(event);
    const days = orNull(said("days"));
    const scope = said("scope") === "write" ? "write" : "read";
    create.mutate({ name: said("name"), scope, days: days === null ? null : Number(days) });
  };
  return (
    <Dialog title="Create a key" onClose={onClose}>
      {create.data === undefined ? (
        <form className="settings-form" onSubmit={submit}>
          <Field label="What is it for?" name="name" maxLength={100} required data-autofocus />
          <SelectField
            label="It may"
            name="scope"
            options={[
              { value: "read", label: "read" },
              { value: "write", label: "read and write" },
            ]}
          />
          <Field
            label="Expires after days (empty: never)"
            name="days"
            inputMode="numeric"
            pattern="[1-9]\d{0,3}"
            title="A whole number of days, at most 3650"
            defaultValue="365"
          />
          <p className="field-error" role="alert">
            {create.error === null ? "" : failureOf(create.error).message}
          </p>
          <DialogButtons>
            <Button onClick={onClose}>Cancel</Button>
            <Button kind="primary" type="submit" disabled={create.isPending}>
              Create
            </Button>
          </DialogButtons>
        </form>
      ) : (
        <KeyOnce created={create.data} onClose={onClose} />
      )}
    </Dialog>
  );
}

function KeyOnce({ created, onClose }: { created: z.infer<typeof createdKeySchema>; onClose: () => void }) {
  return (
    <>
      <p>This is the key. It is shown this once and kept nowhere: copy it now.</p>
      <code className="key-once">{created.key}</code>
      <DialogButtons>
        <Button onClick={() => void navigator.clipboard.writeText(created.key)}>Copy</Button>
        <Button kind="primary" onClick={onClose}>
          Done
        </Button>
      </DialogButtons>
    </>
  );
}
