import { Link } from "@tanstack/react-router";
import { type DragEvent, useId, useState } from "react";
import { type FileVerdict, verifyFile } from "../../../shared/files/sealed-file.ts";
import { useTitle } from "../../shell/use-title.ts";
import "../../ui/card.css";
import "./snapshots.css";

type Checked = { readonly name: string; readonly verdict: FileVerdict };

/** Tells an original file from an altered one. The file stays on the reader's machine. */
export function VerifyPage() {
  useTitle("Check a file");
  const input = useId();
  const [checked, setChecked] = useState<Checked | null>(null);
  const check = async (file: File | undefined) => {
    if (file === undefined) return;
    const verdict = await verifyFile(new Uint8Array(await file.arrayBuffer()));
    setChecked({ name: file.name, verdict });
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    void check(event.dataTransfer.files[0]);
  };
  return (
    <>
      <div className="page-head">
        <h1>Check a file</h1>
        <p className="secondary">
          Drop a file that was written from a snapshot, or the minutes of a review: PDF, PowerPoint, Excel, web file,
          CSV or JSON. It is checked on this machine and sent nowhere.
        </p>
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a further way to the field inside, which keys reach. */}
      <section className="card drop-zone" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
        <label htmlFor={input}>File to check</label>
        <input
          id={input}
          type="file"
          accept=".pdf,.pptx,.xlsx,.html,.csv,.json"
          onChange={(event) => void check(event.currentTarget.files?.[0])}
        />
      </section>
      <div aria-live="polite">{checked === null ? null : <Verdict {...checked} />}</div>
    </>
  );
}

function Verdict({ name, verdict }: Checked) {
  if (verdict.kind === "no-snapshot") {
    return (
      <section className="card frozen-facts">
        <h2>Not a file of a snapshot, or its seal was altered</h2>
        <p>{name} does not say which snapshot it is from.</p>
      </section>
    );
  }
  if (verdict.kind === "altered") {
    return (
      <section className="card frozen-facts">
        <h2 className="tone-bad">Altered</h2>
        <p>
          {name} is not as it was written: its {verdict.part === "file" ? "content" : "data"} should have the SHA-256{" "}
          <code className="hash">{verdict.expected}</code> and has <code className="hash">{verdict.found}</code>.
        </p>
      </section>
    );
  }
  return (
    <section className="card frozen-facts">
      <h2 className="tone-good">Original</h2>
      <p>{name} is as it was written, to the last byte.</p>
      <p>
        SHA-256 of the {verdict.of ?? "snapshot"} <code className="hash">{verdict.sha256}</code>
      </p>
      <p>
        {verdict.of === "minutes" ? (
          <Link to="/reviews/$review" params={{ review: verdict.id }}>
            Open the review
          </Link>
        ) : (
          <Link to="/snapshots/$id" params={{ id: verdict.id }}>
            Open the snapshot and compare the hash
          </Link>
        )}
      </p>
    </section>
  );
}
