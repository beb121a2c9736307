import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { PersonView } from "../../../shared/contracts/organisation.ts";
import { api } from "../../api.ts";
import { failureOf } from "../../failure.ts";
import { PageFailure } from "../../shell/page-failure.tsx";
import { Button, buttonClass } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { TableBox } from "../../ui/table-box.tsx";
import { AddPersonDialog, GrantDialog, InviteDialog } from "./people-dialogs.tsx";
import { RoleLines } from "./role-lines.tsx";

type Open = { kind: "add" } | { kind: "grant"; person: PersonView } | { kind: "invite"; person: PersonView } | null;

/** Everyone with their roles; a one-time link lets each of them in. */
export function PeoplePage() {
  const people = useQuery(api.organisation.people.queryOptions());
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  if (people.error !== null) {
    return <PageFailure what="The list of people" error={people.error} onRetry={() => void people.refetch()} />;
  }
  return (
    <Card title="People and roles" aside={<Button onClick={() => setOpen({ kind: "add" })}>Add a person</Button>}>
      {people.data === undefined ? (
        <Skeleton height={240} />
      ) : (
        <TableBox label="People">
          <table className="table settings-table">
            <thead>
              <tr>
                <th scope="col">Person</th>
                <th scope="col">Roles</th>
                <th scope="col">
                  <span className="visually-hidden">What can be done</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {people.data.people.map((person) => (
                <PersonRow key={person.code} person={person} onOpen={(kind) => setOpen({ kind, person })} />
              ))}
            </tbody>
          </table>
        </TableBox>
      )}
      {open?.kind === "add" ? <AddPersonDialog onClose={close} /> : null}
      {open?.kind === "grant" ? <GrantDialog person={open.person} onClose={close} /> : null}
      {open?.kind === "invite" ? <InviteDialog person={open.person} onClose={close} /> : null}
    </Card>
  );
}

const STATE_WORDS = { active: "", suspended: " · suspended", left: " · has left" } as const;

type RowProps = { person: PersonView; onOpen: (kind: "grant" | "invite") => void };

function PersonRow({ person, onOpen }: RowProps) {
  const queries = useQueryClient();
  const say = useMutation(
    api.organisation.sayPersonState.mutationOptions({
      onSuccess: () => queries.invalidateQueries(api.organisation.people.queryFilter()),
    }),
  );
  const isActive = person.state === "active";
  const named = <span className="visually-hidden"> {person.name}</span>;
  return (
    <tr>
      <th scope="row">
        {person.name}
        <span className="row-note">
          {person.email ?? person.code}
          {person.hasAccount ? "" : " · not joined yet"}
          {STATE_WORDS[person.state]}
        </span>
      </th>
      <td>
        <RoleLines person={person} />
      </td>
      <td>
        <div className="settings-buttons">
          <Link to="/you" search={{ person: person.code }} className={buttonClass()}>
            Duties{named}
          </Link>
          <Button onClick={() => onOpen("grant")}>Add a role{named}</Button>
          {isActive && person.email !== null ? (
            <Button onClick={() => onOpen("invite")}>
              {person.hasAccount ? "New password link" : "Invite"}
              {named}
            </Button>
          ) : null}
          <Button
            disabled={say.isPending}
            onClick={() => say.mutate({ person: person.code, state: isActive ? "suspended" : "active" })}
          >
            {isActive ? "Suspend" : "Let in again"}
            {named}
          </Button>
        </div>
        <p className="field-error" role="alert">
          {say.error === null ? "" : failureOf(say.error).message}
        </p>
      </td>
    </tr>
  );
}
