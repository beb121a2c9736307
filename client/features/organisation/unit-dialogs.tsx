import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { FormEvent, ReactNode } from "react";
import type { z } from "zod";
import type { UnitHistory, unitKindSchema } from "../../../shared/contracts/organisation.ts";
import { UNIT_KINDS } from "../../../shared/domain/imports/columns.ts";
import type { Month } from "../../../shared/domain/month.ts";
import { api } from "../../api.ts";
import { failureOf } from "../../failure.ts";
import { useSession } from "../../shell/session.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog, DialogButtons } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { SelectField } from "../../ui/form-fields.tsx";
import { formTexts, orNull } from "./form-texts.ts";

type Kind = z.infer<typeof unitKindSchema>;
type UnitDialogProps = { unit: UnitHistory | null; units: readonly UnitHistory[]; onClose: () => void };

const KINDS = UNIT_KINDS.map((kind) => ({ value: kind, label: kind }));

function useDone(onClose: () => void) {
  const queries = useQueryClient();
  return {
    onSuccess: async () => {
      await queries.invalidateQueries();
      onClose();
    },
  };
}

export function AddUnitDialog({ unit, onClose }: UnitDialogProps) {
  const add = useMutation(api.organisation.addUnit.mutationOptions(useDone(onClose)));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const said = formTexts(event);
    const from = orNull(said("from")) as Month | null;
    const kind = said("kind") as Kind;
    add.mutate({ code: said("code"), name: said("name"), kind, parent: unit?.code ?? null, from });
  };
  return (
    <UnitDialog
      title={unit === null ? "Add the first unit" : `Add a unit below ${unit.name}`}
      {...{ verb: "Add", onClose, onSubmit: submit, error: add.error, isBusy: add.isPending }}
    >
      <Field label="Name" name="name" maxLength={300} required data-autofocus />
      <Field
        label="Code, as files name it"
        name="code"
        pattern="[A-Za-z0-9][A-Za-z0-9._\-]{0,63}"
        title="Letters, digits, dots, dashes and underlines, at most 64"
        required
      />
      <SelectField label="Kind" name="kind" options={KINDS} defaultValue={unit === null ? "group" : "branch"} />
      <MonthField label="From month (empty: always)" isRequired={false} />
    </UnitDialog>
  );
}

export function RenameUnitDialog({ unit, onClose }: UnitDialogProps) {
  const describe = useMutation(api.organisation.describeUnit.mutationOptions(useDone(onClose)));
  if (unit === null) return null;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const said = formTexts(event);
    describe.mutate({ unit: unit.code, version: unit.version, name: said("name"), kind: said("kind") as Kind });
  };
  return (
    <UnitDialog
      title={`Rename ${unit.name}`}
      {...{ verb: "Save", onClose, onSubmit: submit, error: describe.error, isBusy: describe.isPending }}
    >
      <Field label="Name" name="name" defaultValue={unit.name} maxLength={300} required data-autofocus />
      <SelectField label="Kind" name="kind" options={KINDS} defaultValue={unit.kind} />
      <p className="small muted">Name and kind hold for all months.</p>
    </UnitDialog>
  );
}

export function MoveUnitDialog({ unit, units, onClose }: UnitDialogProps) {
  const move = useMutation(api.organisation.moveUnit.mutationOptions(useDone(onClose)));
  if (unit === null) return null;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const said = formTexts(event);
    move.mutate({ unit: unit.code, parent: said("parent"), from: said("from") as Month });
  };
  const parents = units
    .filter(({ code, depth }) => code !== unit.code && depth !== null)
    .map(({ code, name, depth }) => ({ value: code, label: `${"\u2003".repeat(depth ?? 0)}${name}` }));
  return (
    <UnitDialog
      title={`Move ${unit.name}`}
      {...{ verb: "Move", onClose, onSubmit: submit, error: move.error, isBusy: move.isPending }}
    >
      <SelectField label="Below" name="parent" options={parents} />
      <MonthField label="From month" isRequired />
      <p className="small muted">The months before stay where they were. Locked months cannot be moved.</p>
    </UnitDialog>
  );
}

export function EndUnitDialog({ unit, onClose }: UnitDialogProps) {
  const end = useMutation(api.organisation.endUnit.mutationOptions(useDone(onClose)));
  if (unit === null) return null;
  const submit = (event: FormEvent<HTMLFormElement>) =>
    end.mutate({ unit: unit.code, from: formTexts(event)("from") as Month });
  return (
    <UnitDialog
      title={`End ${unit.name}`}
      {...{ verb: "End", onClose, onSubmit: submit, error: end.error, isBusy: end.isPending }}
    >
      <MonthField label="First month without it" isRequired />
      <p className="small muted">What it reported before stays. Units below it are moved or ended first.</p>
    </UnitDialog>
  );
}

function MonthField({ label, isRequired }: { label: string; isRequired: boolean }) {
  const { today } = useSession();
  return (
    <Field
      label={label}
      name="from"
      pattern="\d{4}-(0[1-9]|1[0-2])"
      title="A month as 2026-04"
      placeholder="2026-04"
      required={isRequired}
      defaultValue={isRequired ? today.slice(0, 7) : ""}
    />
  );
}

type FrameProps = {
  title: string;
  verb: string;
  onClose: () => void;
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  error: Parameters<typeof failureOf>[0] | null;
  isBusy: boolean;
  children: ReactNode;
};

function UnitDialog({ title, verb, onClose, onSubmit, error, isBusy, children }: FrameProps) {
  return (
    <Dialog title={title} onClose={onClose}>
      <form className="settings-form" onSubmit={onSubmit}>
        {children}
        <p className="field-error" role="alert">
          {error === null ? "" : failureOf(error).message}
        </p>
        <DialogButtons>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" disabled={isBusy}>
            {verb}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
