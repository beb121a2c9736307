import "../../ui/card.css";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import type { DecisionView } from "../../../shared/contracts/reviews.ts";
import { longMonthText, monthText } from "../../../shared/text/month-text.ts";
import { api } from "../../api.ts";
import { PageFailure } from "../../shell/page-failure.tsx";
import { useSession } from "../../shell/session.tsx";
import { useTitle } from "../../shell/use-title.ts";
import { Breadcrumbs } from "../../ui/breadcrumbs.tsx";
import { Card, Facts } from "../../ui/card.tsx";
import { formatDate, formatInstant } from "../../ui/format.ts";
import { SkeletonRows, Waiting } from "../../ui/skeleton.tsx";
import { TableBox } from "../../ui/table-box.tsx";
import "../../ui/table.css";
import "./reviews.css";

/** A decision with the exact values that were seen, beside the same months as they are known now. */
export function DecisionPage() {
  const { decision } = useParams({ from: "/shell/decisions/$decision" });
  const view = useQuery(api.reviews.decision.queryOptions({ decision }));
  useTitle(view.data?.decision.text);
  if (view.error !== null) {
    return <PageFailure what="This decision" error={view.error} onRetry={() => void view.refetch()} />;
  }
  if (view.data === undefined) {
    return (
      <Waiting what="this decision">
        <SkeletonRows rows={6} />
      </Waiting>
    );
  }
  return <Loaded view={view.data} />;
}

function Loaded({ view }: { view: DecisionView }) {
  const { locale } = useSession().organisation;
  const { decision } = view;
  const facts = [
    { label: "Kind", text: decision.kindWord },
    { label: "Unit", text: decision.unit.name },
    ...(decision.kpi === null ? [] : [{ label: "KPI", text: decision.kpi.name }]),
    { label: "Owner", text: decision.owner?.name ?? "Nobody" },
    { label: "Decided", text: `${formatDate(decision.decidedOn, locale)}, ${decision.age}` },
    ...(decision.reviewOn === null ? [] : [{ label: "Look again", text: formatDate(decision.reviewOn, locale) }]),
    ...(decision.options === "" ? [] : [{ label: "Options", text: decision.options }]),
    ...(decision.rationale === "" ? [] : [{ label: "Why", text: decision.rationale }]),
    ...(decision.supersedes === null ? [] : [{ label: "Replaces", text: decision.supersedes }]),
    ...(decision.supersededBy === null ? [] : [{ label: "Replaced by", text: decision.supersededBy }]),
  ];
  return (
    <>
      <div className="page-head">
        <Breadcrumbs
          steps={[
            { key: "list", content: <Link to="/reviews">Reviews</Link> },
            ...(decision.review === null
              ? []
              : [
                  {
                    key: "review",
                    content: (
                      <Link to="/reviews/$review" params={{ review: decision.review }}>
                        {decision.review}
                      </Link>
                    ),
                  },
                ]),
            { key: "this", content: decision.code },
          ]}
        />
        <h1>{decision.text}</h1>
      </div>
      <div className="review-page">
        <Card title="The decision">
          <Facts facts={facts} />
        </Card>
        <Evidence view={view} />
      </div>
    </>
  );
}

function Evidence({ view: { evidence } }: { view: DecisionView }) {
  const { locale, timeZone } = useSession().organisation;
  if (evidence === null) {
    return (
      <Card title="Evidence">
        <p className="secondary">No evidence was kept with this decision.</p>
      </Card>
    );
  }
  return (
    <Card
      title="What was seen, and what is known now"
      aside={
        <Link to="/snapshots/$id" params={{ id: evidence.id }}>
          Open the frozen view
        </Link>
      }
    >
      <p className={evidence.verified ? "strong" : "strong tone-bad"}>
        {evidence.verified
          ? "Frozen. The hash was computed again just now and matches."
          : "Altered! The content no longer matches its hash. Tell your administrator."}
      </p>
      <p className="secondary">
        As of {formatInstant(evidence.asOf, locale, timeZone)}, {longMonthText(evidence.period, locale)}.{" "}
        {evidence.sentence}
      </p>
      <TableBox label="Seen then and known now">
        <table className="table review-table">
          <thead>
            <tr>
              <th scope="col">KPI</th>
              <th scope="col" className="number">
                Seen then
              </th>
              <th scope="col" className="number">
                Known now
              </th>
              <th scope="col">What was said</th>
              <th scope="col">Restated months</th>
            </tr>
          </thead>
          <tbody>
            {evidence.kpis.map(({ kpi, name, seen, now, restated }) => (
              <tr key={kpi}>
                <th scope="row">{name}</th>
                <td className="number">
                  {seen.shown}
                  <span className="row-note">
                    {seen.target} · {seen.statusWord}
                  </span>
                </td>
                <td className="number">
                  {now?.shown ?? "–"}
                  <span className="row-note">{now === null ? "" : `${now.target} · ${now.statusWord}`}</span>
                </td>
                <td className="secondary">{seen.sentence}</td>
                <td>
                  {restated.length === 0 ? (
                    <span className="muted">None</span>
                  ) : (
                    restated.map((month) => (
                      <span key={month.month} className="restated">
                        {monthText(month.month, locale)}: {month.seen} → {month.now}
                      </span>
                    ))
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
      <p className="small muted hash">SHA-256 {evidence.sha256}</p>
    </Card>
  );
}
