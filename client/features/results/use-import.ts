import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ImportPreview } from "../../../shared/contracts/imports.ts";
import type { ImportKind } from "../../../shared/domain/imports/columns.ts";
import type { DecimalSetting } from "../../../shared/domain/number-recognition.ts";
import type { Failure } from "../../failure.ts";
import { csvOf, isFailure, sendRows } from "./import-calls.ts";

/** How far a file has come: looked at, stored, or not to be had. */
export type ImportState =
  | { readonly step: "none" }
  | { readonly step: "sending"; readonly name: string }
  | { readonly step: "failed"; readonly name: string; readonly failure: Failure }
  | { readonly step: "checked"; readonly name: string; readonly report: ImportPreview }
  | { readonly step: "stored"; readonly name: string; readonly report: ImportPreview };

/** Cells that were mended on the screen, by row and column. */
export type Mended = ReadonlyMap<string, string>;

const NOTHING_MENDED: Mended = new Map();

/** One file on its way in: checked first, stored when one says so, its cells mended in between. */
export function useImport(kind: ImportKind) {
  const queries = useQueryClient();
  const [state, setState] = useState<ImportState>({ step: "none" });
  const [file, setFile] = useState<File | null>(null);
  const [decimal, setDecimal] = useState<DecimalSetting>("auto");
  const [mended, setMended] = useState<Mended>(NOTHING_MENDED);

  const send = async (body: Blob, sending: { name: string; decimal: DecimalSetting; dryRun: boolean }) => {
    const { name, dryRun } = sending;
    setState({ step: "sending", name });
    const answer = await sendRows({ kind, body, decimal: sending.decimal, dryRun });
    if (isFailure(answer)) return setState({ step: "failed", name, failure: answer });
    const isStored = !dryRun && answer.outcome !== "refused";
    setState({ step: isStored ? "stored" : "checked", name, report: answer });
    if (isStored) await queries.invalidateQueries();
  };

  const body = (): Blob | null => {
    const table = state.step === "checked" ? state.report.table : undefined;
    if (mended.size === 0 || table === undefined) return file;
    const rows = table.rows.map(({ row, cells }) => cells.map((cell, at) => mended.get(cellKey(row, at)) ?? cell));
    return csvOf(table.header, rows);
  };

  const sendAgain = async (said: { decimal?: DecimalSetting; dryRun: boolean }) => {
    const sent = body();
    if (sent === null || state.step === "none") return;
    if (mended.size > 0) setFile(new File([sent], state.name, { type: "text/csv" }));
    setMended(NOTHING_MENDED);
    await send(sent, { name: state.name, decimal, ...said });
  };

  return {
    state,
    decimal,
    mended,
    choose: (chosen: File) => {
      setFile(chosen);
      setMended(NOTHING_MENDED);
      void send(chosen, { name: chosen.name, decimal, dryRun: true });
    },
    declare: (said: DecimalSetting) => {
      setDecimal(said);
      void sendAgain({ decimal: said, dryRun: true });
    },
    mend: (key: string, text: string) => setMended(new Map(mended).set(key, text)),
    checkAgain: () => void sendAgain({ dryRun: true }),
    store: () => void sendAgain({ dryRun: false }),
    putAside: () => {
      setFile(null);
      setMended(NOTHING_MENDED);
      setState({ step: "none" });
    },
  };
}

export type Importing = ReturnType<typeof useImport>;

export function cellKey(row: number, column: number): string {
  return `${row} ${column}`;
}
