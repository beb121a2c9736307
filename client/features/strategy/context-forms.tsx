import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { ContextView } from "../../../shared/contracts/strategy.ts";
import { PARTY_KIND } from "../../../shared/text/strategy.ts";
import { api } from "../../api.ts";
import { FormSheet, useUnitOptions } from "../../shell/form-sheet.tsx";
import { Field } from "../../ui/field.tsx";
import { CheckList, namedOptions, SelectField, TextArea, wordOptions } from "../../ui/form-fields.tsx";
import type { ContextIssue, ContextNeed, ContextParty, ContextRisk } from "./context-facts.ts";
import { RiskForm } from "./risk-form.tsx";
import { WithdrawButton } from "./withdraw-button.tsx";

/** What a form is open for: one of the lists, and an item of it or null for a new one. */
export type Editing =
  | { kind: "party"; item: ContextParty | null }
  | { kind: "need"; item: ContextNeed | null }
  | { kind: "risk"; item: ContextRisk | null }
  | { kind: "issue"; item: ContextIssue | null };

export type FormProps<Item> = { item: Item | null; view: ContextView; onClose: () => void };

export function ContextForm({ editing, view, onClose }: { editing: Editing; view: ContextView; onClose: () => void }) {
  if (editing.kind === "party") return <PartyForm item={editing.item} view={view} onClose={onClose} />;
  if (editing.kind === "need") return <NeedForm item={editing.item} view={view} onClose={onClose} />;
  if (editing.kind === "risk") return <RiskForm item={editing.item} view={view} onClose={onClose} />;
  return <IssueForm item={editing.item} view={view} onClose={onClose} />;
}

function PartyForm({ item, onClose }: FormProps<ContextParty>) {
  const [draft, setDraft] = useState({ name: item?.name ?? "", kind: item?.kind ?? "customer" });
  const save = useMutation(api.strategy.sayParty.mutationOptions());
  const known = { code: item?.code ?? null, ...(item === null ? {} : { version: item.version }) };
  return (
    <FormSheet
      title={item === null ? "Add an interested party" : item.name}
      error={save.error}
      isBusy={save.isPending}
      onSave={() => save.mutateAsync({ ...known, ...draft })}
      onClose={onClose}
      foot={item === null ? null : <WithdrawButton entity="party" item={item} onDone={onClose} />}
    >
      <Field
        label="Name"
        required
        maxLength={300}
        data-autofocus
        value={draft.name}
        onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
      />
      <SelectField
        label="Kind"
        options={wordOptions(PARTY_KIND)}
        value={draft.kind}
        onChange={(event) => setDraft({ ...draft, kind: event.currentTarget.value as ContextParty["kind"] })}
      />
    </FormSheet>
  );
}

function NeedForm({ item, view, onClose }: FormProps<ContextNeed>) {
  const units = useUnitOptions();
  const [draft, setDraft] = useState({
    text: item?.text ?? "",
    party: item?.party ?? view.parties[0]?.code ?? "",
    unit: item?.unit ?? units[0]?.value ?? "",
    requirement: item?.requirement ?? "",
    reviewedOn: item?.reviewedOn ?? null,
    objectives: item?.objectives ?? [],
  });
  const save = useMutation(api.strategy.sayNeed.mutationOptions());
  const known = { code: item?.code ?? null, ...(item === null ? {} : { version: item.version }) };
  return (
    <FormSheet
      title={item === null ? "Add a need" : `Need ${item.code}`}
      error={save.error}
      isBusy={save.isPending}
      onSave={() => save.mutateAsync({ ...known, ...draft })}
      onClose={onClose}
      foot={item === null ? null : <WithdrawButton entity="need" item={item} onDone={onClose} />}
    >
      <TextArea
        label="What is needed"
        required
        data-autofocus
        value={draft.text}
        onChange={(event) => setDraft({ ...draft, text: event.currentTarget.value })}
      />
      <SelectField
        label="Interested party"
        required
        options={view.parties.map(({ code, name }) => ({ value: code, label: name }))}
        value={draft.party}
        onChange={(event) => setDraft({ ...draft, party: event.currentTarget.value })}
      />
      <SelectField
        label="Unit"
        options={units}
        value={draft.unit}
        onChange={(event) => setDraft({ ...draft, unit: event.currentTarget.value })}
      />
      <Field
        label="Where the requirement is written"
        maxLength={1000}
        value={draft.requirement}
        onChange={(event) => setDraft({ ...draft, requirement: event.currentTarget.value })}
      />
      <Field
        label="Reviewed on"
        type="date"
        value={draft.reviewedOn ?? ""}
        onChange={(event) => setDraft({ ...draft, reviewedOn: event.currentTarget.value || null })}
      />
      <CheckList
        label="Objectives that answer it"
        options={namedOptions(view.choices.objectives)}
        chosen={draft.objectives}
        onChange={(objectives) => setDraft({ ...draft, objectives })}
      />
    </FormSheet>
  );
}

function IssueForm({ item, onClose }: FormProps<ContextIssue>) {
  const units = useUnitOptions();
  const [draft, setDraft] = useState({
    kind: item?.kind ?? ("external" as const),
    text: item?.text ?? "",
    unit: item?.unit ?? units[0]?.value ?? "",
    reviewedOn: item?.reviewedOn ?? null,
  });
  const save = useMutation(api.strategy.sayIssue.mutationOptions());
  const known = { code: item?.code ?? null, ...(item === null ? {} : { version: item.version }) };
  return (
    <FormSheet
      title={item === null ? "Add an issue" : `Issue ${item.code}`}
      error={save.error}
      isBusy={save.isPending}
      onSave={() => save.mutateAsync({ ...known, ...draft })}
      onClose={onClose}
      foot={item === null ? null : <WithdrawButton entity="issue" item={item} onDone={onClose} />}
    >
      <SelectField
        label="Kind"
        options={wordOptions({ external: "External", internal: "Internal" })}
        value={draft.kind}
        onChange={(event) => setDraft({ ...draft, kind: event.currentTarget.value as ContextIssue["kind"] })}
      />
      <TextArea
        label="Issue"
        required
        data-autofocus
        value={draft.text}
        onChange={(event) => setDraft({ ...draft, text: event.currentTarget.value })}
      />
      <SelectField
        label="Unit"
        options={units}
        value={draft.unit}
        onChange={(event) => setDraft({ ...draft, unit: event.currentTarget.value })}
      />
      <Field
        label="Reviewed on"
        type="date"
        value={draft.reviewedOn ?? ""}
        onChange={(event) => setDraft({ ...draft, reviewedOn: event.currentTarget.value || null })}
      />
    </FormSheet>
  );
}
