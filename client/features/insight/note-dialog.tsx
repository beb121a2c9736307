import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { NotesView } from "../../../shared/contracts/kpi-notes.ts";
import type { KpiView } from "../../../shared/contracts/kpi-view.ts";
import type { Month } from "../../../shared/domain/month.ts";
import { longMonthText } from "../../../shared/text/month-text.ts";
import { api } from "../../api.ts";
import { failureOf } from "../../failure.ts";
import { useLocale } from "../../shell/session.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog, DialogButtons } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { MonthField } from "./month-field.tsx";
import { PhasePreviewFigures } from "./phase-preview.tsx";
import "./note-dialog.css";
import { say } from "../../text/say.ts";

type NoteDialogProps = { view: KpiView; notes: NotesView; month: Month; isSplit: boolean; onClose: () => void };
type Kind = "note" | "event" | "process_change";

const KINDS = ["note", "event", "process_change"] as const;

/** Writes on the time axis of a KPI; of a process change it shows first what new limits would change. */
export function NoteDialog({ view, notes, month: first, isSplit, onClose }: NoteDialogProps) {
  const [month, setMonth] = useState(first);
  const [kind, setKind] = useState<Kind>(isSplit || !notes.mayAnnotate ? "process_change" : "note");
  const [text, setText] = useState("");
  const [wantsLimits, setWantsLimits] = useState(true);
  const splits = kind === "process_change" && notes.mayEditPhases && (wantsLimits || !notes.mayAnnotate);
  const { save, error, isSaving } = useSaving(view, onClose);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save({ month, kind, text, splits });
  };
  const locale = useLocale();
  return (
    <Dialog
      title={say("tabs.happened", { month: longMonthText(month, locale) })}
      onClose={onClose}
      width={splits ? 1080 : 520}
    >
      <form onSubmit={submit} className="note-form">
        {notes.mayAnnotate ? (
          <Segmented
            label={say("tabs.kind")}
            value={kind}
            options={KINDS.map((value) => ({ value, label: say(`tabs.kind.${value}`) }))}
            onChange={setKind}
          />
        ) : null}
        <div className="note-fields">
          <MonthField
            label={say(splits ? "tabs.from" : "words.month")}
            months={view.points.map((point) => point.period)}
            month={month}
            onChange={setMonth}
          />
          <Field
            label={say(`tabs.ask.${kind}`)}
            value={text}
            maxLength={500}
            required
            data-autofocus
            onChange={(event) => setText(event.currentTarget.value)}
          />
        </div>
        {kind === "process_change" && notes.mayEditPhases && notes.mayAnnotate ? (
          <label className="check-line">
            <input
              type="checkbox"
              checked={wantsLimits}
              onChange={(event) => setWantsLimits(event.currentTarget.checked)}
            />
            {say("tabs.anewHere")}
          </label>
        ) : null}
        {splits ? <PhasePreviewFigures view={view} from={month} /> : null}
        {error === null ? null : (
          <p className="field-error" role="alert">
            {failureOf(error).message}
          </p>
        )}
        <DialogButtons>
          <Button onClick={onClose}>{say("words.cancel")}</Button>
          <Button kind="primary" type="submit" disabled={text.trim() === "" || isSaving}>
            {say(splits ? "tabs.recordChange" : "tabs.saveNote")}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}

function useSaving({ kpi, unit }: KpiView, onClose: () => void) {
  const queries = useQueryClient();
  const onSuccess = async () => {
    await queries.invalidateQueries(api.kpis.notes.queryFilter());
    await queries.invalidateQueries(api.insight.pathFilter());
    onClose();
  };
  const annotate = useMutation(api.kpis.annotate.mutationOptions({ onSuccess }));
  const begin = useMutation(api.kpis.beginPhase.mutationOptions({ onSuccess }));
  const place = { kpi, unit: unit.code };
  return {
    error: annotate.error ?? begin.error,
    isSaving: annotate.isPending || begin.isPending,
    save: ({ month, kind, text, splits }: { month: Month; kind: Kind; text: string; splits: boolean }) => {
      if (splits) begin.mutate({ ...place, from: month, reason: text });
      else annotate.mutate({ ...place, from: month, to: month, kind, text });
    },
  };
}
