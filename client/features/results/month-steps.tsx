import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { MonthsView } from "../../../shared/contracts/month-close.ts";
import { longMonthText } from "../../../shared/text/month-text.ts";
import { api } from "../../api.ts";
import { failureOf } from "../../failure.ts";
import { useLocale } from "../../shell/session.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog, DialogButtons } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";

type Step = "close" | "reopen" | "lock";
type Place = { unit: string; name: string; month: MonthsView["month"] };

const VERB = { close: "Close", reopen: "Reopen", lock: "Lock" } as const;

/** The steps that may be taken on a month. Closing can be taken back; reopening says why, locking is for good: both ask. */
export function MonthSteps({ may, place }: { may: MonthsView["months"][number]["may"]; place: Place }) {
  const [asking, setAsking] = useState<"reopen" | "lock" | null>(null);
  const step = useMonthStep(() => setAsking(null));
  const label = useMonthLabel(place);
  return (
    <span className="month-steps">
      {may.close ? (
        <Button aria-label={`Close ${label}`} disabled={step.isPending} onClick={() => step.take("close", place)}>
          {VERB.close}
        </Button>
      ) : null}
      {may.reopen ? (
        <Button aria-label={`Reopen ${label}`} onClick={() => setAsking("reopen")}>
          {VERB.reopen}
        </Button>
      ) : null}
      {may.lock ? (
        <Button aria-label={`Lock ${label}`} onClick={() => setAsking("lock")}>
          {VERB.lock}
        </Button>
      ) : null}
      {step.failure === null || asking !== null ? null : (
        <span className="field-error" role="alert">
          {step.failure}
        </span>
      )}
      {asking === null ? null : (
        <StepDialog asking={asking} place={place} step={step} onClose={() => setAsking(null)} />
      )}
    </span>
  );
}

function useMonthLabel({ name, month }: Place): string {
  return `${longMonthText(month, useLocale())} for ${name}`;
}

type StepDialogProps = {
  asking: "reopen" | "lock";
  place: Place;
  step: ReturnType<typeof useMonthStep>;
  onClose: () => void;
};

function StepDialog({ asking, place, step, onClose }: StepDialogProps) {
  const [reason, setReason] = useState("");
  const label = useMonthLabel(place);
  const isUnsaid = asking === "reopen" && reason.trim() === "";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isUnsaid) step.take(asking, { ...place, reason });
  };
  return (
    <Dialog title={`${VERB[asking]} ${label}`} onClose={onClose}>
      <form onSubmit={submit} className="month-form">
        <p className="secondary">
          {asking === "lock"
            ? "A locked month never opens again. Its figures change only by a restatement that somebody else approves."
            : "Results can be entered again for this unit and all below it."}
        </p>
        <Field
          label={asking === "lock" ? "Remark (optional)" : "Why is it opened again?"}
          value={reason}
          maxLength={2000}
          data-autofocus
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {step.failure === null ? null : (
          <p className="field-error" role="alert">
            {step.failure}
          </p>
        )}
        <DialogButtons>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" disabled={isUnsaid || step.isPending}>
            {VERB[asking]} month
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}

/** Takes a step, and forgets what screens have shown of months and figures. */
function useMonthStep(onDone: () => void) {
  const queries = useQueryClient();
  const onSuccess = async () => {
    onDone();
    await queries.invalidateQueries({ queryKey: api.results.pathKey() });
  };
  const steps = {
    close: useMutation(api.results.closeMonth.mutationOptions({ onSuccess })),
    reopen: useMutation(api.results.reopenMonth.mutationOptions({ onSuccess })),
    lock: useMutation(api.results.lockMonth.mutationOptions({ onSuccess })),
  };
  const all = Object.values(steps);
  const error = all.find((each) => each.error !== null)?.error ?? null;
  return {
    take: (step: Step, { unit, month, reason }: Place & { reason?: string }) => {
      for (const each of all) each.reset();
      steps[step].mutate({ unit, month, ...(reason === undefined ? {} : { reason }) });
    },
    isPending: all.some(({ isPending }) => isPending),
    failure: error === null ? null : failureOf(error).message,
  };
}
