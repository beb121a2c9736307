import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { ContextView } from "../../../shared/contracts/strategy.ts";
import { SCALE } from "../../../shared/domain/risk-rating.ts";
import { VERDICT_OF_RISK } from "../../../shared/text/strategy.ts";
import { api } from "../../api.ts";
import { FormSheet, useUnitOptions } from "../../shell/form-sheet.tsx";
import { CheckList, namedOptions, SelectField, TextArea, wordOptions } from "../../ui/form-fields.tsx";
import type { ContextRisk } from "./context-facts.ts";
import { WithdrawButton } from "./withdraw-button.tsx";

const DRAFTED = [
  "kind",
  "text",
  "unit",
  "likelihood",
  "consequence",
  "treatment",
  "owner",
  "verdict",
  "verdictReason",
  "objectives",
  "needs",
  "actions",
] as const satisfies readonly (keyof ContextRisk)[];
type Draft = Pick<ContextRisk, (typeof DRAFTED)[number]>;
type PartProps = { draft: Draft; change: (part: Partial<Draft>) => void };

const NEW: Omit<Draft, "unit"> = {
  ...{ kind: "risk", text: "", likelihood: 3, consequence: 3, treatment: "", owner: null },
  ...{ verdict: "not_judged", verdictReason: "", objectives: [], needs: [], actions: [] },
};

function drafted(item: ContextRisk): Draft {
  return Object.fromEntries(DRAFTED.map((key) => [key, item[key]])) as Draft;
}

type RiskFormProps = { item: ContextRisk | null; view: ContextView; onClose: () => void };

/** A risk or an opportunity: what may happen, how much it weighs, what is done, and whether that helped. */
export function RiskForm({ item, view, onClose }: RiskFormProps) {
  const units = useUnitOptions();
  const [draft, setDraft] = useState<Draft>(item === null ? { ...NEW, unit: units[0]?.value ?? "" } : drafted(item));
  const save = useMutation(api.strategy.sayRisk.mutationOptions());
  const known = item === null ? { code: null } : { code: item.code, version: item.version };
  const part = { draft, change: (changed: Partial<Draft>) => setDraft({ ...draft, ...changed }) };
  return (
    <FormSheet
      title={item === null ? "Add a risk or opportunity" : item.code}
      error={save.error}
      isBusy={save.isPending}
      onSave={() => save.mutateAsync({ ...known, ...draft })}
      onClose={onClose}
      foot={item === null ? null : <WithdrawButton entity="risk" item={item} onDone={onClose} />}
    >
      <What {...part} />
      <Treatment {...part} people={view.choices.people} />
      <Links {...part} view={view} />
    </FormSheet>
  );
}

const SCALE_OPTIONS = SCALE.map((value) => ({ value: String(value), label: String(value) }));

function What({ draft, change }: PartProps) {
  return (
    <>
      <SelectField
        label="Kind"
        options={wordOptions({ risk: "Risk", opportunity: "Opportunity" })}
        value={draft.kind}
        onChange={(event) => change({ kind: event.currentTarget.value as Draft["kind"] })}
      />
      <TextArea
        label="What may happen"
        required
        data-autofocus
        value={draft.text}
        onChange={(event) => change({ text: event.currentTarget.value })}
      />
      <SelectField
        label="Unit"
        options={useUnitOptions()}
        value={draft.unit}
        onChange={(event) => change({ unit: event.currentTarget.value })}
      />
      <div className="field-pair">
        <SelectField
          label="Likelihood"
          options={SCALE_OPTIONS}
          value={String(draft.likelihood)}
          onChange={(event) => change({ likelihood: Number(event.currentTarget.value) })}
        />
        <SelectField
          label="Consequence"
          options={SCALE_OPTIONS}
          value={String(draft.consequence)}
          onChange={(event) => change({ consequence: Number(event.currentTarget.value) })}
        />
      </div>
    </>
  );
}

function Treatment({ draft, change, people }: PartProps & { people: ContextView["choices"]["people"] }) {
  return (
    <>
      <TextArea
        label="Treatment"
        value={draft.treatment}
        onChange={(event) => change({ treatment: event.currentTarget.value })}
      />
      <SelectField
        label="Owner"
        options={[
          { value: "", label: "Nobody yet" },
          ...people.map(({ code, name }) => ({ value: code, label: name })),
        ]}
        value={draft.owner ?? ""}
        onChange={(event) => change({ owner: event.currentTarget.value || null })}
      />
      <SelectField
        label="Was the treatment effective?"
        options={wordOptions(VERDICT_OF_RISK)}
        value={draft.verdict}
        onChange={(event) => change({ verdict: event.currentTarget.value as Draft["verdict"] })}
      />
      {draft.verdict === "not_judged" ? null : (
        <TextArea
          label="What shows it"
          required
          value={draft.verdictReason}
          onChange={(event) => change({ verdictReason: event.currentTarget.value })}
        />
      )}
    </>
  );
}

function Links({ draft, change, view }: PartProps & { view: ContextView }) {
  return (
    <>
      <CheckList
        label="Objectives that answer it"
        options={namedOptions(view.choices.objectives)}
        chosen={draft.objectives}
        onChange={(objectives) => change({ objectives })}
      />
      <CheckList
        label="Needs that it touches"
        options={view.needs.map(({ code, text }) => ({ value: code, label: `${code} ${text}` }))}
        chosen={draft.needs}
        onChange={(needs) => change({ needs })}
      />
      <CheckList
        label="Actions that treat it"
        options={namedOptions(view.choices.actions)}
        chosen={draft.actions}
        onChange={(actions) => change({ actions })}
      />
    </>
  );
}
