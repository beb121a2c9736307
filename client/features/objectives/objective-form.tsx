import { useMutation, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { ObjectiveView } from "../../../shared/contracts/objectives.ts";
import { api } from "../../api.ts";
import { FormSheet } from "../../shell/form-sheet.tsx";
import { useSession } from "../../shell/session.tsx";
import { CheckList, SelectField, TextArea } from "../../ui/form-fields.tsx";
import { type Draft, draftOf, emptyDraft, namedOptions, PLAN_FIELDS, withKpis } from "./objective-facts.ts";

type NewProps = { fiscalYear: number; unit: string; onClose: () => void };

/** A new objective of a year: what a form may name is asked for first. */
export function NewObjective({ fiscalYear, unit, onClose }: NewProps) {
  const choices = useQuery(api.objectives.choices.queryOptions({ fiscalYear }));
  if (choices.data === undefined) return null;
  const start = emptyDraft(unit, choices.data);
  return (
    <ObjectiveForm
      title="New objective"
      known={{ code: null, fiscalYear }}
      start={start}
      choices={choices.data}
      onClose={onClose}
    />
  );
}

/** An objective that stands, to be changed. */
export function ChangeObjective({ view, onClose }: { view: ObjectiveView; onClose: () => void }) {
  const { code, version, fiscalYear } = view;
  return (
    <ObjectiveForm
      title={`Change ${code}`}
      known={{ code, version, fiscalYear }}
      start={draftOf(view)}
      choices={view.choices}
      onClose={onClose}
    />
  );
}

type FormProps = {
  title: string;
  known: { code: string | null; version?: number; fiscalYear: number };
  start: Draft;
  choices: ObjectiveView["choices"];
  onClose: () => void;
};
type PartProps = { draft: Draft; change: (part: Partial<Draft>) => void; choices: ObjectiveView["choices"] };

function ObjectiveForm({ title, known, start, choices, onClose }: FormProps) {
  const [draft, setDraft] = useState(start);
  const navigate = useNavigate();
  const save = useMutation(api.objectives.say.mutationOptions());
  const submit = async () => {
    const { code } = await save.mutateAsync({ ...known, ...draft });
    await navigate({ to: "/objectives/$code", params: { code } });
  };
  const part = { draft, choices, change: (changed: Partial<Draft>) => setDraft({ ...draft, ...changed }) };
  return (
    <FormSheet
      title={title}
      error={save.error}
      isBusy={save.isPending}
      verb="Save objective"
      width={640}
      onSave={submit}
      onClose={onClose}
    >
      <Statement {...part} />
      <Plan {...part} />
      <CheckList
        label="KPIs that measure it, the first weighing most"
        options={namedOptions(choices.kpis)}
        chosen={draft.kpis.map(({ kpi }) => kpi)}
        onChange={(chosen) => part.change({ kpis: withKpis(draft, chosen) })}
      />
    </FormSheet>
  );
}

function Statement({ draft, change, choices }: PartProps) {
  const { units } = useSession();
  const none = { value: "", label: "None" };
  return (
    <>
      <TextArea
        label="Objective"
        required
        data-autofocus
        maxLength={1000}
        value={draft.statement}
        onChange={(event) => change({ statement: event.currentTarget.value })}
      />
      <div className="field-pair">
        <SelectField
          label="Unit"
          options={units.map(({ code, name }) => ({ value: code, label: name }))}
          value={draft.unit}
          onChange={(event) => change({ unit: event.currentTarget.value })}
        />
        <SelectField
          label="Theme"
          options={namedOptions(choices.themes)}
          value={draft.theme}
          onChange={(event) => change({ theme: event.currentTarget.value })}
        />
        <SelectField
          label="Objective above it"
          options={[none, ...namedOptions(choices.parents)]}
          value={draft.parent ?? ""}
          onChange={(event) => change({ parent: event.currentTarget.value || null })}
        />
        <SelectField
          label="Owner"
          options={[none, ...choices.people.map(({ code, name }) => ({ value: code, label: name }))]}
          value={draft.owner ?? ""}
          onChange={(event) => change({ owner: event.currentTarget.value || null })}
        />
      </div>
      <SelectField
        label="Sentence of the quality policy"
        options={[none, ...choices.sentences.map(({ id, text }) => ({ value: String(id), label: text }))]}
        value={draft.policySentence === null ? "" : String(draft.policySentence)}
        onChange={(event) =>
          change({ policySentence: event.currentTarget.value === "" ? null : Number(event.currentTarget.value) })
        }
      />
    </>
  );
}

function Plan({ draft, change }: PartProps) {
  return (
    <>
      {PLAN_FIELDS.map(({ field, label }) => (
        <TextArea
          key={field}
          label={label}
          rows={2}
          value={draft.plan[field]}
          onChange={(event) => change({ plan: { ...draft.plan, [field]: event.currentTarget.value } })}
        />
      ))}
    </>
  );
}
