import { useQuery } from "@tanstack/react-query";
import { Navigate, useSearch } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { EntryView } from "../../../shared/contracts/results.ts";
import { api } from "../../api.ts";
import type { ScopeSearch } from "../../search.ts";
import { PageActions } from "../../shell/page-actions.tsx";
import { PageFailure } from "../../shell/page-failure.tsx";
import { type Scope, useScope } from "../../shell/scope.ts";
import { useSession } from "../../shell/session.tsx";
import { useTitle } from "../../shell/use-title.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { EmptyState } from "../../ui/message-card.tsx";
import { Skeleton, SkeletonRows, Waiting } from "../../ui/skeleton.tsx";
import { EntryGrid } from "./entry-grid.tsx";
import { PasteStrip, ReadOnlyStrip, SubmitStrip } from "./entry-messages.tsx";
import { EntryKeys, EntryPanel } from "./entry-panel.tsx";
import { entryProgress } from "./entry-progress.ts";
import type { EntrySheet, SheetState } from "./entry-sheet.ts";
import { moved, type Position } from "./grid-moves.ts";
import { enteredCount, needsYou } from "./row-look.ts";
import { SaveBadge } from "./save-badge.tsx";
import type { Line } from "./sheet-line.ts";
import { useDueBadge, useEntrySheet, useSheetState, useSubmit } from "./use-entry-sheet.ts";
import { firstPosition, useGrid } from "./use-grid.ts";
import "./entry.css";
import "./months.css";
import { say } from "../../text/say.ts";

/** Entering a month. Without a month in the address it is the one whose results the person still owes. */
export function EntryPage() {
  const scope = useScope();
  const search = useSearch({ strict: false }) as ScopeSearch;
  const { due } = useSession();
  useTitle(say("shell.entry"));
  if (scope === null) return <EmptyState title={say("entry.noUnit")} />;
  const isOwed = search.p === undefined && due.month !== null && due.month !== scope.period;
  if (isOwed)
    return <Navigate to="." search={(before: object) => ({ ...before, p: due.month ?? undefined })} replace />;
  return <Entry scope={scope} />;
}

function Entry({ scope }: { scope: Scope }) {
  const { unit, period: month } = scope;
  const entry = useQuery({ ...api.results.entry.queryOptions({ unit, month }), gcTime: 0 });
  if (entry.error !== null) {
    return <PageFailure what={say("entry.what")} error={entry.error} onRetry={() => void entry.refetch()} />;
  }
  if (entry.data === undefined) {
    return (
      <Waiting what={say("entry.what")}>
        <Skeleton width={420} height={32} />
        <SkeletonRows rows={12} />
      </Waiting>
    );
  }
  return <EntryWork key={`${unit} ${month}`} view={entry.data} />;
}

function EntryWork({ view }: { view: EntryView }) {
  const { locale, timeZone } = useSession().organisation;
  const sheet = useEntrySheet(view);
  const state = useSheetState(sheet);
  useDueBadge(state, view);
  const { submit, answer } = useSubmit(sheet, view);
  const [asked, setAsked] = useState(false);
  const side = useRef<HTMLDivElement>(null);
  const onSubmit = () => {
    setAsked(true);
    void submit();
  };
  const [isOpen, setOpen] = useState(false);
  // At once: what is typed next belongs to the words, and must not begin in the cell.
  const explain = () => {
    if (window.matchMedia("(max-width: 699px)").matches) setOpen(true);
    else side.current?.querySelector<HTMLElement>("[data-first]")?.focus();
  };
  const grid = useGrid(sheet, { onSubmit, onComment: explain });
  const { active, goTo } = grid;
  const { kpi: linked } = useSearch({ strict: false }) as { kpi?: string };
  useEffect(() => {
    const isThere = sheet.state().lines.some(({ row }) => row.kpi === linked);
    const first: Position | null =
      linked !== undefined && isThere ? { kpi: linked, part: "first" } : firstPosition(sheet);
    if (first !== null) goTo(first);
  }, [sheet, goTo, linked]);
  const line = state.lines.find(({ row }) => row.kpi === active?.kpi);
  const setting = { sheet, view, active, typed: state.typed, locale, timeZone, actionsAt: grid.actionsAt, goTo };
  const onExplain = (kpi: string) => {
    flushSync(() => goTo({ kpi, part: "first" }));
    explain();
  };
  const blocking = asked ? state.lines.filter(needsYou) : [];
  const panel = line === undefined ? null : <PanelAt {...{ line, sheet, view, locale, goTo }} />;
  return (
    <>
      <PageActions>
        <SaveBadge state={state} locale={locale} timeZone={timeZone} />
        {view.mayEnter ? <EntryActions state={state} sheet={sheet} onSubmit={onSubmit} /> : null}
      </PageActions>
      <EntryHead state={state} view={view} locale={locale} />
      <ReadOnlyStrip view={view} />
      <SubmitStrip
        {...{ blocking, setting }}
        answer={asked ? answer : undefined}
        onGo={(kpi) => goTo({ kpi, part: "first" })}
      />
      {state.pasted === null ? null : (
        <PasteStrip notice={state.pasted} onUndo={() => sheet.undo()} onClose={() => sheet.dismissPaste()} />
      )}
      <div className="entry-layout">
        <div className="card entry-card">
          <EntryGrid state={state} setting={{ ...setting, onExplain }} grid={grid} />
        </div>
        <div className="entry-side" ref={side}>
          {panel}
          {view.mayEnter ? <EntryKeys /> : null}
        </div>
      </div>
      {isOpen && line !== undefined ? (
        <Dialog title={line.row.name} onClose={() => setOpen(false)}>
          {panel}
        </Dialog>
      ) : null}
    </>
  );
}

type PanelAtProps = {
  line: Line;
  sheet: EntrySheet;
  view: EntryView;
  locale: string;
  goTo: (position: Position) => void;
};

function PanelAt({ line, sheet, view, locale, goTo }: PanelAtProps) {
  const here: Position = { kpi: line.row.kpi, part: "first" };
  const onDone = () => goTo(moved(sheet.gridRows(), here, "down") ?? here);
  return <EntryPanel {...{ line, sheet, view, locale, onDone }} />;
}

function EntryHead({ state, view, locale }: { state: SheetState; view: EntryView; locale: string }) {
  const { total } = view;
  const { headline, subline } = entryProgress(view, state.lines, locale);
  return (
    <div className="page-head entry-head">
      <div>
        <h1>{headline}</h1>
        <p className="secondary">{subline}</p>
      </div>
      {total === 0 ? null : (
        <progress
          className="entry-progress"
          max={total}
          value={enteredCount(state.lines)}
          aria-label={say("entry.entered")}
        />
      )}
    </div>
  );
}

type EntryActionsProps = { state: SheetState; sheet: EntrySheet; onSubmit: () => void };

function EntryActions({ state, sheet, onSubmit }: EntryActionsProps) {
  return (
    <>
      {state.saving.kind === "failed" ? <Button onClick={() => sheet.retry()}>{say("ui.retry")}</Button> : null}
      <Button className="entry-undo" aria-disabled={!state.canUndo} onClick={() => sheet.undo()}>
        {say("entry.undo")} <kbd>Ctrl Z</kbd>
      </Button>
      <Button kind="primary" onClick={onSubmit}>
        {say("entry.submit")}
      </Button>
    </>
  );
}
