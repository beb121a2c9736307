import "../../ui/card.css";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import type { ActionsView } from "../../../shared/contracts/actions.ts";
import { api } from "../../api.ts";
import { PageActions } from "../../shell/page-actions.tsx";
import { PageFailure } from "../../shell/page-failure.tsx";
import { useScope } from "../../shell/scope.ts";
import { useTitle } from "../../shell/use-title.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/message-card.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { SkeletonRows, Waiting } from "../../ui/skeleton.tsx";
import { ActionBoard } from "./action-board.tsx";
import { type ActionSearch, FILTER_KEYS, filtered } from "./action-facts.ts";
import { ActionFilters } from "./action-filters.tsx";
import { ActionForm } from "./action-form.tsx";
import { ActionTable } from "./action-table.tsx";
import { ActionTimeline } from "./action-timeline.tsx";
import "./actions.css";
import { say } from "../../text/say.ts";

const VIEWS = ["list", "board", "timeline"] as const;
type View = (typeof VIEWS)[number];

/** Every countermeasure of a unit and those below it, late ones first. */
export function ActionsPage() {
  const scope = useScope();
  const input = scope === null ? {} : { unit: scope.unit, ...(scope.asOf === null ? {} : { asOf: scope.asOf }) };
  const list = useQuery(api.actions.list.queryOptions(input, { placeholderData: keepPreviousData }));
  useTitle(list.data?.headline ?? say("shell.actions"));
  if (list.error !== null) {
    return <PageFailure what={say("actions.what")} error={list.error} onRetry={() => void list.refetch()} />;
  }
  if (list.data === undefined) {
    return (
      <Waiting what={say("actions.what")}>
        <SkeletonRows rows={8} />
      </Waiting>
    );
  }
  return (
    <div className={list.isPlaceholderData ? "dimmed" : undefined} aria-busy={list.isPlaceholderData}>
      <Loaded view={list.data} />
    </div>
  );
}

function Loaded({ view }: { view: ActionsView }) {
  const search = useSearch({ from: "/shell/actions" });
  const [isAdding, setAdding] = useState(false);
  const shown = filtered(view.actions, search);
  return (
    <>
      <PageActions>
        {view.mayCreate ? (
          <Button kind="primary" onClick={() => setAdding(true)}>
            {say("actions.add")}
          </Button>
        ) : null}
      </PageActions>
      <div className="page-head">
        <h1>{view.headline}</h1>
        <p className="secondary">
          {say("actions.shown", { unit: view.unit.name, shown: shown.length, all: view.actions.length })}
        </p>
      </div>
      <Bar view={view} search={search} />
      {view.actions.length === 0 ? (
        <EmptyState title={say("actions.none")}>{say("actions.noneText")}</EmptyState>
      ) : (
        <Shown view={view} shown={shown} by={search.show ?? "list"} />
      )}
      {isAdding ? <ActionForm unit={view.unit.code} onClose={() => setAdding(false)} /> : null}
    </>
  );
}

function Bar({ view, search }: { view: ActionsView; search: ActionSearch }) {
  const navigate = useNavigate({ from: "/actions" });
  const change = (part: Partial<ActionSearch>) => void navigate({ search: (before) => ({ ...before, ...part }) });
  return (
    <div className="actions-bar">
      <Segmented
        label={say("actions.view")}
        value={search.show ?? "list"}
        options={VIEWS.map((value) => ({ value, label: say(`actions.view.${value}`) }))}
        onChange={(next) => change({ show: next === "list" ? undefined : next })}
      />
      <ActionFilters actions={view.actions} filter={search} onChange={change} />
    </div>
  );
}

function Shown({ view, shown, by }: { view: ActionsView; shown: ActionsView["actions"]; by: View }) {
  const navigate = useNavigate({ from: "/actions" });
  if (shown.length === 0) {
    const none = Object.fromEntries(FILTER_KEYS.map((key) => [key, undefined]));
    return (
      <EmptyState
        title={say("actions.noneFits")}
        action={
          <Button onClick={() => void navigate({ search: (before) => ({ ...before, ...none, state: "all" }) })}>
            {say("actions.showAll", { count: view.actions.length })}
          </Button>
        }
      />
    );
  }
  if (by === "board") return <ActionBoard actions={shown} />;
  if (by === "timeline") return <ActionTimeline actions={shown} />;
  return <ActionTable unit={view.unit.code} actions={shown} mayEdit={view.mayCreate} />;
}
