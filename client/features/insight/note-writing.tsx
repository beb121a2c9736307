import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { createContext, lazy, type ReactNode, Suspense, useContext, useState } from "react";
import type { NotesView } from "../../../shared/contracts/kpi-notes.ts";
import type { KpiView } from "../../../shared/contracts/kpi-view.ts";
import type { Month } from "../../../shared/domain/month.ts";
import { api } from "../../api.ts";
import { useScope } from "../../shell/scope.ts";

const NoteDialog = lazy(async () => ({ default: (await import("./note-dialog.tsx")).NoteDialog }));

/** What people have written on the time axis of a KPI, and the way to write more. */
type Writing = {
  notes: NotesView | undefined;
  mayWrite: boolean;
  /** Opens the dialog at a month; `split` where limits are proposed to begin anew there. */
  write: (month: Month, split?: boolean) => void;
};

const Context = createContext<Writing>({ notes: undefined, mayWrite: false, write: () => undefined });

export function useNoteWriting(): Writing {
  return useContext(Context);
}

/** Holds the one dialog that the chart, the list of notes and the proposal open. */
export function NoteWriting({ view, children }: { view: KpiView; children: ReactNode }) {
  const asOf = useScope()?.asOf ?? null;
  const [opened, setOpened] = useState<{ month: Month; split: boolean } | null>(null);
  const place = { kpi: view.kpi, unit: view.unit.code, period: view.period };
  const input = { ...place, ...(asOf === null ? {} : { asOf }) };
  const notes = useQuery(api.kpis.notes.queryOptions(input, { placeholderData: keepPreviousData })).data;
  const mayWrite = notes?.mayAnnotate === true || notes?.mayEditPhases === true;
  const write = (month: Month, split = false) => setOpened({ month, split });
  return (
    <Context value={{ notes, mayWrite, write }}>
      {children}
      {opened === null || notes === undefined ? null : (
        <Suspense fallback={null}>
          <NoteDialog
            view={view}
            notes={notes}
            month={opened.month}
            isSplit={opened.split}
            onClose={() => setOpened(null)}
          />
        </Suspense>
      )}
    </Context>
  );
}
