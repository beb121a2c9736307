import { useQuery } from "@tanstack/react-query";
import type { ClauseMatrix } from "../../../shared/contracts/clauses.ts";
import { api } from "../../api.ts";
import { PageActions } from "../../shell/page-actions.tsx";
import { PageFailure } from "../../shell/page-failure.tsx";
import { useAsOf } from "../../shell/scope.ts";
import { useTitle } from "../../shell/use-title.ts";
import { buttonClass } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Head, Rows } from "../../ui/record-table.tsx";
import { Skeleton, Waiting } from "../../ui/skeleton.tsx";
import { StatusShape } from "../../ui/status-shape.tsx";

/** Every requirement of the standard with the records that satisfy it, and what is missing. */
export function ClausesPage() {
  const asOf = useAsOf();
  const matrix = useQuery(api.audit.clauses.queryOptions(asOf === null ? {} : { asOf }));
  useTitle("Clause matrix");
  if (matrix.error !== null) {
    return <PageFailure what="The clause matrix" error={matrix.error} onRetry={() => void matrix.refetch()} />;
  }
  if (matrix.data === undefined) {
    return (
      <Waiting what="the clause matrix">
        <Skeleton height={480} />
      </Waiting>
    );
  }
  return <Matrix view={matrix.data} asOf={asOf} />;
}

function Matrix({ view, asOf }: { view: ClauseMatrix; asOf: string | null }) {
  const file = `/api/v1/evidence.html${asOf === null ? "" : `?asOf=${encodeURIComponent(asOf)}`}`;
  return (
    <div className="record-page">
      <PageActions>
        {view.mayExport ? (
          <a className={buttonClass("primary")} href={file} download>
            Take the auditor’s pack
          </a>
        ) : null}
      </PageActions>
      <div className="page-head">
        <h1>{view.headline}</h1>
        <p className="secondary">
          ISO {view.edition}, by the numbers of its clauses. The titles are short words of ours, not the standard’s
          text.
        </p>
      </div>
      <Card title={`Clauses of ISO ${view.edition}`} padded={false}>
        <Rows label="Clauses and their records" heads={["Clause", "State", "Records", "Missing"]} isReadOnly>
          {view.clauses.map((clause) => (
            <Clause key={clause.number} clause={clause} />
          ))}
        </Rows>
      </Card>
    </div>
  );
}

const SHAPE = { met: "on", partly: "near", missing: "off", elsewhere: "not_due" } as const;

function Clause({ clause }: { clause: ClauseMatrix["clauses"][number] }) {
  const { number, title, state, stateWord, evidence, missing } = clause;
  return (
    <tr id={`clause-${number}`}>
      <Head code={title} text={number} />
      <td>
        <span className={`status status-${SHAPE[state]}`}>
          <StatusShape status={SHAPE[state]} /> {stateWord}
        </span>
      </td>
      <td>
        {evidence.map(({ kind, word, latest, items }) => (
          <p key={kind} className="clause-evidence">
            <strong>{word}</strong>
            {latest === null ? null : <span className="secondary"> · latest {latest}</span>}{" "}
            {items.map(({ code, text, path }) => (
              <a key={`${code} ${text}`} href={path} title={text}>
                {code}
              </a>
            ))}
          </p>
        ))}
      </td>
      <td>{missing || "–"}</td>
    </tr>
  );
}
