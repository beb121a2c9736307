import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { DirectionView } from "../../../shared/contracts/direction.ts";
import { api } from "../../api.ts";
import { FormSheet } from "../../shell/form-sheet.tsx";
import { useSession } from "../../shell/session.tsx";
import { Field } from "../../ui/field.tsx";
import { namedOptions, SelectField, TextArea } from "../../ui/form-fields.tsx";

type Policy = DirectionView["policies"][number];
type Strategy = DirectionView["strategies"][number];
type Theme = Strategy["themes"][number];

/** What a form is open for; null for a new one. */
export type EditingDirection =
  | { kind: "policy"; item: Policy | null }
  | { kind: "strategy"; item: Strategy | null }
  | { kind: "theme"; item: Theme | null; strategy: string };

type FormProps = { editing: EditingDirection; view: DirectionView; onClose: () => void };

export function DirectionForm({ editing, view, onClose }: FormProps) {
  if (editing.kind === "policy") return <PolicyForm item={editing.item} view={view} onClose={onClose} />;
  if (editing.kind === "strategy") return <StrategyForm item={editing.item} onClose={onClose} />;
  return <ThemeForm item={editing.item} strategy={editing.strategy} view={view} onClose={onClose} />;
}

const linesOf = (text: string) => text.split("\n").flatMap((line) => (line.trim() === "" ? [] : [line.trim()]));

/** A draft begins with the sentences of the newest version. */
function PolicyForm({ item, view, onClose }: { item: Policy | null; view: DirectionView; onClose: () => void }) {
  const { today } = useSession();
  const start = item ?? view.policies[0];
  const [validFrom, setValidFrom] = useState(item?.validFrom ?? today);
  const [text, setText] = useState((start?.sentences ?? []).map((sentence) => sentence.text).join("\n"));
  const save = useMutation(api.strategy.sayPolicy.mutationOptions());
  return (
    <FormSheet
      title={item === null ? "Draft a policy" : `Change the draft of ${item.validFrom}`}
      error={save.error}
      isBusy={save.isPending}
      verb="Save draft"
      width={680}
      onSave={() => save.mutateAsync({ validFrom, version: item?.version ?? 0, sentences: linesOf(text) })}
      onClose={onClose}
    >
      <Field
        label="Valid from"
        type="date"
        required
        disabled={item !== null}
        value={validFrom}
        onChange={(event) => setValidFrom(event.currentTarget.value)}
      />
      <TextArea
        label="Sentences, one a line: they are numbered in this order"
        required
        rows={10}
        data-autofocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <p className="field-hint">A draft is in force on no day until it is approved. After that it stays as it is.</p>
    </FormSheet>
  );
}

export function ApproveDialog({ policy, onClose }: { policy: Policy; onClose: () => void }) {
  const approve = useMutation(api.strategy.approvePolicy.mutationOptions());
  const { validFrom, version, sentences } = policy;
  return (
    <FormSheet
      title={`Approve the policy from ${validFrom}`}
      error={approve.error}
      isBusy={approve.isPending}
      verb="Approve"
      onSave={() => approve.mutateAsync({ validFrom, version })}
      onClose={onClose}
    >
      <p>
        Your name stands below it. From {validFrom} on objectives cite its {sentences.length} sentences.
      </p>
    </FormSheet>
  );
}

function StrategyForm({ item, onClose }: { item: Strategy | null; onClose: () => void }) {
  const { today } = useSession();
  const year = Number(today.slice(0, 4));
  const [draft, setDraft] = useState({
    code: item?.code ?? "",
    name: item?.name ?? "",
    fromYear: item?.fromYear ?? year + 1,
    toYear: item?.toYear ?? year + 4,
    statement: item?.statement ?? "",
  });
  const save = useMutation(api.strategy.sayStrategy.mutationOptions());
  const change = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  return (
    <FormSheet
      title={item === null ? "Add a strategy" : item.name}
      error={save.error}
      isBusy={save.isPending}
      onSave={() => save.mutateAsync({ ...draft, version: item?.version ?? 0 })}
      onClose={onClose}
    >
      <Field
        label="Name"
        required
        data-autofocus
        value={draft.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <CodeField isKnown={item !== null} code={draft.code} onChange={(code) => change({ code })} />
      <div className="field-pair">
        <Field
          label="First fiscal year"
          inputMode="numeric"
          required
          value={draft.fromYear}
          onChange={(event) => change({ fromYear: Number(event.currentTarget.value) })}
        />
        <Field
          label="Last fiscal year"
          inputMode="numeric"
          required
          value={draft.toYear}
          onChange={(event) => change({ toYear: Number(event.currentTarget.value) })}
        />
      </div>
      <TextArea
        label="Statement"
        value={draft.statement}
        onChange={(event) => change({ statement: event.currentTarget.value })}
      />
    </FormSheet>
  );
}

type ThemeProps = { item: Theme | null; strategy: string; view: DirectionView; onClose: () => void };

function ThemeForm({ item, strategy, view, onClose }: ThemeProps) {
  const beside = view.strategies.find(({ code }) => code === strategy)?.themes ?? [];
  const [draft, setDraft] = useState({
    code: item?.code ?? "",
    strategy: item?.strategy ?? strategy,
    name: item?.name ?? "",
    longTermGoal: item?.longTermGoal ?? "",
    position: item?.position ?? beside.length + 1,
  });
  const save = useMutation(api.strategy.sayTheme.mutationOptions());
  const change = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  return (
    <FormSheet
      title={item === null ? "Add a theme" : item.name}
      error={save.error}
      isBusy={save.isPending}
      onSave={() => save.mutateAsync({ ...draft, version: item?.version ?? 0 })}
      onClose={onClose}
    >
      <Field
        label="Name"
        required
        data-autofocus
        value={draft.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <CodeField isKnown={item !== null} code={draft.code} onChange={(code) => change({ code })} />
      <SelectField
        label="Strategy"
        options={namedOptions(view.strategies)}
        value={draft.strategy}
        onChange={(event) => change({ strategy: event.currentTarget.value })}
      />
      <TextArea
        label="Long-term goal"
        value={draft.longTermGoal}
        onChange={(event) => change({ longTermGoal: event.currentTarget.value })}
      />
      <Field
        label="Place in the list"
        inputMode="numeric"
        required
        value={draft.position}
        onChange={(event) => change({ position: Number(event.currentTarget.value) })}
      />
    </FormSheet>
  );
}

function CodeField({ isKnown, code, onChange }: { isKnown: boolean; code: string; onChange: (code: string) => void }) {
  return (
    <Field
      label="Code, which files and addresses use"
      required
      disabled={isKnown}
      maxLength={64}
      pattern="[A-Za-z0-9][A-Za-z0-9._\-]*"
      value={code}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
