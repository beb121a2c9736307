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
  /** Another way to end it, which saves as well: to take something back. */
  other?: { readonly verb: string; readonly act: () => Promise<unknown> } | undefined;
  /** The verb of the button that saves. */
  verb?: string;
  width?: number;
  children: ReactNode;
};

/** A form over the page: saves, says what was refused, and brings every screen up to date that is open. */
export function FormSheet({ title, error, isBusy, onSave, onClose, ...look }: SheetProps) {
  const { foot = null, other, verb = "Save", width = 560, children } = look;
  const queries = useQueryClient();
  const end = async (act: () => Promise<unknown>) => {
    const isSaved = await act().then(
      () => true,
      () => false,
    );
    if (!isSaved) return;
    await queries.invalidateQueries();
    onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void end(onSave);
  };
  return (
    <Dialog title={title} onClose={onClose} width={width}>
      <form className="form-sheet" onSubmit={submit}>
        {children}
        {error === null ? null : (
          <p className="field-error" role="alert">
            {failureOf(error).message}
          </p>
        )}
        <DialogButtons>
          {foot}
          {other === undefined ? null : (
            <Button kind="quiet" disabled={isBusy} onClick={() => void end(other.act)}>
              {other.verb}
            </Button>
          )}
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" disabled={isBusy}>
            {isBusy ? "Saving…" : verb}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
