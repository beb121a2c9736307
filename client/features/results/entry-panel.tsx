import { Link } from "@tanstack/react-router";
import { useId, useState } from "react";
import type { EntryView } from "../../../shared/contracts/results.ts";
import { say } from "../../text/say.ts";
import { Button } from "../../ui/button.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import type { EntrySheet } from "./entry-sheet.ts";
import { Restate } from "./restate-dialog.tsx";
import { rowLook } from "./row-look.ts";
import type { Line } from "./sheet-line.ts";

type EntryPanelProps = { line: Line; sheet: EntrySheet; view: EntryView; locale: string; onDone: () => void };

/** Beside the grid: what the month says of the KPI at the cursor, and its cause and comment. Asked, never demanded. */
export function EntryPanel({ line, sheet, view, locale, onDone }: EntryPanelProps) {
  const { row, said } = line;
  const look = rowLook(line, null, locale);
  const isEntered = said.content.kind !== "missing";
  const isTold = row.content.kind !== "missing" || !isEntered;
  return (
    <section className="card card-body entry-panel" aria-label={say("entry.about", { name: row.name })}>
      <div className="entry-panel-head">
        <h2>{row.name}</h2>
        <StatusMark status={look.status} word={look.statusWord} />
      </div>
      <p className="secondary" aria-live="polite">
        {isTold ? row.sentence : ""}
      </p>
      <p className="small muted">{rangeSentence(row)}</p>
      {row.asks.plan ? <p className="small tone-watch">{say("entry.askPlan")}</p> : null}
      {isEntered && view.mayEnter ? (
        <>
          <Explanations line={line} sheet={sheet} />
          <div className="entry-panel-foot">
            <Button onClick={onDone}>{say("entry.next")}</Button>
            {row.enteredBy === null ? null : (
              <span className="small muted">{say("entry.enteredBy", { name: row.enteredBy })}</span>
            )}
          </div>
        </>
      ) : null}
      {view.mayRestate && row.revision > 0 ? <Restate line={line} view={view} /> : null}
      <Link className="small" to="/kpis/$kpi/history" params={{ kpi: row.kpi }}>
        {say("kpi.everyValue")}
      </Link>
    </section>
  );
}

function rangeSentence({ usual, target }: Line["row"]): string {
  if (usual === null) {
    return target === null ? say("entry.noRange") : say("entry.noRangeTarget", { target: target.label });
  }
  const range = usual.shown;
  return target === null ? say("entry.range", { range }) : say("entry.rangeTarget", { range, target: target.label });
}

function Explanations({ line, sheet }: { line: Line; sheet: EntrySheet }) {
  const { row, said } = line;
  const asksCause = row.asks.cause || said.cause !== null;
  return (
    <>
      {asksCause ? (
        <Words
          key={`cause ${row.kpi} ${said.cause ?? ""}`}
          label={say("entry.whatCaused")}
          text={said.cause ?? ""}
          isFirst
          onSay={(cause) => sheet.explain(row.kpi, { cause })}
        />
      ) : null}
      {asksCause && row.lastCause !== null && said.cause === null ? (
        <Button onClick={() => sheet.explain(row.kpi, { cause: row.lastCause })}>{say("entry.keepCause")}</Button>
      ) : null}
      <Words
        key={`comment ${row.kpi} ${said.comment ?? ""}`}
        label={say("entry.comment")}
        text={said.comment ?? ""}
        isFirst={!asksCause}
        onSay={(comment) => sheet.explain(row.kpi, { comment })}
      />
    </>
  );
}

type WordsProps = { label: string; text: string; isFirst: boolean; onSay: (text: string | null) => void };

/** A text that is said when its field is left. */
function Words({ label, text, isFirst, onSay }: WordsProps) {
  const id = useId();
  const [written, setWritten] = useState(text);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        className="input entry-words"
        rows={2}
        maxLength={4000}
        data-first={isFirst || undefined}
        value={written}
        onChange={(event) => setWritten(event.currentTarget.value)}
        onBlur={() => {
          const said = written.trim() === "" ? null : written;
          if ((said ?? "") !== text) onSay(said);
        }}
      />
    </div>
  );
}

const KEYS = [
  [["Enter"], "next"],
  [["Tab"], "cell"],
  [["Ctrl", "V"], "paste"],
  [["Alt", "C"], "comment"],
  [["Alt", "Enter"], "take"],
  [["n/a"], "notApplicable"],
  [["Ctrl", "D"], "divisor"],
  [["Ctrl", "Z"], "undo"],
  [["Ctrl", "Enter"], "submit"],
] as const;

/** What the keys do. */
export function EntryKeys() {
  return (
    <section className="card card-body entry-keys keys" aria-label={say("entry.keys")}>
      <dl>
        {KEYS.map(([keys, does]) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{say(`entry.key.${does}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
