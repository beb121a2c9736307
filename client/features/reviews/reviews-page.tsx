import "../../ui/card.css";
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import type { PlanReviewInput, ReviewsView } from "../../../shared/contracts/reviews.ts";
import { longMonthText } from "../../../shared/text/month-text.ts";
import { api } from "../../api.ts";
import { failureOf } from "../../failure.ts";
import { PageActions } from "../../shell/page-actions.tsx";
import { PageFailure } from "../../shell/page-failure.tsx";
import { useScope } from "../../shell/scope.ts";
import { useLocale, useSession } from "../../shell/session.tsx";
import { useTitle } from "../../shell/use-title.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Dialog, DialogButtons } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { formatDate } from "../../ui/format.ts";
import { EmptyState } from "../../ui/message-card.tsx";
import { SkeletonRows, Waiting } from "../../ui/skeleton.tsx";
import { TableBox } from "../../ui/table-box.tsx";
import "../../ui/table.css";
import { DecisionList } from "./decision-list.tsx";
import "./reviews.css";

/** Management reviews: planned and held, how far the year's inputs are covered, and what was decided. */
export function ReviewsPage() {
  const scope = useScope();
  const input = scope === null ? {} : { unit: scope.unit };
  const list = useQuery(api.reviews.list.queryOptions(input, { placeholderData: keepPreviousData }));
  useTitle("Reviews");
  if (list.error !== null) {
    return <PageFailure what="The list of reviews" error={list.error} onRetry={() => void list.refetch()} />;
  }
  if (list.data === undefined) {
    return (
      <Waiting what="the reviews">
        <SkeletonRows rows={8} />
      </Waiting>
    );
  }
  return <Loaded view={list.data} />;
}

function Loaded({ view }: { view: ReviewsView }) {
  const [isPlanning, setPlanning] = useState(false);
  return (
    <>
      <PageActions>
        {view.mayHold ? (
          <Button kind="primary" onClick={() => setPlanning(true)}>
            Plan a review
          </Button>
        ) : null}
      </PageActions>
      <div className="page-head">
        <h1>{view.headline}</h1>
        <p className="secondary">Management reviews of {view.unit.name} and the units below it</p>
      </div>
      <div className="review-page">
        <ReviewTable view={view} />
        <Coverage view={view} />
        <Card title="Decisions">
          <DecisionList decisions={view.decisions} none="Nothing has been decided yet." />
        </Card>
      </div>
      {isPlanning ? <PlanDialog unit={view.unit.code} onClose={() => setPlanning(false)} /> : null}
    </>
  );
}

function ReviewTable({ view }: { view: ReviewsView }) {
  const locale = useLocale();
  if (view.reviews.length === 0) {
    return (
      <EmptyState title="No review has been planned yet">
        A review goes through all inputs of ISO 9001, 9.3.2: earlier actions and exceptions first.
      </EmptyState>
    );
  }
  return (
    <div className="card">
      <TableBox label="Reviews">
        <table className="table review-table">
          <thead>
            <tr>
              <th scope="col">Review</th>
              <th scope="col">Unit</th>
              <th scope="col">Month</th>
              <th scope="col">State</th>
              <th scope="col">Day</th>
              <th scope="col" className="number">
                Inputs
              </th>
              <th scope="col" className="number">
                Decisions
              </th>
            </tr>
          </thead>
          <tbody>
            {view.reviews.map((review) => (
              <tr key={review.code}>
                <th scope="row">
                  <Link to="/reviews/$review" params={{ review: review.code }} className="row-link">
                    {review.title}
                  </Link>
                  <span className="row-note">{review.code}</span>
                </th>
                <td>{review.unit.name}</td>
                <td>{longMonthText(review.period, locale)}</td>
                <td>{review.stateWord}</td>
                <td>{formatDate(review.heldOn ?? review.plannedOn, locale)}</td>
                <td className="number">
                  {review.covered} of {review.inputs}
                </td>
                <td className="number">{review.decisions}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </div>
  );
}

function Coverage({ view }: { view: ReviewsView }) {
  return (
    <Card title="Inputs over the year">
      <ul className="input-coverage">
        {view.coverage.map(({ input, title, reviews }) => (
          <li key={input}>
            <span className={reviews.length > 0 ? "tone-good strong" : "tone-bad strong"}>
              {reviews.length > 0 ? "✓" : "–"}
              <span className="visually-hidden">{reviews.length > 0 ? "Covered: " : "Not covered: "}</span>
            </span>
            <span>
              {title}
              <span className="row-note">{reviews.length === 0 ? "Not covered yet" : reviews.join(", ")}</span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function PlanDialog({ unit, onClose }: { unit: string; onClose: () => void }) {
  const { units, today } = useSession();
  const scope = useScope();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const plan = useMutation(api.reviews.plan.mutationOptions());
  const name = units.find(({ code }) => code === unit)?.name ?? unit;
  const [title, setTitle] = useState(`Management review, ${name}`);
  const [plannedOn, setPlannedOn] = useState<string>(today);
  const [participants, setParticipants] = useState("");
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (scope === null) return;
    const input = {
      title,
      unit,
      period: scope.period,
      plannedOn: plannedOn as PlanReviewInput["plannedOn"],
      participants,
    };
    const planned = await plan.mutateAsync(input).catch(() => null);
    if (planned === null) return;
    await queries.invalidateQueries(api.reviews.pathFilter());
    await navigate({ to: "/reviews/$review", params: { review: planned.code } });
  };
  return (
    <Dialog title="Plan a review" onClose={onClose}>
      <form className="review-form" onSubmit={(event) => void submit(event)}>
        <Field
          label="Title"
          required
          data-autofocus
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Field
          label="Day"
          type="date"
          required
          value={plannedOn}
          onChange={(event) => setPlannedOn(event.currentTarget.value)}
        />
        <Field
          label="Who takes part"
          value={participants}
          onChange={(event) => setParticipants(event.currentTarget.value)}
        />
        {plan.error === null ? null : (
          <p className="field-error" role="alert">
            {failureOf(plan.error).message}
          </p>
        )}
        <DialogButtons>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" disabled={plan.isPending}>
            Plan review
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
