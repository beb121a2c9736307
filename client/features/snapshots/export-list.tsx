import { useMutation, useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import type { ExportView, StartExportInput } from "../../../shared/contracts/snapshot-exports.ts";
import { api } from "../../api.ts";
import { failureOf } from "../../failure.ts";
import { Button, buttonClass } from "../../ui/button.tsx";
import { saveFrom } from "../../ui/save-file.ts";
import { isUnderWay, progressText } from "./export-facts.ts";
import type { Exports } from "./use-exports.ts";

/** Milliseconds between two looks at a file under way. */
const LOOK_EVERY = 400;

/** The files that were asked for: how far each is, and the file itself once it is written. */
export function ExportList({ snapshot, exports }: { snapshot: string; exports: Exports }) {
  if (exports.asked.length === 0) return null;
  return (
    <section className="card export-list" aria-label="Files">
      <ul>
        {exports.asked.map(({ key, ...what }) => (
          <ExportLine key={key} input={{ snapshot, ...what }} onForget={() => exports.forget(key)} />
        ))}
      </ul>
    </section>
  );
}

function ExportLine({ input, onForget }: { input: StartExportInput; onForget: () => void }) {
  const { mutate, data, error } = useMutation(api.snapshots.startExport.mutationOptions());
  const begun = useRef(false);
  useEffect(() => {
    if (!begun.current) mutate(input);
    begun.current = true;
  }, [mutate, input]);
  if (error !== null) return <Failed message={failureOf(error).message} onForget={onForget} />;
  if (data === undefined) return <li>Asking for the file…</li>;
  return <FileLine begun={data} onForget={onForget} />;
}

function FileLine({ begun, onForget }: { begun: ExportView; onForget: () => void }) {
  const { id, name } = begun;
  const cancel = useMutation(api.snapshots.cancelExport.mutationOptions({ onSettled: onForget }));
  const state = useQuery(
    api.snapshots.exportState.queryOptions(
      { id },
      {
        retry: false,
        enabled: cancel.isIdle,
        refetchInterval: (query) => (isUnderWay(query.state.data ?? begun) ? LOOK_EVERY : false),
      },
    ),
  );
  const view = state.data ?? begun;
  const address = `/api/v1/exports/${id}`;
  const isReady = view.state === "ready";
  useEffect(() => {
    if (isReady) saveFrom(address, name);
  }, [isReady, address, name]);
  if (state.error !== null || view.state === "failed") {
    return <Failed message={`${name} could not be written. Ask for it again.`} onForget={onForget} />;
  }
  return (
    <li>
      <span role="status">{progressText(view)}</span>
      {isReady ? (
        <a className={buttonClass()} href={address} download={name}>
          Save again
        </a>
      ) : (
        <progress aria-label={`${name}, written so far`} value={view.share} />
      )}
      <Button onClick={() => cancel.mutate({ id })} disabled={cancel.isPending}>
        {isReady ? "Close" : "Cancel"}
      </Button>
    </li>
  );
}

function Failed({ message, onForget }: { message: string; onForget: () => void }) {
  return (
    <li>
      <span role="alert" className="tone-bad">
        {message}
      </span>
      <Button onClick={onForget}>Close</Button>
    </li>
  );
}
