import { type FormEvent, useState } from "react";
import { Button } from "../../ui/button.tsx";
import { Dialog, DialogButtons } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";

type ReasonDialogProps = {
  title: string;
  /** What will happen. */
  what: string;
  verb: string;
  onClose: () => void;
  onSay: (reason: string) => void;
};

/** Asks why before something is sent back. */
export function ReasonDialog({ title, what, verb, onClose, onSay }: ReasonDialogProps) {
  const [reason, setReason] = useState("");
  const isUnsaid = reason.trim() === "";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isUnsaid) onSay(reason.trim());
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={submit} className="month-form">
        <p className="secondary">{what}</p>
        <Field
          label="Why?"
          value={reason}
          maxLength={2000}
          data-autofocus
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <DialogButtons>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" disabled={isUnsaid}>
            {verb}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
