import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { FormEvent } from "react";
import type { PersonView } from "../../../shared/contracts/organisation.ts";
import { api } from "../../api.ts";
import { failureOf } from "../../failure.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog, DialogButtons } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { formTexts } from "./form-texts.ts";
import { GrantFields, saidGrant } from "./grant-fields.tsx";

type Closing = { onClose: () => void };

function usePeopleRefresh() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries(api.organisation.people.queryFilter());
}

export function AddPersonDialog({ onClose }: Closing) {
  const refresh = usePeopleRefresh();
  const add = useMutation(
    api.organisation.addPerson.mutationOptions({
      onSuccess: async () => {
        await refresh();
        onClose();
      },
    }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const said = formTexts(event);
    add.mutate({ name: said("name"), email: said("email"), grants: [saidGrant(said)] });
  };
  return (
    <Dialog title="Add a person" onClose={onClose}>
      <form className="settings-form" onSubmit={submit}>
        <Field label="Name" name="name" maxLength={300} required data-autofocus />
        <Field label="E-mail" name="email" type="email" required />
        <GrantFields />
        <Refusal error={add.error} />
        <DialogButtons>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" disabled={add.isPending}>
            Add
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}

export function GrantDialog({ person, onClose }: Closing & { person: PersonView }) {
  const refresh = usePeopleRefresh();
  const grant = useMutation(
    api.organisation.grantRole.mutationOptions({
      onSuccess: async () => {
        await refresh();
        onClose();
      },
    }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) =>
    grant.mutate({ person: person.code, grant: saidGrant(formTexts(event)) });
  return (
    <Dialog title={`A role for ${person.name}`} onClose={onClose}>
      <form className="settings-form" onSubmit={submit}>
        <GrantFields />
        <Refusal error={grant.error} />
        <DialogButtons>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" disabled={grant.isPending}>
            Grant
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}

/** Makes a one-time link; it is mailed too where mail is set up. */
export function InviteDialog({ person, onClose }: Closing & { person: PersonView }) {
  const invite = useMutation(api.organisation.invite.mutationOptions());
  const link = invite.data === undefined ? "" : `${window.location.origin}${invite.data.path}`;
  return (
    <Dialog title={person.hasAccount ? `A new password for ${person.name}` : `Invite ${person.name}`} onClose={onClose}>
      {invite.data === undefined ? (
        <p className="secondary">
          Whoever opens the link chooses the password of {person.name}. It works once, and for a week.
        </p>
      ) : (
        <>
          <p>
            {invite.data.mailed
              ? `Mailed to ${person.email}. The link, in case it does not arrive:`
              : "Hand on this link:"}
          </p>
          <code className="key-once">{link}</code>
        </>
      )}
      <Refusal error={invite.error} />
      <DialogButtons>
        {invite.data === undefined ? (
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button
              kind="primary"
              data-autofocus
              disabled={invite.isPending}
              onClick={() => invite.mutate({ person: person.code })}
            >
              Make the link
            </Button>
          </>
        ) : (
          <>
            <Button onClick={() => void navigator.clipboard.writeText(link)}>Copy</Button>
            <Button kind="primary" onClick={onClose}>
              Done
            </Button>
          </>
        )}
      </DialogButtons>
    </Dialog>
  );
}

function Refusal({ error }: { error: Parameters<typeof failureOf>[0] | null }) {
  return (
    <p className="field-error" role="alert">
      {error === null ? "" : failureOf(error).message}
    </p>
  );
}
