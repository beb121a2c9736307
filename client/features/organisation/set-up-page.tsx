import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, Navigate, useNavigate, useSearch } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import type { SetUpProgress } from "../../../shared/contracts/organisation.ts";
import type { ImportKind } from "../../../shared/domain/imports/columns.ts";
import { api } from "../../api.ts";
import { failureOf } from "../../failure.ts";
import { FrontPage } from "../../shell/front-page.tsx";
import { PageFailure } from "../../shell/page-failure.tsx";
import { useTitle } from "../../shell/use-title.ts";
import { Button, buttonClass } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/message-card.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { FoundingForm } from "./founding-form.tsx";
import { alreadyThere, SET_UP_STEPS, type SetUpStep, STEP_WORDS } from "./set-up-steps.ts";
import { tokenInAddress } from "./token.ts";
import "./set-up.css";

/** A card that takes a file of a kind; `aside` says what is there already. */
export type ImportSlot = (kind: ImportKind, aside: string | undefined) => ReactNode;

/** From an empty folder to the first chart in five steps; each can be passed and come back to. */
export function SetUpPage({ importCard }: { importCard: ImportSlot }) {
  useTitle("Set up");
  const [token] = useState(tokenInAddress);
  const session = useQuery(api.organisation.session.queryOptions(undefined, { retry: false }));
  if (session.error !== null) {
    if (failureOf(session.error).code !== "no-organisation") {
      return (
        <FrontPage title="Set up">
          <PageFailure what="This page" error={session.error} onRetry={() => void session.refetch()} />
        </FrontPage>
      );
    }
    return token === "" ? <NoToken /> : <FoundingForm token={token} />;
  }
  if (session.data === undefined) {
    return (
      <FrontPage title="Set up" isWide>
        <Skeleton height={320} />
      </FrontPage>
    );
  }
  if (session.data.person === null) return <Navigate to="/sign-in" search={{ to: "/setup" }} replace />;
  return <Steps name={session.data.organisation.name} may={session.data.person.may} importCard={importCard} />;
}

function NoToken() {
  return (
    <FrontPage title="There is no organisation here yet">
      <p className="secondary">
        Open the link that the server printed when it started: it works once. Start the server again for a new one.
      </p>
    </FrontPage>
  );
}

type StepsProps = { name: string; may: readonly string[]; importCard: ImportSlot };

function Steps({ name, may, importCard }: StepsProps) {
  const { step } = useSearch({ from: "/setup" });
  const progress = useQuery(api.organisation.setUpProgress.queryOptions());
  const navigate = useNavigate();
  if (progress.error !== null) {
    return (
      <FrontPage title="Set up">
        <PageFailure what="The setting up" error={progress.error} onRetry={() => void progress.refetch()} />
      </FrontPage>
    );
  }
  if (step === undefined && progress.data !== undefined) {
    return <Navigate to="/setup" search={{ step: firstOpen(progress.data) }} replace />;
  }
  const shown = step ?? "organisation";
  const next = SET_UP_STEPS[SET_UP_STEPS.indexOf(shown) + 1];
  const { title, text } = STEP_WORDS[shown];
  const isDone = progress.data !== undefined && STEP_WORDS[shown].isDone(progress.data);
  return (
    <FrontPage title={title} isWide>
      <StepList name={name} shown={shown} progress={progress.data} />
      <p className="secondary">{text}</p>
      {progress.data === undefined ? (
        <Skeleton height={180} />
      ) : (
        <StepBody step={shown} may={may} progress={progress.data} importCard={importCard} />
      )}
      <div className="front-foot">
        {next === undefined ? (
          <Link to="/overview" className={buttonClass("primary")}>
            Open the overview
          </Link>
        ) : (
          <Button
            kind={isDone ? "primary" : "plain"}
            onClick={() => void navigate({ to: "/setup", search: { step: next } })}
          >
            {isDone ? "Continue" : "Pass for now"}
          </Button>
        )}
        {next === undefined ? null : (
          <Link to="/overview" className={buttonClass("quiet")}>
            Open the overview
          </Link>
        )}
      </div>
    </FrontPage>
  );
}

function firstOpen(progress: SetUpProgress): SetUpStep {
  return SET_UP_STEPS.find((step) => !STEP_WORDS[step].isDone(progress)) ?? "organisation";
}

type ListProps = { name: string; shown: SetUpStep; progress: SetUpProgress | undefined };

function StepList({ name, shown, progress }: ListProps) {
  return (
    <nav aria-label={`Setting up ${name}`}>
      <ol className="set-up-steps">
        {SET_UP_STEPS.map((step, at) => {
          const isDone = progress !== undefined && STEP_WORDS[step].isDone(progress);
          return (
            <li key={step}>
              <Link to="/setup" search={{ step }} aria-current={step === shown ? "step" : undefined}>
                <span className="muted">{at + 1}</span> {STEP_WORDS[step].label}
                <span className={isDone ? "small tone-good" : "small muted"}>{isDone ? "done" : "open"}</span>
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

type BodyProps = { step: SetUpStep; may: readonly string[]; progress: SetUpProgress; importCard: ImportSlot };

function StepBody({ step, may, progress, importCard }: BodyProps) {
  const needed = step === "people" ? "manage-people" : "edit-units";
  if (!may.includes(needed)) {
    return (
      <EmptyState title="Someone else keeps these" action={<Link to="/settings/people">Go to people and roles</Link>}>
        Units, strategy, KPIs and targets are kept by a quality manager. Give that role to someone, or to yourself.
      </EmptyState>
    );
  }
  return (
    <div className="set-up-cards">
      {step === "organisation" && progress.units === 0 ? <OneUnit /> : null}
      {step === "objectives" ? (
        <div className="front-foot">
          <Link to="/objectives" className={buttonClass()}>
            Go to the objectives
          </Link>
        </div>
      ) : null}
      {STEP_WORDS[step].kinds.map((kind) => (
        <div key={kind}>{importCard(kind, alreadyThere(kind, progress))}</div>
      ))}
    </div>
  );
}

/** For an organisation that is not divided: its one unit bears the organisation's name. */
function OneUnit() {
  const queries = useQueryClient();
  const session = useQuery(api.organisation.session.queryOptions());
  const add = useMutation(api.organisation.addUnit.mutationOptions({ onSuccess: () => queries.invalidateQueries() }));
  const name = session.data?.organisation.name ?? "";
  const unit = { code: "ALL", name, kind: "group", parent: null, from: null } as const;
  return (
    <div className="front-foot">
      <Button disabled={add.isPending || name === ""} onClick={() => add.mutate(unit)}>
        Begin with one unit
      </Button>
      <span className="small muted">It is named {name}; more can follow below it.</span>
      {add.error === null ? null : (
        <p className="field-error" role="alert">
          {failureOf(add.error).message}
        </p>
      )}
    </div>
  );
}
