import { useQuery } from "@tanstack/react-query";
import type { KpiPoint, KpiView } from "../../../shared/contracts/kpi-view.ts";
import { monthText } from "../../../shared/text/month-text.ts";
import { api } from "../../api.ts";
import { useLocale, useSession } from "../../shell/session.tsx";
import { formatInstant, formatNumber } from "../../ui/format.ts";
import { StatusMark } from "../../ui/status-mark.tsx";
import { TableBox } from "../../ui/table-box.tsx";
import { changesText, type Entry, newestEntries } from "./entry-facts.ts";
import { usualRange } from "./kpi-facts.ts";

/** The numbers of the chart as a table, newest first. */
export function KpiTable({ view }: { view: KpiView }) {
  const entries = useEntries(view);
  const isRatio = view.input === "ratio";
  return (
    <TableBox label={`${view.name}, month by month`}>
      <table className="table">
        <caption className="visually-hidden">{view.title}</caption>
        <thead>
          <tr>
            <th scope="col">Month</th>
            <th scope="col" className="number">
              Actual
            </th>
            {isRatio ? (
              <>
                <th scope="col" className="number">
                  {view.numeratorLabel || "Numerator"}
                </th>
                <th scope="col" className="number">
                  {view.denominatorLabel || "Denominator"}
                </th>
              </>
            ) : null}
            {view.chart === "g" ? (
              <th scope="col" className="number">
                Since the event before
              </th>
            ) : null}
            <th scope="col" className="number">
              Target
            </th>
            <th scope="col" className="number">
              Δ target
            </th>
            <th scope="col">Status</th>
            <th scope="col" className="number">
              Usual range
            </th>
            <th scope="col">Signal</th>
            <th scope="col" className="number">
              Reported
            </th>
            {entries.size === 0 ? null : <th scope="col">Entered</th>}
          </tr>
        </thead>
        <tbody>
          {view.points.toReversed().map((point) => (
            <PointRow key={point.period} point={point} view={view} isRatio={isRatio} entries={entries} />
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

type PointRowProps = { point: KpiPoint; view: KpiView; isRatio: boolean; entries: ReadonlyMap<string, Entry> };

function PointRow({ point, view, isRatio, entries }: PointRowProps) {
  const locale = useLocale();
  const { numerator, denominator } = point.figure;
  const count = (value: number | null) => (value === null ? "" : value.toLocaleString(locale));
  return (
    <tr>
      <th scope="row">{monthText(point.period, locale)}</th>
      <td className="number">
        <strong>{point.shown}</strong>
        {point.restatedFrom === null ? null : <span className="row-note">was {point.restatedFrom}</span>}
      </td>
      {isRatio ? (
        <>
          <td className="number secondary">{count(numerator)}</td>
          <td className="number secondary">{count(denominator)}</td>
        </>
      ) : null}
      {view.chart === "g" ? <td className="number">{point.plotted === null ? "" : point.plottedShown}</td> : null}
      <td className="number secondary">{point.target?.label}</td>
      <td className="number">{point.variance?.shown}</td>
      <td>
        <StatusMark status={point.status} word={point.statusWord} />
      </td>
      <td className="number secondary">{usualRange(point, (value) => formatNumber(value, view.decimals, locale))}</td>
      <td className="small secondary">{point.excluded ? "does not count" : (point.specialCause ?? "")}</td>
      <td className="number secondary">
        {point.coverage.reported} of {point.coverage.due}
      </td>
      {entries.size === 0 ? null : <EnteredCell entry={entries.get(point.period)} />}
    </tr>
  );
}

/** Who entered the month and when, and how often it was changed since. */
function EnteredCell({ entry }: { entry: Entry | undefined }) {
  const { locale, timeZone } = useSession().organisation;
  if (entry === undefined) return <td />;
  return (
    <td className="small secondary">
      {entry.by ?? entry.source}
      <span className="row-note">
        {formatInstant(entry.at, locale, timeZone)}
        {entry.changes === 0 ? "" : ` · ${changesText(entry)}`}
      </span>
    </td>
  );
}

/** What a unit entered itself; a roll-up was entered by nobody. */
function useEntries(view: KpiView): ReadonlyMap<string, Entry> {
  const history = useQuery(api.results.history.queryOptions({ kpi: view.kpi, unit: view.unit.code, limit: 500 }));
  return newestEntries(history.data?.rows ?? []);
}
