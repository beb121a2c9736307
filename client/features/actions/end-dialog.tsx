import { type FormEvent, useState } from "react";
import type { ActionRow } from "../../../shared/contracts/actions.ts";
import { actionStateWord } from "../../../shared/text/action-text.ts";
import { useSession } from "../../shell/session.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog, DialogButtons } from "../../ui/dialog.tsx";
import { TextArea } from "../../ui/form-fields.tsx";
import { useChangeAction } from "./use-change-action.ts";

type EndDialogProps = { action: ActionRow; to: "effective" | "not_effective"; onClose: () => void };

/** Ends an action by what the data show; against them only with a reason, by those who may. */
export function EndDialog({ action, to, onClose }: EndDialogProps) {
  const { person } = useSession();
  const { say, problem, isBusy } = useChangeAction();
  const [reason, setReason] = useState("");
  const isProven = action.check?.verdict === to;
  const mayOverride = person.may.includes("edit-actions");
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const overrideReason = isProven ? null : reason;
    const isSaved = await say({ action: action.code, version: action.version, state: to, overrideReason });
    if (isSaved) onClose();
  };
  return (
    <Dialog title={`End ${action.code} as ${actionStateWord(to).toLowerCase()}`} onClose={onClose} width={520}>
      <form className="action-form" onSubmit={(event) => void submit(event)}>
        <p>{action.check?.sentence ?? "No expected effect was stated, so the data cannot judge it."}</p>
        {isProven ? <p className="secondary">This sentence is kept with the action.</p> : null}
        {!isProven && mayOverride ? (
          <TextArea
            label="Why do you override the data?"
            required
            data-autofocus
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        ) : null}
        {!isProven && !mayOverride ? (
          <p className="tone-watch">The data do not show it. A leader of this unit may override them with a reason.</p>
        ) : null}
        {problem === null ? null : (
          <p className="field-error" role="alert">
            {problem}
          </p>
        )}
        <DialogButtons>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            kind="primary"
            type="submit"
            disabled={isBusy || (!isProven && (!mayOverride || reason.trim() === ""))}
          >
            End the action
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
