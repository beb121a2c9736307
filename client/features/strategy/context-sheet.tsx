import { useQueryClient } from "@tanstack/react-query";
import type { FormEvent, ReactNode } from "react";
import { api } from "../../api.ts";
import { failureOf } from "../../failure.ts";
import { useSession } from "../../shell/session.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog, DialogButtons } from "../../ui/dialog.tsx";
import type { Option } from "../../ui/form-fields.tsx";

export function named(things: readonly { code: string; name: string }[]): Option[] {
  return things.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }));
}

export function words(record: Readonly<Record<string, string>>): Option[] {
  return Object.entries(record).map(([value, label]) => ({ value, label }));
}

/** The reader's units in the order of the tree, those below set in. */
export function useUnits(): Option[] {
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
  foot: ReactNode;
  children: ReactNode;
};

/** A form over the page: saves, says what was refused, and brings the screens of the strategy up to date. */
export function Sheet({ title, error, isBusy, onSave, onClose, foot, children }: SheetProps) {
  const queries = useQueryClient();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const isSaved = await onSave().then(
      () => true,
      () => false,
    );
    if (!isSaved) return;
    await queries.invalidateQueries({ queryKey: api.strategy.pathKey() });
    onClose();
  };
  return (
    <Dialog title={title} onClose={onClose} width={560}>
      <form className="context-form" onSubmit={(event) => void submit(event)}>
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
            {isBusy ? "Saving…" : "Save"}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
