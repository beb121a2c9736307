import { useMutation } from "@tanstack/react-query";
import { useLocation } from "@tanstack/react-router";
import { type FormEvent, type KeyboardEvent, useState } from "react";
import type { AgendaItem, DecideInput, ReviewView } from "../../../shared/contracts/reviews.ts";
import type { DateText } from "../../../shared/domain/calendar.ts";
import { DECISION_KINDS, type DecisionKind } from "../../../shared/domain/review-inputs.ts";
import { readAssignment } from "../../../shared/domain/typed-assignment.ts";
import { decisionKindWord } from "../../../shared/text/review-text.ts";
import { api } from "../../api.ts";
import { failureOf } from "../../failure.ts";
import { useSession } from "../../shell/session.tsx";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { SelectField, TextArea } from "../../ui/form-fields.tsx";
import { inDays } from "./agenda-facts.ts";

type DecisionFormProps = { view: ReviewView; item: AgendaItem; onDone: () => Promise<void>; onCancel: () => void };

const KINDS = DECISION_KINDS.map((kind) => ({ value: kind, label: decisionKindWord(kind) }));

const NOTHING = { options: "", rationale: "", reviewOn: "", supersedes: "" };
type More = typeof NOTHING;

/** What is typed of a decision, what was read out of it, and the way to record it. */
function useDecision({ view, item, onDone }: Pick<DecisionFormProps, "view" | "item" | "onDone">) {
  const today = useSession().today as DateText;
  const path = useLocation({ select: ({ href }) => href });
  const decide = useMutation(api.reviews.decide.mutationOptions());
  const [sentence, setSentence] = useState("");
  const [kind, setKind] = useState<DecisionKind>("improvement");
  const [said, setSaid] = useState<{ owner?: string; due?: string }>({});
  const [more, setMore] = useState<More>(NOTHING);
  const typed = readAssignment(sentence, view.people, today);
  const ownerByName = view.people.find(({ name }) => name === item.kpi?.owner)?.code ?? "";
  const owner = said.owner ?? typed.owner ?? ownerByName;
  const due = said.due ?? typed.due ?? inDays(today, 30);
  const submit = async () => {
    if (typed.text === "") return;
    const { unit, period, code } = view.review;
    const input = {
      ...{ review: code, unit: unit.code, period, kpi: item.kpi?.kpi ?? null, kind, text: typed.text, path },
      ...{ options: more.options, rationale: more.rationale, owner: owner || null },
      reviewOn: (more.reviewOn || null) as DecideInput["reviewOn"],
      supersedes: more.supersedes || null,
      actionDue: (due || null) as DecideInput["actionDue"],
    };
    const isRecorded = await decide.mutateAsync(input).then(
      () => true,
      () => false,
    );
    if (isRecorded) await onDone();
  };
  return {
    ...{ sentence, setSentence, kind, setKind, owner, due, more, setMore, submit },
    say: (part: { owner?: string; due?: string }) => setSaid({ ...said, ...part }),
    canSubmit: typed.text !== "" && !decide.isPending,
    error: decide.error,
  };
}

/**
 * A decision as it is typed: "Check stock in each van @area leader 15 Dec" names owner and day; the fields below show what
 * was read and can be corrected. Ctrl+Enter records it.
 */
export function DecisionForm({ view, item, onDone, onCancel }: DecisionFormProps) {
  const decision = useDecision({ view, item, onDone });
  const { sentence, kind, owner, due, more, setMore, submit, canSubmit, error } = decision;
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Escape") onCancel();
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void submit();
  };
  return (
    <form
      className="decision-form"
      aria-label={`Decide on ${item.title}`}
      onKeyDown={onKey}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextArea
        label="What is decided?"
        rows={2}
        required
        autoFocus
        placeholder="Check stock in each van @name 15 Dec"
        value={sentence}
        onChange={(event) => decision.setSentence(event.currentTarget.value)}
      />
      <div className="decision-fields">
        <SelectField
          label="Owner"
          options={[
            { value: "", label: "Nobody yet" },
            ...view.people.map(({ code, name }) => ({ value: code, label: name })),
          ]}
          value={owner}
          onChange={(event) => decision.say({ owner: event.currentTarget.value })}
        />
        <Field
          label="To be done by"
          type="date"
          value={due}
          onChange={(event) => decision.say({ due: event.currentTarget.value })}
        />
        <SelectField
          label="Kind"
          options={KINDS}
          value={kind}
          onChange={(event) => decision.setKind(event.currentTarget.value as DecisionKind)}
        />
      </div>
      <Weighed more={more} earlier={view.earlier} onChange={setMore} />
      {error === null ? null : (
        <p className="field-error" role="alert">
          {failureOf(error).message}
        </p>
      )}
      <div className="decision-buttons">
        <Button kind="primary" type="submit" disabled={!canSubmit}>
          Record decision
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
        <span className="small muted">What is on screen is frozen as its evidence.</span>
      </div>
    </form>
  );
}

type WeighedProps = { more: More; earlier: ReviewView["earlier"]; onChange: (more: More) => void };

/** What was weighed, why, when it is looked at again and what it replaces: for those who want to say it. */
function Weighed({ more, earlier, onChange }: WeighedProps) {
  return (
    <details>
      <summary>Options, reasons, looking again</summary>
      <div className="review-form">
        <TextArea
          label="Options that were weighed"
          rows={2}
          value={more.options}
          onChange={(event) => onChange({ ...more, options: event.currentTarget.value })}
        />
        <TextArea
          label="Why this one"
          rows={2}
          value={more.rationale}
          onChange={(event) => onChange({ ...more, rationale: event.currentTarget.value })}
        />
        <div className="decision-fields">
          <Field
            label="Look at it again on"
            type="date"
            value={more.reviewOn}
            onChange={(event) => onChange({ ...more, reviewOn: event.currentTarget.value })}
          />
          <SelectField
            label="Takes the place of"
            options={[
              { value: "", label: "No earlier decision" },
              ...earlier.map(({ code, name }) => ({ value: code, label: `${code} ${name}` })),
            ]}
            value={more.supersedes}
            onChange={(event) => onChange({ ...more, supersedes: event.currentTarget.value })}
          />
        </div>
      </div>
    </details>
  );
}
