import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { ObjectiveView } from "../../../shared/contracts/objectives.ts";
import { CLOSING_OUTCOME } from "../../../shared/text/objectives.ts";
import { api } from "../../api.ts";
import { failureOf } from "../../failure.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog, DialogButtons } from "../../ui/dialog.tsx";
import { SelectField, TextArea } from "../../ui/form-fields.tsx";

type Outcome = keyof typeof CLOSING_OUTCOME;

/** Closes an objective at the end of its year: how it went, in words. */
export function CloseDialog({ view: { code, version }, onClose }: { view: ObjectiveView; onClose: () => void }) {
  const [outcome, setOutcome] = useState<Outcome>("reached");
  const [assessment, setAssessment] = useState("");
  const queries = useQueryClient();
  const close = useMutation(
    api.objectives.close.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries({ queryKey: api.objectives.pathKey() });
        onClose();
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    close.mutate({ code, version, outcome, assessment });
  };
  return (
    <Dialog title={`Close ${code}`} onClose={onClose}>
      <form className="objective-form" onSubmit={submit}>
        <SelectField
          label="How did it end?"
          options={Object.entries(CLOSING_OUTCOME).map(([value, label]) => ({ value, label }))}
          value={outcome}
          onChange={(event) => setOutcome(event.currentTarget.value as Outcome)}
        />
        <TextArea
          label="Assessment: what the data say and what was learnt"
          required
          data-autofocus
          value={assessment}
          onChange={(event) => setAssessment(event.currentTarget.value)}
        />
        {close.error === null ? null : (
          <p className="field-error" role="alert">
            {failureOf(close.error).message}
          </p>
        )}
        <DialogButtons>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" disabled={close.isPending}>
            Close objective
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
