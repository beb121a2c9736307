import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { EntryView } from "../../../shared/contracts/results.ts";
import { longMonthText } from "../../../shared/text/month-text.ts";
import { api } from "../../api.ts";
import { failureOf } from "../../failure.ts";
import { useLocale } from "../../shell/session.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog, DialogButtons } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { type CellTexts, readCells } from "./cell-reading.ts";
import { noticeOf, partLabel } from "./row-look.ts";
import type { Line } from "./sheet-line.ts";

type RestateProps = { line: Line; view: EntryView };

/** Proposes another figure for a locked month. */
export function Restate({ line, view }: RestateProps) {
  const [isOpen, setOpen] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Restate…</Button>
      <p role="status" className="small secondary">
        {said}
      </p>
      {isOpen ? (
        <RestateDialog
          line={line}
          view={view}
          onClose={() => setOpen(false)}
          onDone={(sentence) => {
            setSaid(sentence);
            setOpen(false);
          }}
        />
      ) : null}
    </>
  );
}

type RestateDialogProps = RestateProps & { onClose: () => void; onDone: (sentence: string) => void };

function RestateDialog({ line, view, onClose, onDone }: RestateDialogProps) {
  const locale = useLocale();
  const queries = useQueryClient();
  const { row } = line;
  const [texts, setTexts] = useState<CellTexts>(line.texts);
  const [reason, setReason] = useState("");
  const reading = readCells(row, texts, reason);
  const restate = useMutation(
    api.results.restate.mutationOptions({
      onSuccess: async ({ sentence }) => {
        await queries.invalidateQueries({ queryKey: api.results.pathKey() });
        onDone(sentence);
      },
    }),
  );
  const isReady = reading.kind === "content" && reading.content.kind !== "missing" && reason.trim() !== "";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    const { kpi, revision } = row;
    const place = { unit: view.unit.code, kpi, month: view.month };
    restate.mutate({ ...place, content: reading.content, reason: reason.trim(), expectedRevision: revision });
  };
  const problem = problemText(line, reading, locale);
  return (
    <Dialog title={`Restate ${row.name}`} onClose={onClose}>
      <form onSubmit={submit} className="month-form">
        <p className="secondary">
          {longMonthText(view.month, locale)} is locked: {row.shown} counts until somebody else approves the new figure.
          The old one stays readable, and the chart marks it.
        </p>
        <Field
          label={partLabel(row, "first")}
          inputMode="decimal"
          value={texts.first}
          error={problem ?? undefined}
          data-autofocus
          onChange={(event) => setTexts({ ...texts, first: event.currentTarget.value })}
        />
        {row.input === "ratio" ? (
          <Field
            label={partLabel(row, "second")}
            inputMode="decimal"
            value={texts.second}
            onChange={(event) => setTexts({ ...texts, second: event.currentTarget.value })}
          />
        ) : null}
        <Field
          label="Why was the figure wrong?"
          value={reason}
          maxLength={2000}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {restate.error === null ? null : (
          <p className="field-error" role="alert">
            {failureOf(restate.error).message}
          </p>
        )}
        <DialogButtons>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" disabled={!isReady || restate.isPending}>
            Propose restatement
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}

function problemText(line: Line, reading: ReturnType<typeof readCells>, locale: string): string | null {
  if (reading.kind !== "problem" || reading.problem.kind === "half" || reading.problem.kind === "reason_needed")
    return null;
  return noticeOf({ ...line, problem: reading.problem }, false, { locale, timeZone: "UTC" })?.text ?? null;
}
