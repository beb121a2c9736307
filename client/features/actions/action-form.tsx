import { useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { ActionChoices, ActionView, CreateActionInput } from "../../../shared/contracts/actions.ts";
import type { ActionKind } from "../../../shared/domain/action.ts";
import type { Month } from "../../../shared/domain/month.ts";
import { api } from "../../api.ts";
import { failureOf } from "../../failure.ts";
import { useSession } from "../../shell/session.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog, DialogButtons } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { SelectField, TextArea } from "../../ui/form-fields.tsx";
import { type ActionDraft, draftFaults, draftOf, inputOf, type Shape } from "./action-draft.ts";
import { kindOptions } from "./action-facts.ts";
import { StepFields } from "./step-fields.tsx";
import { useRefreshActions } from "./use-change-action.ts";

type ActionFormProps = {
  unit: string;
  /** What is known of a new action already. */
  begun?: Partial<ActionDraft>;
  /** The action to change; left out for a new one. */
  known?: ActionView;
  onSaved?: (code: string) => void;
  onClose: () => void;
};

/** What is done, by whom, until when, and what it is to change: the last frozen once it has started. */
export function ActionForm({ unit, begun, known, onSaved, onClose }: ActionFormProps) {
  const { person } = useSession();
  const choices = useQuery(api.actions.choices.queryOptions({ unit }));
  const [draft, setDraft] = useState<ActionDraft>(() => ({
    ...draftOf(known ?? null, { unit, owner: person.code }),
    ...begun,
  }));
  const create = useMutation(api.actions.create.mutationOptions());
  const changing = useMutation(api.actions.change.mutationOptions());
  const refresh = useRefreshActions();
  const shape: Shape = { draft, change: (part) => setDraft({ ...draft, ...part }) };
  const faults = draftFaults(draft);
  const isFrozen = known !== undefined && known.action.state !== "planned";
  const save = async () => {
    const input = inputOf(draft, { isFrozen });
    if (known === undefined) return (await create.mutateAsync(input as CreateActionInput)).code;
    await changing.mutateAsync({ ...input, action: known.action.code, version: known.action.version });
    return known.action.code;
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (Object.keys(faults).length > 0) return;
    const code = await save().catch(() => null);
    if (code === null) return;
    await refresh();
    onSaved?.(code);
    onClose();
  };
  const error = create.error ?? changing.error;
  return (
    <Dialog title={known === undefined ? "Add an action" : `Edit ${known.action.code}`} onClose={onClose} width={640}>
      <form className="action-form" onSubmit={(event) => void submit(event)}>
        <What {...shape} />
        <Who {...shape} choices={choices.data ?? null} />
        <Parents {...shape} choices={choices.data ?? null} />
        <Effect {...shape} choices={choices.data ?? null} isFrozen={isFrozen} faults={faults} />
        <StepFields steps={draft.steps} onChange={(steps) => shape.change({ steps })} />
        <Means {...shape} faults={faults} />
        {error === null ? null : (
          <p className="field-error" role="alert">
            {failureOf(error).message}
          </p>
        )}
        <DialogButtons>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" disabled={create.isPending || changing.isPending}>
            {create.isPending || changing.isPending ? "Saving…" : "Save action"}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}

type Faults = { faults: ReturnType<typeof draftFaults> };
type ChoiceShape = Shape & { choices: ActionChoices | null };

function What({ draft, change }: Shape) {
  return (
    <>
      <Field
        label="What will be done"
        required
        maxLength={300}
        data-autofocus
        value={draft.title}
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
      <TextArea
        label="Cause that it answers"
        rows={2}
        value={draft.cause}
        onChange={(event) => change({ cause: event.currentTarget.value })}
      />
    </>
  );
}

function Who({ draft, change, choices }: ChoiceShape) {
  const people = (choices?.people ?? []).map(({ code, name }) => ({ value: code, label: name }));
  const { units } = useSession();
  return (
    <div className="field-pair">
      <SelectField
        label="Who"
        options={[{ value: "", label: "Nobody yet" }, ...people]}
        value={draft.owner}
        onChange={(event) => change({ owner: event.currentTarget.value })}
      />
      <Field
        label="Until when"
        type="date"
        value={draft.dueOn}
        onChange={(event) => change({ dueOn: event.currentTarget.value })}
      />
      <SelectField
        label="Kind"
        options={kindOptions()}
        value={draft.kind}
        onChange={(event) => change({ kind: event.currentTarget.value as ActionKind })}
      />
      <SelectField
        label="Unit"
        options={units.map(({ code, name, depth }) => ({ value: code, label: `${"\u00a0".repeat(depth * 3)}${name}` }))}
        value={draft.unit}
        onChange={(event) => change({ unit: event.currentTarget.value })}
      />
    </div>
  );
}

function Parents({ draft, change, choices }: ChoiceShape) {
  const of = (things: readonly { code: string; name: string }[]) => [
    { value: "", label: "None" },
    ...things.map(({ code, name }) => ({ value: code, label: name })),
  ];
  return (
    <div className="field-pair">
      <SelectField
        label="KPI"
        options={of(choices?.kpis ?? [])}
        value={draft.kpi}
        onChange={(event) => change({ kpi: event.currentTarget.value })}
      />
      <SelectField
        label="Objective"
        options={of(choices?.objectives ?? [])}
        value={draft.objective}
        onChange={(event) => change({ objective: event.currentTarget.value })}
      />
      <SelectField
        label="Risk or opportunity"
        options={of(choices?.risks ?? [])}
        value={draft.risk}
        onChange={(event) => change({ risk: event.currentTarget.value })}
      />
    </div>
  );
}

function Effect({ draft, change, choices, isFrozen, faults }: ChoiceShape & Faults & { isFrozen: boolean }) {
  const kpis = (choices?.kpis ?? []).map(({ code, name, unitOfMeasure }) => ({
    value: code,
    label: `${name}, ${unitOfMeasure}`,
  }));
  return (
    <fieldset className="action-effect" disabled={isFrozen}>
      <legend>Expected effect</legend>
      <p className="small secondary">
        {isFrozen
          ? "Frozen since the action started."
          : "How the level of a KPI is to change, and by which month. The data judge it afterwards; it cannot change once the action starts."}
      </p>
      <div className="field-triple">
        <SelectField
          label="KPI to change"
          options={[{ value: "", label: "None stated" }, ...kpis]}
          value={draft.effectKpi}
          onChange={(event) => change({ effectKpi: event.currentTarget.value })}
        />
        <Field
          label="Change of its level"
          inputMode="decimal"
          placeholder="−0.3"
          required={draft.effectKpi !== ""}
          value={draft.effectSize}
          error={faults.effectSize}
          onChange={(event) => change({ effectSize: event.currentTarget.value })}
        />
        <Field
          label="By month"
          type="month"
          required={draft.effectKpi !== ""}
          value={draft.effectBy}
          onChange={(event) => change({ effectBy: event.currentTarget.value as Month })}
        />
      </div>
    </fieldset>
  );
}

function Means({ draft, change, faults }: Shape & Faults) {
  return (
    <>
      <Field
        label="Resources"
        maxLength={4000}
        value={draft.resources}
        onChange={(event) => change({ resources: event.currentTarget.value })}
      />
      <div className="field-triple">
        <Field
          label="Planned cost"
          inputMode="decimal"
          value={draft.cost}
          error={faults.cost}
          onChange={(event) => change({ cost: event.currentTarget.value })}
        />
        <Field
          label="Spent so far"
          inputMode="decimal"
          value={draft.spent}
          error={faults.spent}
          onChange={(event) => change({ spent: event.currentTarget.value })}
        />
        <Field
          label="Progress, %"
          type="number"
          min={0}
          max={100}
          value={draft.progress}
          onChange={(event) => change({ progress: event.currentTarget.value })}
        />
      </div>
    </>
  );
}
