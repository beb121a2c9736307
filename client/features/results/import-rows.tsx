import { useId } from "react";
import type { ImportIssue, ImportPreview } from "../../../shared/contracts/imports.ts";
import type { ImportKind } from "../../../shared/domain/imports/columns.ts";
import { TableBox } from "../../ui/table-box.tsx";
import { KIND_WORDS } from "./import-words.ts";
import { cellKey, type Importing } from "./use-import.ts";

/** Rows shown at once; a file with more faults is mended in the file. */
const MOST_SHOWN = 60;
const FIRST_ROWS = 5;

type Issues = readonly (ImportIssue & { readonly tone: "bad" | "watch" })[];
type RowsProps = { kind: ImportKind; report: ImportPreview; importing: Importing };

/** The rows with something to say, each with it underneath; without any the first rows, as they were read. */
export function ImportRows({ kind, report, importing }: RowsProps) {
  const issues: Issues = [
    ...report.errors.map((issue) => ({ ...issue, tone: "bad" as const })),
    ...report.warnings.map((issue) => ({ ...issue, tone: "watch" as const })),
  ];
  const { table } = report;
  const known = new Set(table?.rows.map(({ row }) => row));
  const ofFile = issues.filter(({ row }) => !known.has(row));
  const byRow = Map.groupBy(issues, ({ row }) => row);
  const told = table?.rows.filter(({ row }) => byRow.has(row)) ?? [];
  const shown = told.length > 0 ? told.slice(0, MOST_SHOWN) : (table?.rows.slice(0, FIRST_ROWS) ?? []);
  return (
    <>
      <IssueList issues={ofFile.slice(0, MOST_SHOWN)} />
      {table === undefined || shown.length === 0 ? null : (
        <TableBox label={`Rows of the file of ${KIND_WORDS[kind].title}`}>
          <table className="table import-table">
            <thead>
              <tr>
                <th scope="col">Row</th>
                {table.header.map((heading) => (
                  <th key={heading} scope="col">
                    {heading}
                  </th>
                ))}
              </tr>
            </thead>
            {shown.map((row) => (
              <ImportRow
                key={row.row}
                row={row}
                header={table.header}
                issues={byRow.get(row.row) ?? []}
                importing={importing}
              />
            ))}
          </table>
        </TableBox>
      )}
      {told.length > shown.length ? (
        <p className="small muted">And {told.length - shown.length} more rows with something to mend.</p>
      ) : null}
    </>
  );
}

function IssueList({ issues }: { issues: Issues }) {
  if (issues.length === 0) return null;
  return (
    <ul className="import-issues">
      {issues.map(({ row, column, message, tone }) => (
        <li key={`${row} ${column} ${message}`} className={`tone-${tone}`}>
          Row {row}: {message}
        </li>
      ))}
    </ul>
  );
}

type RowProps = {
  row: { readonly row: number; readonly cells: readonly string[] };
  header: readonly string[];
  issues: Issues;
  importing: Importing;
};

/** A row of the file. Where something is wrong with it, its cells can be mended and what is wrong is said below them. */
function ImportRow({ row: { row, cells }, header, issues, importing }: RowProps) {
  const id = useId();
  const isEditable = issues.some(({ tone }) => tone === "bad");
  const isFaulty = (column: string) => issues.some((each) => each.tone === "bad" && each.column === column);
  return (
    <tbody>
      <tr>
        <th scope="row">{row}</th>
        {cells.map((cell, at) => {
          const heading = header[at] ?? "";
          const key = cellKey(row, at);
          return (
            <td key={heading}>
              {isEditable ? (
                <input
                  className="input import-cell"
                  aria-label={`${heading}, row ${row}`}
                  aria-invalid={isFaulty(heading) ? true : undefined}
                  aria-describedby={isFaulty(heading) ? id : undefined}
                  value={importing.mended.get(key) ?? cell}
                  onChange={(event) => importing.mend(key, event.currentTarget.value)}
                />
              ) : (
                cell
              )}
            </td>
          );
        })}
      </tr>
      {issues.length === 0 ? null : (
        <tr>
          <td />
          <td colSpan={header.length} id={id} className="import-told">
            {issues.map(({ column, message, tone }) => (
              <p key={`${column} ${message}`} className={`tone-${tone}`}>
                {column === "" ? "" : `${column}: `}
                {message}
              </p>
            ))}
          </td>
        </tr>
      )}
    </tbody>
  );
}
