import type { ImportKind } from "../../../shared/domain/imports/columns.ts";
import type { Action } from "../../../shared/domain/permissions.ts";
import { useSession } from "../../shell/session.tsx";
import { useTitle } from "../../shell/use-title.ts";
import { EmptyState } from "../../ui/message-card.tsx";
import { ImportCard } from "./import-card.tsx";

/** Which right each kind of file needs, in the order in which the kinds build on one another. */
const NEEDED: readonly (readonly [ImportKind, Action])[] = [
  ["results", "enter-results"],
  ["units", "edit-units"],
  ["themes", "edit-strategy"],
  ["kpis", "edit-definitions"],
  ["assignments", "edit-assignments"],
  ["targets", "edit-targets"],
  ["people", "manage-people"],
];

/** Files in, one card for each kind that the person may bring. */
export function ImportPage() {
  useTitle("Import");
  const { person } = useSession();
  const kinds = NEEDED.filter(([, action]) => person.may.includes(action));
  return (
    <>
      <div className="page-head">
        <h1>Import from files</h1>
        <p className="secondary">
          A file is checked first, with every fault named. It is stored when you say so, all of it or nothing.
        </p>
      </div>
      {kinds.length === 0 ? (
        <EmptyState title="There is nothing that you may import">
          Entering results needs the role of contributor. Your administrator can grant it.
        </EmptyState>
      ) : (
        <div className="import-list">
          {kinds.map(([kind]) => (
            <ImportCard key={kind} kind={kind} />
          ))}
        </div>
      )}
    </>
  );
}
