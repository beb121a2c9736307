import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { AgendaItem, ReviewView } from "../../../shared/contracts/reviews.ts";
import { api } from "../../api.ts";
import { Button } from "../../ui/button.tsx";
import { useSingleKeys } from "../../ui/single-keys.ts";
import { stepIn, stepWord } from "./agenda-facts.ts";
import { AgendaLines } from "./agenda-lines.tsx";
import { DecisionForm } from "./decision-form.tsx";
import { DecisionList } from "./decision-list.tsx";
import { ExceptionFacts } from "./exception-facts.tsx";

type MeetingProps = {
  view: ReviewView;
  step: string | undefined;
  onStep: (key: string) => void;
  onChanged: () => Promise<void>;
};

/** One step after the other: `n` goes on, `p` back, `d` decides. */
export function Meeting({ view, step, onStep, onChanged }: MeetingProps) {
  const { agenda } = view;
  const at = stepIn(agenda, step);
  const item = agenda[at];
  const [deciding, setDeciding] = useState<string | null>(null);
  const go = (to: number) => {
    const next = agenda[to];
    if (next === undefined) return;
    setDeciding(null);
    onStep(next.key);
  };
  useSingleKeys({
    n: () => go(at + 1),
    p: () => go(at - 1),
    d: () => (view.mayDecide && item !== undefined ? setDeciding(item.key) : undefined),
  });
  if (item === undefined) return null;
  return (
    <div className="meeting">
      <Agenda agenda={agenda} at={at} onStep={go} />
      <section className="card meeting-step" aria-labelledby="step-title">
        <p className="small muted">{stepWord(item, agenda)}</p>
        <h2 id="step-title">{item.title}</h2>
        <p className="meeting-sentence">{item.sentence}</p>
        {item.kpi === null ? null : <ExceptionFacts kpi={item.kpi} review={view.review} />}
        <AgendaLines lines={item.lines} />
        <DecisionList decisions={view.decisions.filter(({ code }) => item.decisions.includes(code))} none="" />
        {deciding === item.key ? (
          <DecisionForm
            key={item.key}
            view={view}
            item={item}
            onCancel={() => setDeciding(null)}
            onDone={async () => {
              setDeciding(null);
              await onChanged();
            }}
          />
        ) : null}
        {item.kind === "exception" ? null : <InputNote key={item.key} view={view} item={item} onChanged={onChanged} />}
        <div className="meeting-buttons">
          <Button disabled={at === 0} onClick={() => go(at - 1)}>
            Back
          </Button>
          {view.mayDecide && deciding === null ? (
            <Button onClick={() => setDeciding(item.key)}>
              Decide <kbd>d</kbd>
            </Button>
          ) : null}
          <Button
            kind={deciding === null ? "primary" : "plain"}
            disabled={at === agenda.length - 1}
            onClick={() => go(at + 1)}
          >
            Next <kbd>n</kbd>
          </Button>
        </div>
      </section>
    </div>
  );
}

function Agenda({ agenda, at, onStep }: { agenda: readonly AgendaItem[]; at: number; onStep: (to: number) => void }) {
  return (
    <nav className="card meeting-agenda" aria-label="Agenda">
      <ol>
        {agenda.map((item, index) => (
          <li key={item.key}>
            <button type="button" aria-current={index === at ? "step" : undefined} onClick={() => onStep(index)}>
              <span className="agenda-mark" aria-hidden="true">
                {item.covered ? "✓" : ""}
              </span>
              <span>
                {item.title}
                <span className="visually-hidden">{item.covered ? ", covered" : ", open"}</span>
              </span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

type InputNoteProps = { view: ReviewView; item: AgendaItem; onChanged: () => Promise<void> };

/** What was concluded on an input; ticking it off keeps the words too. */
function InputNote({ view, item, onChanged }: InputNoteProps) {
  const [note, setNote] = useState(item.note);
  const save = useMutation(api.reviews.note.mutationOptions());
  const mayNote = view.mayHold && view.review.state !== "held";
  const say = (covered: boolean) => {
    const input = { review: view.review.code, input: item.input, version: item.version, covered, note };
    void save.mutateAsync(input).then(onChanged, onChanged);
  };
  return (
    <div className="input-note">
      <label className="small" htmlFor={`note-${item.key}`}>
        Conclusion
      </label>
      <textarea
        id={`note-${item.key}`}
        className="input"
        rows={2}
        readOnly={!mayNote}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        onBlur={() => {
          if (note !== item.note) say(item.covered);
        }}
      />
      <label className="input-covered">
        <input
          type="checkbox"
          checked={item.covered}
          disabled={!mayNote || save.isPending}
          onChange={(event) => say(event.currentTarget.checked)}
        />
        Covered
      </label>
    </div>
  );
}
