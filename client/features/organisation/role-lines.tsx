import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { PersonView } from "../../../shared/contracts/organisation.ts";
import { api } from "../../api.ts";
import { failureOf } from "../../failure.ts";
import { useSession } from "../../shell/session.tsx";
import { Button } from "../../ui/button.tsx";
import { formatDate } from "../../ui/format.ts";
import { roleName } from "./role-words.ts";

/** The roles of a person, each with where and for how long, and the way to end it. */
export function RoleLines({ person }: { person: PersonView }) {
  const { units, organisation, today } = useSession();
  const queries = useQueryClient();
  const refresh = { onSuccess: () => queries.invalidateQueries(api.organisation.people.queryFilter()) };
  const end = useMutation(api.organisation.endRole.mutationOptions(refresh));
  const withdraw = useMutation(api.organisation.withdrawRole.mutationOptions(refresh));
  const failed = end.error ?? withdraw.error;
  const nameOf = (unit: string | null) => units.find(({ code }) => code === unit)?.name ?? unit ?? "everywhere";
  const day = (date: string) => formatDate(date, organisation.locale);
  if (person.grants.length === 0) return <span className="muted">No role</span>;
  return (
    <ul>
      {person.grants.map(({ no, version, role, unit, from, to }) => {
        const isOver = to !== null && to < today;
        const hasBegun = from === null || from <= today;
        return (
          <li key={no} className="role-line">
            <span className={isOver ? "muted" : undefined}>
              {roleName(role)} · {nameOf(unit)}
              {from === null ? "" : ` · from ${day(from)}`}
              {to === null ? "" : ` · until ${day(to)}`}
            </span>
            {isOver ? null : (
              <Button
                kind="quiet"
                disabled={end.isPending || withdraw.isPending}
                onClick={() => (hasBegun ? end.mutate({ no, version, to: today }) : withdraw.mutate({ no, version }))}
              >
                {hasBegun ? "End today" : "Take back"}
                <span className="visually-hidden">
                  {" "}
                  the role {roleName(role)} of {person.name}
                </span>
              </Button>
            )}
          </li>
        );
      })}
      {failed === null ? null : (
        <li className="field-error" role="alert">
          {failureOf(failed).message}
        </li>
      )}
    </ul>
  );
}
