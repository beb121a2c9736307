import { useQuery } from "@tanstack/react-query";
import type { KpiPoint, KpiView } from "../../../shared/contracts/kpi-view.ts";
import { monthText } from "../../../shared/text/month-text.ts";
import { api } from "../../api.ts";
import { useLocale, useSession } from "../../shell/session.tsx";
import { say } from "../../text/say.ts";
import { formatInstant, formatNumber } from "../../ui/format.ts";
import { StatusMark } from "../../ui/status-mark.tsx";
import { TableBox } from "../../ui/table-box.tsx";
import { correctedMonths } from "./correction-facts.ts";
import { changesText, type Entry, newestEntries } from "./entry-facts.ts";
import { usualRange } from "./kpi-facts.ts";
import { useCorrections } from "./use-corrections.ts";

/** The numbers of the chart as a table, newest first. */
export function KpiTable({ view }: { view: KpiView }) {
  const entries = useEntries(view);
  const corrections = useCorrections(view.kpi);
  const locale = useLocale();
  const corrected = new Map(correctedMonths(corrections, locale).map(({ month, text }) => [month, text]));
  const isRatio = view.input === "ratio";
  return (
    <TableBox label={say("kpi.byMonth", { name: view.name })}>
      <table className="table">
        <caption className="visually-hidden">{view.title}</caption>
        <thead>
          <tr>
            <th scope="col">{say("words.month")}</th>
            <th scope="col" className="number">
              {say("words.actual")}
            </th>
            {isRatio ? (
              <>
                <th scope="col" className="number">
                  {view.numeratorLabel || say("words.numerator")}
                </th>
                <th scope="col" className="number">
                  {view.denominatorLabel || say("words.denominator")}
                </th>
              </>
            ) : null}
            {view.chart === "g" ? (
              <th scope="col" className="number">
                {say("kpi.sinceEvent")}
              </th>
            ) : null}
            <th scope="col" className="number">
              {say("words.target")}
            </th>
            <th scope="col" className="number">
              {say("words.deltaTarget")}
            </th>
            <th scope="col">{say("words.status")}</th>
            <th scope="col" className="number">
              {say("words.usualRange")}
            </th>
            <th scope="col">{say("words.signal")}</th>
            <th scope="col" className="number">
              {say("words.reported")}
            </th>
            {entries.size === 0 ? null : <th scope="col">{say("words.entered")}</th>}
          </tr>
        </thead>
        <tbody>
          {view.points.toReversed().map((point) => (
            <PointRow
              key={point.period}
              point={point}
              view={view}
              isRatio={isRatio}
              entries={entries}
              corrected={corrected.get(point.period)}
            />
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

type PointRowProps = {
  point: KpiPoint;
  view: KpiView;
  isRatio: boolean;
  entries: ReadonlyMap<string, Entry>;
  corrected: string | undefined;
};

function PointRow({ point, view, isRatio, entries, corrected }: PointRowProps) {
  const locale = useLocale();
  const { numerator, denominator } = point.figure;
  const count = (value: number | null) => (value === null ? "" : value.toLocaleString(locale));
  return (
    <tr>
      <th scope="row">{monthText(point.period, locale)}</th>
      <td className="number">
        <strong>{point.shown}</strong>
        {point.restatedFrom === null ? null : (
          <span className="row-note">{say("kpi.was", { value: point.restatedFrom })}</span>
        )}
        {corrected === undefined ? null : <span className="row-note">{corrected}</span>}
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
      <td className="small secondary">{point.excluded ? say("kpi.doesNotCount") : (point.specialCause ?? "")}</td>
      <td className="number secondary">{say("words.reportedOf", point.coverage)}</td>
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
