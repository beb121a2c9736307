import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { ObjectiveView } from "../../../shared/contracts/objectives.ts";
import { CLOSING_OUTCOME } from "../../../shared/text/objectives.ts";
import { api } from "../../api.ts";
import { FormSheet } from "../../shell/form-sheet.tsx";
import { SelectField, TextArea, wordOptions } from "../../ui/form-fields.tsx";

type Outcome = keyof typeof CLOSING_OUTCOME;

/** Closes an objective at the end of its year: how it went, in words. */
export function CloseDialog({ view: { code, version }, onClose }: { view: ObjectiveView; onClose: () => void }) {
  const [outcome, setOutcome] = useState<Outcome>("reached");
  const [assessment, setAssessment] = useState("");
  const close = useMutation(api.objectives.close.mutationOptions());
  return (
    <FormSheet
      title={`Close ${code}`}
      error={close.error}
      isBusy={close.isPending}
      verb="Close objective"
      width={480}
      onSave={() => close.mutateAsync({ code, version, outcome, assessment })}
      onClose={onClose}
    >
      <SelectField
        label="How did it end?"
        options={wordOptions(CLOSING_OUTCOME)}
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
    </FormSheet>
  );
}
