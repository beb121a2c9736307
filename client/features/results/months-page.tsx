import { useNavigate, useSearch } from "@tanstack/react-router";
import { useScope } from "../../shell/scope.ts";
import { useTitle } from "../../shell/use-title.ts";
import { EmptyState } from "../../ui/message-card.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { CompletenessBoard } from "./completeness-board.tsx";
import { DatedChanges } from "./dated-changes.tsx";
import { Deviations } from "./deviations.tsx";
import { MonthApprovals } from "./month-approvals.tsx";
import { MonthStates } from "./month-states.tsx";
import "../../ui/card.css";
import "./months.css";

type View = "states" | "approvals" | "board" | "deviations" | "past";

const TABS = [
  { name: "states", label: "Open and closed" },
  { name: "approvals", label: "Approvals" },
  { name: "board", label: "Completeness" },
  { name: "deviations", label: "Deviations" },
  { name: "past", label: "Changes of the past" },
] as const;

/** Closing the month: its states, and what waits for somebody's word. */
export function MonthsPage() {
  const scope = useScope();
  const { tab: view = "states" } = useSearch({ strict: false }) as { tab?: View };
  const navigate = useNavigate();
  useTitle("Month close");
  if (scope === null) return <EmptyState title="There is no month to close yet" />;
  const show = (next: View) =>
    void navigate({ to: ".", search: (before: object) => ({ ...before, tab: next === "states" ? undefined : next }) });
  return (
    <>
      <div className="page-head">
        <h1>Month close</h1>
      </div>
      <div className="card months">
        <Tabs label="Month close" current={view} tabs={TABS} onChange={show}>
          {view === "states" ? <MonthStates scope={scope} /> : null}
          {view === "approvals" ? <MonthApprovals scope={scope} /> : null}
          {view === "board" ? <CompletenessBoard scope={scope} /> : null}
          {view === "deviations" ? <Deviations scope={scope} /> : null}
          {view === "past" ? <DatedChanges scope={scope} /> : null}
        </Tabs>
      </div>
    </>
  );
}
