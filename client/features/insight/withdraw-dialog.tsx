import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { KpiView } from "../../../shared/contracts/kpi-view.ts";
import type { Month } from "../../../shared/domain/month.ts";
import { api } from "../../api.ts";
import { failureOf } from "../../failure.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog, DialogButtons } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { PhasePreviewFigures } from "./phase-preview.tsx";
import "./note-dialog.css";
import { say } from "../../text/say.ts";

export type Withdrawn = { kind: "phase"; from: Month; version: number } | { kind: "note"; id: string };

type WithdrawDialogProps = { view: KpiView; withdrawn: Withdrawn; onClose: () => void };

/** Takes back what was written on the time axis; it asks why, and the record keeps both. */
export function WithdrawDialog({ view, withdrawn, onClose }: WithdrawDialogProps) {
  const [reason, setReason] = useState("");
  const queries = useQueryClient();
  const onSuccess = async () => {
    await queries.invalidateQueries(api.kpis.notes.queryFilter());
    await queries.invalidateQueries(api.insight.pathFilter());
    onClose();
  };
  const phase = useMutation(api.kpis.withdrawPhase.mutationOptions({ onSuccess }));
  const note = useMutation(api.kpis.withdrawAnnotation.mutationOptions({ onSuccess }));
  const place = { kpi: view.kpi, unit: view.unit.code };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (withdrawn.kind === "note") note.mutate({ ...place, id: withdrawn.id, reason });
    else phase.mutate({ ...place, from: withdrawn.from, version: withdrawn.version, reason });
  };
  const error = phase.error ?? note.error;
  const isPhase = withdrawn.kind === "phase";
  return (
    <Dialog
      title={say(isPhase ? "tabs.takeBackPhase" : "tabs.takeBackNote")}
      onClose={onClose}
      width={isPhase ? 1080 : 480}
    >
      <form onSubmit={submit} className="note-form">
        {isPhase ? <PhasePreviewFigures view={view} from={withdrawn.from} isWithdrawal /> : null}
        <div className="note-fields note-fields-one">
          <Field
            label={say("words.reason")}
            value={reason}
            maxLength={500}
            required
            data-autofocus
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </div>
        {error === null ? null : (
          <p className="field-error" role="alert">
            {failureOf(error).message}
          </p>
        )}
        <DialogButtons>
          <Button onClick={onClose}>{say("words.cancel")}</Button>
          <Button kind="primary" type="submit" disabled={reason.trim() === "" || phase.isPending || note.isPending}>
            {say("kpi.takeBack")}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
