import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState, useSyncExternalStore } from "react";
import type { EntryView } from "../../../shared/contracts/results.ts";
import { api } from "../../api.ts";
import { useLocale } from "../../shell/session.tsx";
import { EntrySheet, type SheetState } from "./entry-sheet.ts";
import { isUnsaved } from "./sheet-line.ts";

/** The sheet of a unit's month, kept while the page shows it. What is unsaved asks before the window closes. */
export function useEntrySheet(view: EntryView): EntrySheet {
  const locale = useLocale();
  const { mutateAsync } = useMutation(api.results.enter.mutationOptions());
  const [sheet] = useState(
    () =>
      new EntrySheet({
        ...{ view, locale },
        save: (cells) => mutateAsync({ unit: view.unit.code, month: view.month, cells }),
      }),
  );
  useEffect(() => sheet.refresh(view), [sheet, view]);
  useEffect(() => {
    const leave = (event: BeforeUnloadEvent) => {
      sheet.commit(null);
      if (sheet.state().lines.some(isUnsaved)) event.preventDefault();
    };
    window.addEventListener("beforeunload", leave);
    return () => {
      window.removeEventListener("beforeunload", leave);
      void sheet.flush();
      sheet.stop();
    };
  }, [sheet]);
  return sheet;
}

export function useSheetState(sheet: EntrySheet) {
  return useSyncExternalStore(sheet.subscribe, sheet.state);
}

/** Keeps the count of the side bar in step with what the server holds, for a person who owes one unit's month. */
export function useDueBadge({ lines }: SheetState, { unit, month }: EntryView): void {
  const queries = useQueryClient();
  const entries = lines.filter(({ row }) => row.content.kind === "missing").length;
  useEffect(() => {
    queries.setQueryData(api.organisation.session.queryKey(), (session) => {
      if (session === undefined || session.due.month !== month || session.due.unit !== unit.code) return session;
      if (session.units.filter(({ mayEnter }) => mayEnter).length > 1) return session;
      return { ...session, due: { ...session.due, entries } };
    });
  }, [queries, entries, month, unit.code]);
}

/** Submits the month once everything is saved, and forgets what screens have shown of it. */
export function useSubmit(sheet: EntrySheet, view: EntryView) {
  const queries = useQueryClient();
  const { mutateAsync, data, error, isPending } = useMutation(api.results.submit.mutationOptions());
  const submit = async () => {
    await sheet.flush();
    const { lines } = sheet.state();
    if (lines.some(({ problem, conflict }) => problem !== null || conflict !== null)) return;
    await mutateAsync({ unit: view.unit.code, month: view.month });
    const fresh = await queries.fetchQuery({
      ...api.results.entry.queryOptions({ unit: view.unit.code, month: view.month }),
      staleTime: 0,
    });
    sheet.refresh(fresh);
    void queries.invalidateQueries({ queryKey: api.insight.pathKey() });
    void queries.invalidateQueries({ queryKey: api.organisation.session.queryKey() });
  };
  return { submit, answer: data, error, isPending };
}
