import type { ClipboardEvent, KeyboardEvent } from "react";
import type { EntryRow } from "../../../shared/contracts/results.ts";
import type { Part } from "./cell-reading.ts";
import { partLabel } from "./row-look.ts";

export type CellActions = {
  onType: (text: string) => void;
  onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
  onPaste: (event: ClipboardEvent<HTMLInputElement>) => void;
  onFocus: () => void;
  onEdit: () => void;
};

type EntryCellProps = CellActions & {
  row: EntryRow;
  part: Part;
  text: string;
  /** Shown while the cell is empty: the usual range, or what the number counts. */
  hint: string;
  isTabStop: boolean;
  isInvalid: boolean;
  isDoubted: boolean;
  describedBy: string | undefined;
  readOnly: boolean;
};

/** One cell: a line of text that a number is typed into. */
export function EntryCell(props: EntryCellProps) {
  const { row, part, text, hint, isTabStop, isInvalid, isDoubted, describedBy, readOnly } = props;
  return (
    <input
      type="text"
      inputMode="decimal"
      enterKeyHint="next"
      autoComplete="off"
      spellCheck={false}
      className="entry-input"
      data-cell={`${row.kpi} ${part}`}
      data-doubted={isDoubted || undefined}
      aria-label={row.input === "ratio" ? `${row.name}: ${partLabel(row, part)}` : row.name}
      aria-invalid={isInvalid || undefined}
      aria-describedby={describedBy}
      placeholder={hint}
      readOnly={readOnly}
      tabIndex={isTabStop ? 0 : -1}
      value={text}
      onChange={(event) => props.onType(event.currentTarget.value)}
      onKeyDown={props.onKeyDown}
      onPaste={props.onPaste}
      onFocus={(event) => {
        event.currentTarget.select();
        props.onFocus();
      }}
      onDoubleClick={props.onEdit}
    />
  );
}
