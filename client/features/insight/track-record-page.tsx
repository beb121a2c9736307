import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import type { TrackRecordView } from "../../../shared/contracts/track-record.ts";
import { api } from "../../api.ts";
import { CalibrationChart } from "../../charts/calibration-chart.tsx";
import { PageFailure } from "../../shell/page-failure.tsx";
import { useLocale } from "../../shell/session.tsx";
import { useTitle } from "../../shell/use-title.ts";
import { Card } from "../../ui/card.tsx";
import { EmptyState } from "../../ui/message-card.tsx";
import { Skeleton, Waiting } from "../../ui/skeleton.tsx";
import { TableBox } from "../../ui/table-box.tsx";
import { madeWhen, scoreTexts } from "./track-record-facts.ts";
import "./track-record.css";

/** How often what was said of years' ends came true: of all KPIs, or of the one in the address. */
export function TrackRecordPage() {
  const { kpi } = useSearch({ from: "/shell/track-record" });
  const input = kpi === undefined ? {} : { kpi };
  const view = useQuery(api.insight.trackRecord.queryOptions(input, { placeholderData: keepPreviousData }));
  useTitle(view.data?.headline);
  if (view.error !== null) {
    return <PageFailure what="The track record" error={view.error} onRetry={() => void view.refetch()} />;
  }
  if (view.data === undefined) {
    return (
      <Waiting what="the track record">
        <Skeleton width={420} height={32} />
        <Skeleton height={380} />
      </Waiting>
    );
  }
  return <TrackRecord view={view.data} />;
}

function TrackRecord({ view }: { view: TrackRecordView }) {
  const { record, kpi } = view;
  return (
    <>
      <div className="page-head">
        <h1>{view.headline}</h1>
        <p className="secondary">
          Track record of year-end forecasts{kpi === null ? "" : `, ${kpi}`} · {madeWhen(view)}
          {kpi === null ? null : (
            <>
              {" · "}
              <Link to="/track-record" search={(before) => ({ ...before, kpi: undefined })}>
                All KPIs
              </Link>
            </>
          )}
        </p>
      </div>
      {record.made === 0 ? (
        <EmptyState title="No forecast is kept yet">
          They are written down each month once it is complete, and scored when their year is over.
        </EmptyState>
      ) : (
        <div className="track-record">
          <Card title="What was said, and what came true">
            <Calibration view={view} />
          </Card>
          {view.kpis.length === 0 ? null : <KpiRecords view={view} />}
        </div>
      )}
    </>
  );
}

function Calibration({ view: { record, sentences } }: { view: TrackRecordView }) {
  return (
    <div className="calibration">
      <figure>
        <CalibrationChart
          deciles={record.deciles}
          name="Share that came true, by the chance that was said"
          description={sentences.join(" ")}
        />
      </figure>
      <div className="calibration-words">
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <ul className="small secondary">
          {record.deciles
            .filter(({ count }) => count > 0)
            .map(({ from, sentence }) => (
              <li key={from}>{sentence}</li>
            ))}
        </ul>
      </div>
    </div>
  );
}

function KpiRecords({ view }: { view: TrackRecordView }) {
  const locale = useLocale();
  return (
    <Card title="By KPI" padded={false}>
      <TableBox label="Track record by KPI">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">KPI</th>
              <th scope="col" className="number">
                Scored
              </th>
              <th scope="col" className="number">
                Brier score
              </th>
              <th scope="col" className="number">
                Base rate’s
              </th>
              <th scope="col" className="number">
                Targets reached
              </th>
              <th scope="col" className="number">
                In the 80 % range
              </th>
            </tr>
          </thead>
          <tbody>
            {view.kpis.map((row) => {
              const texts = scoreTexts(row, locale);
              return (
                <tr key={row.kpi}>
                  <th scope="row">
                    <Link to="/track-record" search={(before) => ({ ...before, kpi: row.kpi })} className="row-link">
                      {row.name}
                    </Link>
                  </th>
                  <td className="number">{texts.scored}</td>
                  <td className="number">{texts.brier}</td>
                  <td className="number secondary">{texts.baseBrier}</td>
                  <td className="number secondary">{texts.baseRate}</td>
                  <td className="number secondary">{texts.inside80}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </TableBox>
    </Card>
  );
}
