import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import type { HistoryView } from "../../../shared/contracts/results.ts";
import { monthText } from "../../../shared/text/month-text.ts";
import { api } from "../../api.ts";
import { PageActions } from "../../shell/page-actions.tsx";
import { PageFailure } from "../../shell/page-failure.tsx";
import { useScope } from "../../shell/scope.ts";
import { useSession } from "../../shell/session.tsx";
import { useTitle } from "../../shell/use-title.ts";
import { Breadcrumbs } from "../../ui/breadcrumbs.tsx";
import { buttonClass } from "../../ui/button.tsx";
import { formatInstant } from "../../ui/format.ts";
import { EmptyState } from "../../ui/message-card.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { SkeletonRows, Waiting } from "../../ui/skeleton.tsx";
import { TableBox } from "../../ui/table-box.tsx";
import "../../ui/card.css";
import "./months.css";

type Only = "corrections" | "restatements";
const FILTERS = [
  { value: "all", label: "All" },
  { value: "corrections", label: "Changes" },
  { value: "restatements", label: "Restatements" },
] as const;
const LIMIT = 500;

/** Every value of a KPI: who, when, why, before and after. */
export function KpiHistoryPage() {
  const { kpi } = useParams({ strict: false }) as { kpi: string };
  const { tab: only } = useSearch({ strict: false }) as { tab?: Only };
  const scope = useScope();
  const unit = scope?.unit ?? "";
  const asked = { unit, ...(only === undefined ? {} : { only }) };
  const history = useQuery(
    api.results.history.queryOptions(
      { kpi, below: true, limit: LIMIT, ...asked },
      { placeholderData: keepPreviousData, enabled: scope !== null },
    ),
  );
  useTitle(`History of ${history.data?.name ?? kpi}`);
  if (history.error !== null)
    return <PageFailure what="The history" error={history.error} onRetry={() => void history.refetch()} />;
  if (history.data === undefined) {
    return (
      <Waiting what="the history">
        <SkeletonRows rows={12} />
      </Waiting>
    );
  }
  const query = new URLSearchParams(asked).toString();
  return (
    <>
      <PageActions>
        <a className={buttonClass()} href={`/api/v1/kpis/${kpi}/history.csv?${query}`} download>
          Export CSV
        </a>
      </PageActions>
      <HistoryHead kpi={kpi} view={history.data} only={only} />
      <HistoryTable view={history.data} />
    </>
  );
}

function HistoryHead({ kpi, view, only }: { kpi: string; view: HistoryView; only: Only | undefined }) {
  const { units } = useSession();
  const scope = useScope();
  const navigate = useNavigate();
  const unit = units.find(({ code }) => code === scope?.unit)?.name ?? scope?.unit;
  const show = (next: "all" | Only) =>
    void navigate({ to: ".", search: (before: object) => ({ ...before, tab: next === "all" ? undefined : next }) });
  return (
    <div className="page-head">
      <Breadcrumbs
        steps={[
          {
            key: "kpi",
            content: (
              <Link to="/kpis/$kpi" params={{ kpi }}>
                {view.name}
              </Link>
            ),
          },
          { key: "this", content: "History" },
        ]}
      />
      <h1>History of {view.name}</h1>
      <div className="months-line">
        <p className="secondary">
          {unit} and all below it · {view.total === 1 ? "1 revision" : `${view.total} revisions`}
          {view.total > view.rows.length ? `, the newest ${view.rows.length} shown; the export holds all` : ""}
        </p>
        <Segmented label="What is shown" value={only ?? "all"} options={FILTERS} onChange={show} />
      </div>
    </div>
  );
}

function HistoryTable({ view }: { view: HistoryView }) {
  if (view.rows.length === 0) {
    return <EmptyState title="Nothing of this kind was entered">Choose another unit or show all revisions.</EmptyState>;
  }
  return (
    <div className="card">
      <TableBox label={`History of ${view.name}`}>
        <table className="table month-table">
          <thead>
            <tr>
              <th scope="col">Month</th>
              <th scope="col">Unit</th>
              <th scope="col" className="number">
                Before
              </th>
              <th scope="col" className="number">
                After
              </th>
              <th scope="col">What</th>
              <th scope="col">Why</th>
              <th scope="col">By</th>
            </tr>
          </thead>
          <tbody>
            {view.rows.map((row) => (
              <HistoryLine key={`${row.unit} ${row.period} ${row.revision}`} row={row} />
            ))}
          </tbody>
        </table>
      </TableBox>
    </div>
  );
}

const STATES = { draft: "Draft", submitted: "Submitted", approved: "Approved", rejected: "Rejected" } as const;
const SOURCES = { grid: "grid", import: "import", api: "API" } as const;

function HistoryLine({ row }: { row: HistoryView["rows"][number] }) {
  const { locale, timeZone } = useSession().organisation;
  const said = [row.reason, row.cause, row.comment].filter((text) => text !== null);
  return (
    <tr>
      <th scope="row">{monthText(row.period, locale)}</th>
      <td>{row.unit}</td>
      <td className="number secondary">{row.before}</td>
      <td className="number">
        <strong>{row.after}</strong>
      </td>
      <td>
        {row.restatement ? `Restatement, ${STATES[row.state].toLowerCase()}` : STATES[row.state]}
        <span className="row-note">
          revision {row.revision} · {SOURCES[row.source]}
          {row.counts ? "" : " · does not count"}
        </span>
      </td>
      <td className="small months-words">
        {said.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </td>
      <td className="small secondary">
        {row.by ?? "Command line"}
        {row.onBehalfOf === null ? null : <span className="row-note">for {row.onBehalfOf}</span>}
        <span className="row-note">{formatInstant(row.at, locale, timeZone)}</span>
      </td>
    </tr>
  );
}
