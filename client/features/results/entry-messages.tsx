import { Link } from "@tanstack/react-router";
import type { z } from "zod";
import type { EntryView, submitAnswerSchema } from "../../../shared/contracts/results.ts";
import { say } from "../../text/say.ts";
import { Button } from "../../ui/button.tsx";
import type { PasteNotice } from "./paste-notice.ts";
import { noticeOf } from "./row-look.ts";
import type { Line } from "./sheet-line.ts";

type Submitted = z.infer<typeof submitAnswerSchema>;

/** Why nothing can be entered, and what to do. */
export function ReadOnlyStrip({ view }: { view: EntryView }) {
  return view.readOnly === null ? null : (
    <p className="entry-strip" role="note">
      {view.readOnly}
      {view.periodState === "open" ? null : (
        <Link to="/months" search={{ u: view.unit.code, p: view.month }}>
          {say("entry.monthStates")}
        </Link>
      )}
    </p>
  );
}

/** What a paste did, what found no place, and the way back. */
export function PasteStrip({
  notice,
  onUndo,
  onClose,
}: {
  notice: PasteNotice;
  onUndo: () => void;
  onClose: () => void;
}) {
  return (
    <div className="entry-strip" role="status">
      <span>
        {notice.summary}
        {notice.leftOut.length === 0 ? null : `. ${notice.leftOut.join(" ")}`}
      </span>
      <Button onClick={onUndo}>{say("entry.undoPaste")}</Button>
      <Button kind="quiet" onClick={onClose}>
        {say("ui.close")}
      </Button>
    </div>
  );
}

type SubmitStripProps = {
  /** Cells that stop a submission. */
  blocking: readonly Line[];
  answer: Submitted | undefined;
  setting: { locale: string; timeZone: string };
  onGo: (kpi: string) => void;
};

/** What submitting came to: each thing that is missing or wrong leads to its cell. */
export function SubmitStrip({ blocking, answer, setting, onGo }: SubmitStripProps) {
  if (blocking.length === 0 && answer === undefined) return null;
  const items =
    blocking.length > 0
      ? blocking.map((line) => ({ kpi: line.row.kpi, message: noticeOf(line, false, setting)?.text ?? line.row.name }))
      : (answer?.missing ?? []);
  const title = blocking.length > 0 ? say("entry.blocked", { count: blocking.length }) : answer?.sentence;
  return (
    <div className="entry-strip entry-submit" role={blocking.length > 0 ? "alert" : "status"}>
      <p>{title}</p>
      {items.length === 0 ? null : (
        <ul>
          {items.map(({ kpi, message }) => (
            <li key={kpi}>
              <button type="button" className="link-button" onClick={() => onGo(kpi)}>
                {message}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
