import "../../ui/card.css";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { ActionView } from "../../../shared/contracts/actions.ts";
import { api } from "../../api.ts";
import { PageActions } from "../../shell/page-actions.tsx";
import { PageFailure } from "../../shell/page-failure.tsx";
import { useScope } from "../../shell/scope.ts";
import { useSession } from "../../shell/session.tsx";
import { useTitle } from "../../shell/use-title.ts";
import { Breadcrumbs } from "../../ui/breadcrumbs.tsx";
import { Button } from "../../ui/button.tsx";
import { Card, Facts } from "../../ui/card.tsx";
import { formatDate, formatInstant } from "../../ui/format.ts";
import { SkeletonRows, Waiting } from "../../ui/skeleton.tsx";
import { ActionForm } from "./action-form.tsx";
import { EffectCard } from "./effect-card.tsx";
import { EndDialog } from "./end-dialog.tsx";
import { useChangeAction } from "./use-change-action.ts";
import "./actions.css";

/** One countermeasure: what is done, whether it worked, and everything that was said of it. */
export function ActionPage() {
  const { action } = useParams({ from: "/shell/actions/$action" });
  const scope = useScope();
  const asOf = scope?.asOf ?? null;
  const input = { action, ...(asOf === null ? {} : { asOf }) };
  const view = useQuery(api.actions.get.queryOptions(input, { placeholderData: keepPreviousData }));
  useTitle(view.data?.action.title);
  if (view.error !== null) {
    return <PageFailure what="This action" error={view.error} onRetry={() => void view.refetch()} />;
  }
  if (view.data === undefined) {
    return (
      <Waiting what="this action">
        <SkeletonRows rows={8} />
      </Waiting>
    );
  }
  return <Loaded view={view.data} />;
}

function Loaded({ view }: { view: ActionView }) {
  const { action } = view;
  const [isEditing, setEditing] = useState(false);
  return (
    <>
      <PageActions>{action.mayEdit ? <Button onClick={() => setEditing(true)}>Edit</Button> : null}</PageActions>
      <div className="page-head">
        <Breadcrumbs
          steps={[
            { key: "list", content: <Link to="/actions">Actions</Link> },
            { key: "this", content: action.code },
          ]}
        />
        <h1>{action.title}</h1>
        <p className="secondary">
          {[action.kindWord, action.unit.name, action.stateWord, `${action.progress} % done`].join(" · ")}
          {action.dueWord === "" ? null : (
            <span className={action.late ? "tone-bad strong" : ""}> · {action.dueWord}</span>
          )}
        </p>
      </div>
      <Steps view={view} />
      <div className="action-columns">
        <div className="action-main">
          <EffectCard view={view} />
          <StepList view={view} />
        </div>
        <aside className="action-main" aria-label="About this action">
          <About view={view} />
          <History view={view} />
        </aside>
      </div>
      {isEditing ? <ActionForm unit={action.unit.code} known={view} onClose={() => setEditing(false)} /> : null}
    </>
  );
}

const VERBS = {
  planned: "Plan again",
  started: "Start",
  done: "Mark as done",
  effective: "Close as effective",
  not_effective: "Close as not effective",
  dropped: "Drop",
} as const;

/** Where it can go from here: the next step that fits what the data say is the filled one. */
function Steps({ view: { action } }: { view: ActionView }) {
  const { say, problem, isBusy } = useChangeAction();
  const [ending, setEnding] = useState<"effective" | "not_effective" | null>(null);
  if (action.next.length === 0) return null;
  const main = action.check?.verdict ?? action.next[0]?.state;
  return (
    <div className="action-steps-bar">
      {action.next.map(({ state }) => (
        <Button
          key={state}
          kind={state === main ? "primary" : "plain"}
          disabled={isBusy}
          onClick={() => {
            if (state === "effective" || state === "not_effective") setEnding(state);
            else void say({ action: action.code, version: action.version, state });
          }}
        >
          {action.state === "done" && state === "started" ? "Go on with it" : VERBS[state]}
        </Button>
      ))}
      {problem === null ? null : (
        <p className="field-error" role="alert">
          {problem}
        </p>
      )}
      {ending === null ? null : <EndDialog action={action} to={ending} onClose={() => setEnding(null)} />}
    </div>
  );
}

function StepList({ view: { action } }: { view: ActionView }) {
  const { say } = useChangeAction();
  if (action.steps.length === 0) return null;
  const tick = (at: number, done: boolean) => {
    const steps = action.steps.map((step, index) => (index === at ? { ...step, done } : step));
    void say({ action: action.code, version: action.version, steps });
  };
  return (
    <Card title="Steps">
      <ul className="action-step-list">
        {action.steps.map((step, index) => (
          <li key={step.text}>
            <label>
              <input
                type="checkbox"
                checked={step.done}
                disabled={!action.mayEdit}
                onChange={(event) => tick(index, event.currentTarget.checked)}
              />
              {step.text}
            </label>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function About({ view }: { view: ActionView }) {
  const { locale } = useSession().organisation;
  const { action, cause, resources, cost, spent } = view;
  const day = (date: string | null) => (date === null ? "–" : formatDate(date, locale));
  const money = (amount: number | null) => (amount === null ? "–" : amount.toLocaleString(locale));
  const facts = [
    { label: "Owner", text: action.owner?.name ?? "Nobody yet" },
    { label: "Began", text: day(action.startedOn) },
    { label: "Due", text: day(action.dueOn) },
    ...(cause === "" ? [] : [{ label: "Cause", text: cause }]),
    ...(resources === "" ? [] : [{ label: "Resources", text: resources }]),
    ...(cost === null && spent === null ? [] : [{ label: "Cost", text: `${money(spent)} of ${money(cost)} spent` }]),
    ...(action.kpi === null
      ? []
      : [
          {
            label: "KPI",
            text: (
              <Link to="/kpis/$kpi" params={{ kpi: action.kpi.code }} search={{ u: action.unit.code }}>
                {action.kpi.name}
              </Link>
            ),
          },
        ]),
    ...(action.objective === null ? [] : [{ label: "Objective", text: action.objective.name }]),
    ...action.risks.map((risk) => ({ label: risk.code, text: risk.name })),
    ...(action.decision === null ? [] : [{ label: "Decision", text: action.decision }]),
  ];
  return (
    <Card title="Plan">
      <Facts facts={facts} />
    </Card>
  );
}

function History({ view: { history } }: { view: ActionView }) {
  const { locale, timeZone } = useSession().organisation;
  return (
    <Card title="History">
      <ol className="action-history">
        {history.map(({ version, at, by, reason, changes }) => (
          <li key={version}>
            <p className="small muted">
              {formatInstant(at, locale, timeZone)} · {by}
            </p>
            {changes.map((change) => (
              <p key={change} className="small">
                {change}
              </p>
            ))}
            {reason === null ? null : <p className="small secondary">Reason: {reason}</p>}
          </li>
        ))}
      </ol>
    </Card>
  );
}
