import { useState } from "react";
import type { NotesView } from "../../../shared/contracts/kpi-notes.ts";
import type { KpiView } from "../../../shared/contracts/kpi-view.ts";
import { monthText } from "../../../shared/text/month-text.ts";
import { noteLetter } from "../../charts/flags.ts";
import { useLocale, useSession } from "../../shell/session.tsx";
import { say } from "../../text/say.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { formatInstant } from "../../ui/format.ts";
import { useNoteWriting } from "./note-writing.tsx";
import { WithdrawDialog, type Withdrawn } from "./withdraw-dialog.tsx";

/** What people have written on the time axis, by the letters of its flags, and the process changes they recorded. */
export function KpiNotes({ view }: { view: KpiView }) {
  const { notes, mayWrite, write } = useNoteWriting();
  const [withdrawn, setWithdrawn] = useState<Withdrawn | null>(null);
  const isEmpty = view.annotations.length === 0 && (notes?.phases.length ?? 0) === 0;
  if (isEmpty && !mayWrite && !notes?.proposal) return null;
  const add = (
    <Button kind="quiet" onClick={() => write(view.period)}>
      {say("kpi.addNote")}
    </Button>
  );
  return (
    <Card title={say("kpi.notes")} aside={mayWrite ? add : null}>
      <div className="notes-card">
        {notes?.proposal ? <Proposal proposal={notes.proposal} mayRecord={notes.mayEditPhases} /> : null}
        {isEmpty ? <p className="secondary">{say("kpi.noNotes")}</p> : null}
        <Phases notes={notes} onWithdraw={setWithdrawn} />
        <Annotations view={view} notes={notes} onWithdraw={setWithdrawn} />
      </div>
      {withdrawn === null ? null : (
        <WithdrawDialog view={view} withdrawn={withdrawn} onClose={() => setWithdrawn(null)} />
      )}
    </Card>
  );
}

type ProposalProps = { proposal: NonNullable<NotesView["proposal"]>; mayRecord: boolean };

/** What the data propose; nothing happens before a person has seen its effect and saved it. */
function Proposal({ proposal, mayRecord }: ProposalProps) {
  const { write } = useNoteWriting();
  return (
    <div className="proposal">
      <p>{proposal.sentence}</p>
      {mayRecord ? <Button onClick={() => write(proposal.changedIn, true)}>{say("kpi.seeLimits")}</Button> : null}
    </div>
  );
}

type Listed = { notes: NotesView | undefined; onWithdraw: (withdrawn: Withdrawn) => void };

function Phases({ notes, onWithdraw }: Listed) {
  const { locale, timeZone } = useSession().organisation;
  if (notes === undefined || notes.phases.length === 0) return null;
  return (
    <ul className="notes" aria-label={say("kpi.processChanges")}>
      {notes.phases.map((phase) => (
        <li key={phase.from}>
          <span className="note-line">
            <strong>{say("kpi.limitsAnew", { month: monthText(phase.from, locale) })}</strong>: {phase.reason}{" "}
            <span className="small muted">
              {[phase.by, formatInstant(phase.recordedAt, locale, timeZone)].filter(Boolean).join(" · ")}
            </span>
          </span>
          {notes.mayEditPhases ? (
            <Button
              kind="quiet"
              aria-label={say("kpi.takeBackPhase", { month: monthText(phase.from, locale) })}
              onClick={() => onWithdraw({ kind: "phase", from: phase.from, version: phase.version })}
            >
              {say("kpi.takeBack")}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function Annotations({ view, notes, onWithdraw }: Listed & { view: KpiView }) {
  const locale = useLocale();
  const own = new Set(notes?.mayAnnotate ? notes.annotations.map(({ id }) => id) : []);
  if (view.annotations.length === 0) return null;
  return (
    <ul className="notes" aria-label={say("kpi.notesList")}>
      {view.annotations.map((note, index) => (
        <li key={note.id} id={`note-${noteLetter(view, index)}`}>
          <span className="note-number">{noteLetter(view, index)}</span>
          <span className="note-line">
            {note.text} <span className="small muted">{whenAndWho(note, locale)}</span>
          </span>
          {own.has(note.id) ? (
            <Button
              kind="quiet"
              aria-label={say("kpi.takeBackNote", { letter: noteLetter(view, index) })}
              onClick={() => onWithdraw({ kind: "note", id: note.id })}
            >
              {say("kpi.takeBack")}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function whenAndWho({ from, to, by }: KpiView["annotations"][number], locale: string): string {
  const until = to === from ? null : say("kpi.until", { month: monthText(to, locale) });
  return [monthText(from, locale), until, by].filter(Boolean).join(" · ");
}
