import "../../ui/card.css";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import type { ReviewView } from "../../../shared/contracts/reviews.ts";
import type { ReviewState } from "../../../shared/domain/review-inputs.ts";
import { longMonthText } from "../../../shared/text/month-text.ts";
import { api } from "../../api.ts";
import { failureOf } from "../../failure.ts";
import { PageActions } from "../../shell/page-actions.tsx";
import { PageFailure } from "../../shell/page-failure.tsx";
import { PresentButton } from "../../shell/present-button.tsx";
import { useLocale } from "../../shell/session.tsx";
import { useTitle } from "../../shell/use-title.ts";
import { Breadcrumbs } from "../../ui/breadcrumbs.tsx";
import { Button } from "../../ui/button.tsx";
import { formatDate } from "../../ui/format.ts";
import { Segmented } from "../../ui/segmented.tsx";
import { SkeletonRows, Waiting } from "../../ui/skeleton.tsx";
import { Meeting } from "./meeting.tsx";
import { Minutes } from "./minutes.tsx";
import { MinutesFiles } from "./minutes-files.tsx";
import "./reviews.css";

const VIEWS = [
  { value: "meeting", label: "Meeting" },
  { value: "minutes", label: "Minutes" },
] as const;

/** One management review: the meeting, one step after the other, and its minutes. */
export function ReviewPage() {
  const { review } = useParams({ from: "/shell/reviews/$review" });
  const view = useQuery(api.reviews.get.queryOptions({ review }));
  useTitle(view.data?.review.title);
  if (view.error !== null) {
    return <PageFailure what="This review" error={view.error} onRetry={() => void view.refetch()} />;
  }
  if (view.data === undefined) {
    return (
      <Waiting what="this review">
        <SkeletonRows rows={8} />
      </Waiting>
    );
  }
  return <Loaded view={view.data} />;
}

function Loaded({ view }: { view: ReviewView }) {
  const { review } = view;
  const locale = useLocale();
  const { step, show } = useSearch({ from: "/shell/reviews/$review" });
  const navigate = useNavigate({ from: "/reviews/$review" });
  const shown = show ?? (review.state === "held" ? "minutes" : "meeting");
  const queries = useQueryClient();
  const change = useMutation(api.reviews.change.mutationOptions());
  const refresh = async () => {
    await queries.invalidateQueries(api.reviews.pathFilter());
    await queries.invalidateQueries(api.insight.pathFilter());
    await queries.invalidateQueries(api.actions.pathFilter());
  };
  const move = (state: ReviewState) =>
    void change.mutateAsync({ review: review.code, version: review.version, state }).then(refresh, refresh);
  return (
    <>
      <PageActions>
        {shown === "minutes" ? <MinutesFiles review={review.code} /> : null}
        <PresentButton what={{ u: review.unit.code, p: review.period, from: review.code }} />
        {view.mayHold && review.state === "planned" ? (
          <Button onClick={() => move("running")}>Open the meeting</Button>
        ) : null}
        {view.mayHold && review.state === "running" ? (
          <Button onClick={() => move("held")}>Close the meeting</Button>
        ) : null}
      </PageActions>
      <div className="page-head review-head">
        <Breadcrumbs
          steps={[
            { key: "list", content: <Link to="/reviews">Reviews</Link> },
            { key: "this", content: review.code },
          ]}
        />
        <h1>{review.title}</h1>
        <div className="page-head-line">
          <p className="secondary">
            {[
              review.unit.name,
              longMonthText(review.period, locale),
              `${review.stateWord} ${formatDate(review.heldOn ?? review.plannedOn, locale)}`,
              `${review.covered} of ${review.inputs} inputs covered`,
            ].join(" · ")}
          </p>
          <Segmented
            label="View"
            value={shown}
            options={VIEWS}
            onChange={(next) => void navigate({ search: (before) => ({ ...before, show: next }) })}
          />
        </div>
        {change.error === null ? null : (
          <p className="field-error" role="alert">
            {failureOf(change.error).message}
          </p>
        )}
      </div>
      {shown === "meeting" ? (
        <Meeting
          view={view}
          step={step}
          onStep={(key) => void navigate({ search: (before) => ({ ...before, step: key }) })}
          onChanged={refresh}
        />
      ) : (
        <Minutes view={view} onChanged={refresh} />
      )}
    </>
  );
}
