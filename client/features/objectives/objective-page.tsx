import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { ObjectiveView } from "../../../shared/contracts/objectives.ts";
import { api } from "../../api.ts";
import { failureOf } from "../../failure.ts";
import { PageFailure } from "../../shell/page-failure.tsx";
import { useScope } from "../../shell/scope.ts";
import { useTitle } from "../../shell/use-title.ts";
import { Breadcrumbs } from "../../ui/breadcrumbs.tsx";
import { Button } from "../../ui/button.tsx";
import { Skeleton, Waiting } from "../../ui/skeleton.tsx";
import { CarryOnDialog } from "./carry-on-dialog.tsx";
import { CloseDialog } from "./close-dialog.tsx";
import { Agreement } from "./objective-agreement.tsx";
import { nextStep } from "./objective-facts.ts";
import { ChangeObjective } from "./objective-form.tsx";
import { Background, Countermeasures, Lessons, Measures, PlanFields } from "./objective-parts.tsx";
import "../../ui/status-mark.css";
import "./objectives.css";

/** One objective on one page: background, target, plan, causes and countermeasures, follow-up. */
export function ObjectivePage() {
  const { code } = useParams({ from: "/shell/objectives/$code" });
  const scope = useScope();
  const input = { code, ...(scope === null ? {} : { period: scope.period }) };
  const objective = useQuery(api.objectives.get.queryOptions(input));
  useTitle(objective.data?.headline);
  if (objective.error !== null) {
    return <PageFailure what="This objective" error={objective.error} onRetry={() => void objective.refetch()} />;
  }
  if (objective.data === undefined) {
    return (
      <Waiting what="this objective">
        <Skeleton height={560} />
      </Waiting>
    );
  }
  return <Loaded view={objective.data} />;
}

function Loaded({ view }: { view: ObjectiveView }) {
  return (
    <>
      <div className="page-head">
        <Breadcrumbs
          steps={[
            { key: "list", content: <Link to="/objectives">Objectives</Link> },
            { key: "objective", content: view.code },
          ]}
        />
        <h1>{view.statement}</h1>
        <p className="secondary">
          {view.stateWord} · {view.unit.name} · {view.owner === null ? "no owner yet" : view.owner.name}
        </p>
        {view.missing.length === 0 ? null : <p className="tone-watch">{view.missingSentence}</p>}
      </div>
      <Steps view={view} />
      <div className="objective-columns">
        <div className="objective-main">
          <Background view={view} />
          <Measures view={view} />
          <Countermeasures view={view} />
          <Lessons view={view} />
        </div>
        <div className="objective-main">
          <PlanFields view={view} />
          <Agreement view={view} />
        </div>
      </div>
    </>
  );
}

function Steps({ view }: { view: ObjectiveView }) {
  const [open, setOpen] = useState<"change" | "close" | "carry" | null>(null);
  const steps = useSteps();
  const next = nextStep(view);
  return (
    <div className="objective-steps">
      {view.state === "approved" && !view.hasAcknowledged ? (
        <Button onClick={() => steps.acknowledge.mutate({ code: view.code })}>I have read it</Button>
      ) : null}
      {view.mayEdit && view.state !== "closed" ? <Button onClick={() => setOpen("change")}>Change</Button> : null}
      {view.mayEdit && next !== null ? (
        <Button
          kind="primary"
          disabled={steps.move.isPending}
          onClick={() => steps.move.mutate({ code: view.code, version: view.version, to: next.to })}
        >
          {next.label}
        </Button>
      ) : null}
      {view.mayEdit && view.state === "approved" ? (
        <Button onClick={() => setOpen("close")}>Close the year</Button>
      ) : null}
      {view.mayEdit && view.next === null && view.state !== "draft" ? (
        <Button onClick={() => setOpen("carry")}>Carry on to next year</Button>
      ) : null}
      <Button onClick={() => window.print()}>Print on one page</Button>
      {steps.error === null ? null : (
        <p className="field-error" role="alert">
          {failureOf(steps.error).message}
        </p>
      )}
      {open === "change" ? <ChangeObjective view={view} onClose={() => setOpen(null)} /> : null}
      {open === "carry" ? <CarryOnDialog view={view} onClose={() => setOpen(null)} /> : null}
      {open === "close" ? <CloseDialog view={view} onClose={() => setOpen(null)} /> : null}
    </div>
  );
}

function useSteps() {
  const queries = useQueryClient();
  const onSuccess = () => queries.invalidateQueries({ queryKey: api.objectives.pathKey() });
  const move = useMutation(api.objectives.move.mutationOptions({ onSuccess }));
  const acknowledge = useMutation(api.objectives.acknowledge.mutationOptions({ onSuccess }));
  return { move, acknowledge, error: move.error ?? acknowledge.error };
}
