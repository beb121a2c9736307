import type { KpiPoint, KpiView } from "../../../shared/contracts/kpi-view.ts";
import { monthText } from "../../../shared/text/month-text.ts";
import { useLocale } from "../../shell/session.tsx";
import { formatNumber } from "../../ui/format.ts";
import { StatusMark } from "../../ui/status-mark.tsx";
import { TableBox } from "../../ui/table-box.tsx";
import { usualRange } from "./kpi-facts.ts";

/** The numbers of the chart as a table, newest first. */
export function KpiTable({ view }: { view: KpiView }) {
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
          </tr>
        </thead>
        <tbody>
          {view.points.toReversed().map((point) => (
            <PointRow key={point.period} point={point} view={view} isRatio={isRatio} />
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function PointRow({ point, view, isRatio }: { point: KpiPoint; view: KpiView; isRatio: boolean }) {
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
    </tr>
  );
}
