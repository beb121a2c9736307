import { type DragEvent, useId, useRef, useState } from "react";
import type { ImportKind } from "../../../shared/domain/imports/columns.ts";
import { Button, buttonClass } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { ImportOutcome } from "./import-outcome.tsx";
import { KIND_WORDS } from "./import-words.ts";
import { useImport } from "./use-import.ts";
import "./import.css";

type ImportCardProps = {
  kind: ImportKind;
  /** Query of the files to fill in, `?` included. */
  template?: string;
  /** What is there already. */
  aside?: string;
};

/** A kind of file: what to fill in, the file that one brings, what is wrong with it, and the way to store it. */
export function ImportCard({ kind, template = "", aside }: ImportCardProps) {
  const importing = useImport(kind);
  const { title, hint } = KIND_WORDS[kind];
  const { step } = importing.state;
  return (
    <Card title={title} aside={aside === undefined ? undefined : <span className="small muted">{aside}</span>}>
      <p className="secondary">{hint}</p>
      <div className="import-files">
        <FileField title={title} onChoose={importing.choose} isBusy={step === "sending"} />
        <span className="small muted">To fill in:</span>
        {["csv", "xlsx"].map((ending) => (
          <a
            key={ending}
            className={buttonClass("quiet")}
            href={`/api/v1/imports/${kind}/template.${ending}${template}`}
            download
          >
            {ending === "csv" ? "CSV" : "Excel"}
            <span className="visually-hidden"> file for {title}</span>
          </a>
        ))}
      </div>
      <ImportOutcome kind={kind} importing={importing} />
    </Card>
  );
}

type FileFieldProps = { title: string; onChoose: (file: File) => void; isBusy: boolean };

/** A button that asks for a file, and a place to drop one on. */
function FileField({ title, onChoose, isBusy }: FileFieldProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const [file] = files ?? [];
    if (file !== undefined) onChoose(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping a file is a shortcut; the button inside does the same
    <div
      className={isOver ? "import-drop import-drop-over" : "import-drop"}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        ref={input}
        id={id}
        type="file"
        hidden
        aria-label={`File of ${title}`}
        accept=".csv,.tsv,.txt,.xlsx,text/csv"
        onChange={(event) => {
          take(event.currentTarget.files);
          event.currentTarget.value = "";
        }}
      />
      <Button onClick={() => input.current?.click()} disabled={isBusy}>
        {isBusy ? "Checking…" : "Choose a file"}
        <span className="visually-hidden"> of {title}</span>
      </Button>
      <span className="small muted wide-only">or drop it here</span>
    </div>
  );
}
