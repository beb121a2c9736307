import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { StatusShape } from "./status-shape.tsx";
import { TableBox } from "./table-box.tsx";
import "./record-table.css";
import "./status-mark.css";

type RowsProps = {
  label: string;
  heads: readonly string[];
  children: ReactNode[];
  /** Whether there is no column that leads to a form. */
  isReadOnly?: boolean;
};

/** A table of records; the last column leads to their forms. */
export function Rows({ label, heads, children, isReadOnly = false }: RowsProps) {
  if (children.length === 0) return <p className="card-body secondary">Nothing is recorded here yet.</p>;
  return (
    <TableBox label={label}>
      <table className="table record-table">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
            {isReadOnly ? null : (
              <th scope="col">
                <span className="visually-hidden">Change</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </TableBox>
  );
}

/** What a record says, with its number below. */
export function Head({ code, text }: { code: string; text: string }) {
  return (
    <th scope="row">
      {text}
      <span className="row-note">{code}</span>
    </th>
  );
}

/** What is missing: told by shape and word. */
export function Absent({ word }: { word: string }) {
  return (
    <span className="status status-off">
      <StatusShape status="missing" /> {word}
    </span>
  );
}

export function EditCell({ name, may, onEdit }: { name: string; may: boolean; onEdit: () => void }) {
  return (
    <td>
      {may ? (
        <Button kind="quiet" aria-label={`Change ${name}`} onClick={onEdit}>
          Change
        </Button>
      ) : null}
    </td>
  );
}
