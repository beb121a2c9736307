import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { TrainingsView } from "../../../shared/contracts/trainings.ts";
import type { TrainingResult } from "../../../shared/domain/competence.ts";
import { ROLES, type Role } from "../../../shared/domain/permissions.ts";
import { roleWord, TRAINING_RESULT } from "../../../shared/text/training-text.ts";
import { api } from "../../api.ts";
import { FormSheet, useUnitOptions } from "../../shell/form-sheet.tsx";
import { useSession } from "../../shell/session.tsx";
import { Field } from "../../ui/field.tsx";
import { namedOptions, SelectField, TextArea, wordOptions } from "../../ui/form-fields.tsx";

type Training = TrainingsView["trainings"][number];
type Need = TrainingsView["needs"][number];
type TrainingRecord = TrainingsView["records"][number];

/** What a form is open for; null for a new one. */
export type EditingTraining =
  | { kind: "training"; item: Training | null }
  | { kind: "need"; item: Need | null }
  | { kind: "record"; item: TrainingRecord | null }
  | { kind: "feed" };

type FormProps<Item> = { item: Item | null; view: TrainingsView; onClose: () => void };

export function TrainingForm({
  editing,
  view,
  onClose,
}: {
  editing: EditingTraining;
  view: TrainingsView;
  onClose: () => void;
}) {
  if (editing.kind === "training") return <AboutTraining item={editing.item} view={view} onClose={onClose} />;
  if (editing.kind === "need") return <AboutNeed item={editing.item} view={view} onClose={onClose} />;
  if (editing.kind === "record") return <AboutRecord item={editing.item} view={view} onClose={onClose} />;
  return <Feed view={view} onClose={onClose} />;
}

const NONE = { value: "", label: "None" };
const trainingOptions = ({ trainings }: TrainingsView) =>
  namedOptions(trainings.map(({ code, title }) => ({ code, name: title })));

function AboutTraining({ item, view, onClose }: FormProps<Training>) {
  const units = useUnitOptions();
  const [draft, setDraft] = useState({
    title: item?.title ?? "",
    unit: item?.unit ?? units[0]?.value ?? "",
    objective: item?.objective?.code ?? null,
    action: item?.action?.code ?? null,
    description: item?.description ?? "",
    validMonths: item?.validMonths ?? null,
  });
  const change = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  const save = useMutation(api.actions.sayTraining.mutationOptions());
  const said = { ...draft, code: item?.code ?? null, version: item?.version ?? 0 };
  return (
    <FormSheet
      title={item === null ? "Add a training" : `Training ${item.code}`}
      error={save.error}
      isBusy={save.isPending}
      onSave={() => save.mutateAsync({ ...said, withdrawn: false })}
      onClose={onClose}
      other={
        item === null ? undefined : { verb: "Withdraw", act: () => save.mutateAsync({ ...said, withdrawn: true }) }
      }
    >
      <Field
        label="Title"
        required
        maxLength={300}
        data-autofocus
        value={draft.title}
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
      <TextArea
        label="What is taught"
        value={draft.description}
        onChange={(event) => change({ description: event.currentTarget.value })}
      />
      <SelectField
        label="Unit"
        options={units}
        value={draft.unit}
        onChange={(event) => change({ unit: event.currentTarget.value })}
      />
      <SelectField
        label="Objective that it serves"
        options={[NONE, ...namedOptions(view.choices.objectives)]}
        value={draft.objective ?? ""}
        onChange={(event) => change({ objective: event.currentTarget.value || null })}
      />
      <SelectField
        label="Action that carries it out: its promise is judged by the data"
        options={[NONE, ...namedOptions(view.choices.actions)]}
        value={draft.action ?? ""}
        onChange={(event) => change({ action: event.currentTarget.value || null })}
      />
      <Field
        label="A record holds for so many months (empty: for good)"
        inputMode="numeric"
        value={draft.validMonths ?? ""}
        onChange={(event) => change({ validMonths: Number(event.currentTarget.value) || null })}
      />
    </FormSheet>
  );
}

function AboutNeed({ item, view, onClose }: FormProps<Need>) {
  const units = useUnitOptions();
  const [draft, setDraft] = useState({
    competence: item?.competence ?? "",
    role: item?.role ?? null,
    unit: item?.unit ?? units[0]?.value ?? "",
    training: item?.training ?? view.trainings[0]?.code ?? "",
  });
  const change = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  const save = useMutation(api.actions.sayCompetenceNeed.mutationOptions());
  const said = { ...draft, code: item?.code ?? null, version: item?.version ?? 0 };
  return (
    <FormSheet
      title={item === null ? "Add a competence need" : `Need ${item.code}`}
      error={save.error}
      isBusy={save.isPending}
      onSave={() => save.mutateAsync({ ...said, withdrawn: false })}
      onClose={onClose}
      other={
        item === null ? undefined : { verb: "Withdraw", act: () => save.mutateAsync({ ...said, withdrawn: true }) }
      }
    >
      <TextArea
        label="What has to be known"
        required
        data-autofocus
        value={draft.competence}
        onChange={(event) => change({ competence: event.currentTarget.value })}
      />
      <SelectField
        label="By whom"
        options={[
          { value: "", label: roleWord(null) },
          ...ROLES.map((role) => ({ value: role, label: roleWord(role) })),
        ]}
        value={draft.role ?? ""}
        onChange={(event) => change({ role: (event.currentTarget.value || null) as Role | null })}
      />
      <SelectField
        label="At this unit and below"
        options={units}
        value={draft.unit}
        onChange={(event) => change({ unit: event.currentTarget.value })}
      />
      <SelectField
        label="Training that gives it"
        options={trainingOptions(view)}
        value={draft.training}
        onChange={(event) => change({ training: event.currentTarget.value })}
      />
    </FormSheet>
  );
}

function AboutRecord({ item, view, onClose }: FormProps<TrainingRecord>) {
  const { today } = useSession();
  const [draft, setDraft] = useState({
    training: item?.training ?? view.trainings[0]?.code ?? "",
    person: item?.person ?? view.choices.people[0]?.code ?? "",
    heldOn: item?.heldOn ?? today,
    result: item?.result ?? ("passed" as const),
    note: item?.note ?? "",
  });
  const change = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  const save = useMutation(api.actions.recordTraining.mutationOptions());
  const unit = item?.unit ?? view.choices.people.find(({ code }) => code === draft.person)?.unit ?? "";
  const said = { ...draft, unit, id: item?.id ?? null, version: item?.version ?? 0 };
  return (
    <FormSheet
      title={item === null ? "Record a training" : `Record of ${item.personName}`}
      error={save.error}
      isBusy={save.isPending}
      onSave={() => save.mutateAsync({ ...said, withdrawn: false })}
      onClose={onClose}
      other={
        item === null ? undefined : { verb: "Withdraw", act: () => save.mutateAsync({ ...said, withdrawn: true }) }
      }
    >
      <SelectField
        label="Person"
        disabled={item !== null}
        options={
          item === null
            ? view.choices.people.map(({ code, name }) => ({ value: code, label: name }))
            : [{ value: item.person, label: item.personName }]
        }
        value={draft.person}
        onChange={(event) => change({ person: event.currentTarget.value })}
      />
      <SelectField
        label="Training"
        options={trainingOptions(view)}
        value={draft.training}
        onChange={(event) => change({ training: event.currentTarget.value })}
      />
      <div className="field-pair">
        <Field
          label="Held on"
          type="date"
          required
          max={today}
          value={draft.heldOn}
          onChange={(event) => change({ heldOn: event.currentTarget.value })}
        />
        <SelectField
          label="Result"
          options={wordOptions(TRAINING_RESULT)}
          value={draft.result}
          onChange={(event) => change({ result: event.currentTarget.value as TrainingResult })}
        />
      </div>
      <TextArea
        label="Note"
        rows={2}
        value={draft.note}
        onChange={(event) => change({ note: event.currentTarget.value })}
      />
      <p className="field-hint">It holds as long as the training says.</p>
    </FormSheet>
  );
}

function Feed({ view, onClose }: { view: TrainingsView; onClose: () => void }) {
  const [kpi, setKpi] = useState(view.choices.kpis[0]?.code ?? "");
  const feed = useMutation(api.actions.feedKpi.mutationOptions());
  return (
    <FormSheet
      title="Count a KPI from the training records"
      error={feed.error}
      isBusy={feed.isPending}
      verb="Count it"
      onSave={() => feed.mutateAsync({ kpi, isFed: true })}
      onClose={onClose}
    >
      <SelectField
        label="KPI"
        options={namedOptions(view.choices.kpis)}
        value={kpi}
        onChange={(event) => setKpi(event.currentTarget.value)}
      />
      <p className="field-hint">
        From then on nobody enters it: each open month takes the valid of the required trainings of a unit’s own people.
      </p>
    </FormSheet>
  );
}
