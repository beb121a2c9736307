import { useQueryClient } from "@tanstack/react-query";
import type { FormEvent, ReactNode } from "react";
import { failureOf } from "../failure.ts";
import { Button } from "../ui/button.tsx";
import { Dialog, DialogButtons } from "../ui/dialog.tsx";
import type { Option } from "../ui/form-fields.tsx";
import { useSession } from "./session.tsx";
import "./form-sheet.css";

/** The reader's units in the order of the tree, those below set in. */
export function useUnitOptions(): Option[] {
  return useSession().units.map(({ code, name, depth }) => ({
    value: code,
    label: `${"\u00a0".repeat(depth * 3)}${name}`,
  }));
}

type SheetProps = {
  title: string;
  error: unknown;
  isBusy: boolean;
  onSave: () => Promise<unknown>;
  onClose: () => void;
  /** What stands before the buttons. */
  foot?: ReactNode;
  /** The verb of the button that saves. */
  verb?: string;
  width?: number;
  children: ReactNode;
};

/** A form over the page: saves, says what was refused, and brings every screen up to date that is open. */
export function FormSheet({ title, error, isBusy, onSave, onClose, ...look }: SheetProps) {
  const { foot = null, verb = "Save", width = 560, children } = look;
  const queries = useQueryClient();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const isSaved = await onSave().then(
      () => true,
      () => false,
    );
    if (!isSaved) return;
    await queries.invalidateQueries();
    onClose();
  };
  return (
    <Dialog title={title} onClose={onClose} width={width}>
      <form className="form-sheet" onSubmit={(event) => void submit(event)}>
        {children}
        {error === null ? null : (
          <p className="field-error" role="alert">
            {failureOf(error).message}
          </p>
        )}
        <DialogButtons>
          {foot}
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" disabled={isBusy}>
            {isBusy ? "Saving…" : verb}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
