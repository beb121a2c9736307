import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { ReviewView } from "../../../shared/contracts/reviews.ts";
import { api } from "../../api.ts";
import { useLocale } from "../../shell/session.tsx";
import { formatDate } from "../../ui/format.ts";
import { AgendaLines } from "./agenda-lines.tsx";
import { DecisionList } from "./decision-list.tsx";

/** The minutes as they make themselves: who, every input with what the records said and what was concluded, decisions. */
export function Minutes({ view, onChanged }: { view: ReviewView; onChanged: () => Promise<void> }) {
  const locale = useLocale();
  const { review, agenda, decisions } = view;
  return (
    <article className="card minutes" aria-label="Minutes">
      <p>
        <strong>{review.title}</strong>, {review.unit.name}, {formatDate(review.heldOn ?? review.plannedOn, locale)}.{" "}
        {review.participants === "" ? "" : `Present: ${review.participants}.`}
      </p>
      <section>
        <h2>Decisions</h2>
        <DecisionList decisions={decisions} none="Nothing was decided." />
      </section>
      {agenda
        .filter(({ kind }) => kind !== "exception")
        .map((item) => (
          <section key={item.key}>
            <h2>
              {item.input}. {item.title} <span className="small muted">{item.covered ? "covered" : "not covered"}</span>
            </h2>
            <p>{item.sentence}</p>
            {item.note === "" ? null : <p className="minutes-note">{item.note}</p>}
            {item.input === "c5" ? <Exceptions view={view} /> : null}
            {item.kind === "earlier" ? <AgendaLines lines={item.lines} /> : null}
          </section>
        ))}
      <section>
        <h2>Further notes</h2>
        <FurtherNotes view={view} onChanged={onChanged} />
      </section>
    </article>
  );
}

function Exceptions({ view }: { view: ReviewView }) {
  const found = view.agenda.filter(({ kind }) => kind === "exception");
  return (
    <ul className="agenda-lines">
      {found.map(({ key, title, sentence, decisions }) => (
        <li key={key}>
          <span>
            <strong>{title}</strong> {sentence}
          </span>
          <span className="small secondary">
            {decisions.length === 0 ? "Not decided" : `Decided: ${decisions.join(", ")}`}
          </span>
        </li>
      ))}
    </ul>
  );
}

function FurtherNotes({ view, onChanged }: { view: ReviewView; onChanged: () => Promise<void> }) {
  const { review, mayHold } = view;
  const [minutes, setMinutes] = useState(review.minutes);
  const save = useMutation(api.reviews.change.mutationOptions());
  if (!mayHold || review.state === "held") return <p>{review.minutes === "" ? "None." : review.minutes}</p>;
  return (
    <textarea
      className="input"
      aria-label="Further notes"
      rows={3}
      value={minutes}
      onChange={(event) => setMinutes(event.currentTarget.value)}
      onBlur={() => {
        if (minutes === review.minutes) return;
        void save.mutateAsync({ review: review.code, version: review.version, minutes }).then(onChanged, onChanged);
      }}
    />
  );
}
