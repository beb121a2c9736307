import type { ImportKind } from "../../../shared/domain/imports/columns.ts";
import { Button } from "../../ui/button.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { ImportRows } from "./import-rows.tsx";
import { checkedSentence, counted, storedSentence } from "./import-words.ts";
import type { Importing } from "./use-import.ts";

const DECIMALS = [
  { value: "auto", label: "Recognise" },
  { value: "point", label: "1.5" },
  { value: "comma", label: "1,5" },
] as const;

type OutcomeProps = { kind: ImportKind; importing: Importing };

/** What the file came to: its faults in place, the question that is open, and the way to store it. */
export function ImportOutcome({ kind, importing }: OutcomeProps) {
  const { state } = importing;
  return (
    <>
      <p className="import-said" role="status">
        {sentenceOf(kind, importing)}
      </p>
      {state.step === "checked" ? <Checked kind={kind} importing={importing} /> : null}
    </>
  );
}

function sentenceOf(kind: ImportKind, { state }: Importing): string {
  switch (state.step) {
    case "none":
      return "";
    case "sending":
      return `${state.name} is being checked.`;
    case "failed":
      return `${state.name}: ${state.failure.message}`;
    case "checked":
      return `${state.name}: ${checkedSentence(kind, state.report)}`;
    case "stored":
      return `${state.name}: ${storedSentence(kind, state.report)}`;
  }
}

function Checked({ kind, importing }: OutcomeProps) {
  const { state, decimal, mended } = importing;
  if (state.step !== "checked") return null;
  const { report } = state;
  const isRefused = report.outcome === "refused";
  const asksForDecimal = decimal !== "auto" || report.errors.some(({ code }) => DECIMAL_CODES.includes(code));
  return (
    <>
      {asksForDecimal ? (
        <div className="import-decimal">
          <span className="small">How are its decimals written?</span>
          <Segmented label="Decimals" value={decimal} options={DECIMALS} onChange={importing.declare} />
        </div>
      ) : null}
      <ImportRows kind={kind} report={report} importing={importing} />
      <div className="import-buttons">
        {isRefused || mended.size > 0 ? (
          <Button kind="primary" disabled={mended.size === 0} onClick={importing.checkAgain}>
            Check again
          </Button>
        ) : (
          <Button kind="primary" onClick={importing.store}>
            Store {counted(kind, report.rows)}
          </Button>
        )}
        <Button onClick={importing.putAside}>Put aside</Button>
      </div>
    </>
  );
}

const DECIMAL_CODES: readonly string[] = ["ambiguous-number", "mixed-decimal-marks"];
