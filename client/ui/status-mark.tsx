import type { StatusKind } from "../../shared/domain/status-kind.ts";
import { StatusShape } from "./status-shape.tsx";
import "./status-mark.css";

/** A status as shape, word and, third, colour. `note` follows the word: the coverage of what is incomplete. */
export function StatusMark({ status, word, note }: { status: StatusKind; word: string; note?: string | undefined }) {
  return (
    <span className={`status status-${status}`}>
      <StatusShape status={status} />
      {word}
      {note === undefined ? null : <span className="status-note">{note}</span>}
    </span>
  );
}
