import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { KpiView } from "../../../shared/contracts/kpi-view.ts";
import { noForecastText } from "../../../shared/text/forecast-text.ts";
import { monthText } from "../../../shared/text/month-text.ts";
import { api } from "../../api.ts";
import { useLocale, useSession } from "../../shell/session.tsx";
import { TableBox } from "../../ui/table-box.tsx";
import { madeFrom, yearEndFigures, yearRows } from "./forecast-facts.ts";
import { recordOfChance } from "./track-record-facts.ts";
import { WhatIf } from "./what-if.tsx";
import "./forecast.css";
import { say } from "../../text/say.ts";

/** How the year may end, what it would take, what if, and how it was worked out. */
export function KpiForecast({ view }: { view: KpiView }) {
  const locale = useLocale();
  const { yearEnd, forecast } = view;
  if (yearEnd === null) return <p className="forecast">{noForecastText(locale)}</p>;
  return (
    <div className="forecast">
      <p className="forecast-sentence">{yearEnd.sentence}</p>
      <dl className="forecast-figures">
        {yearEndFigures(yearEnd).map(({ label, text }) => (
          <div key={label}>
            <dt className="small muted">{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {forecast?.required ? <p>{forecast.required.sentence}</p> : null}
      {forecast !== null && forecast.expectedLevel !== null ? (
        <WhatIf view={view} expected={forecast.expectedLevel} />
      ) : null}
      <section aria-labelledby="forecast-method" className="forecast-part">
        <h3 id="forecast-method">{say("tabs.howMade")}</h3>
        <p className="secondary">
          {yearEnd.method} {yearEnd.isOver ? null : say("tabs.knows", { results: madeFrom(yearEnd, locale) })}
        </p>
      </section>
      <Record probability={yearEnd.probability} />
      <YearTable view={view} />
    </div>
  );
}

/** How often forecasts that said the same came true. */
function Record({ probability }: { probability: number | null }) {
  const record = useQuery(api.insight.trackRecord.queryOptions({}));
  const said = record.data === undefined ? null : recordOfChance(record.data, probability);
  return (
    <section aria-labelledby="forecast-record" className="forecast-part">
      <h3 id="forecast-record">{say("tabs.howOften")}</h3>
      <p className="secondary">
        {said === null ? null : <>{said} </>}
        <Link to="/track-record">{say("shell.trackRecord")}</Link>
      </p>
    </section>
  );
}

function YearTable({ view }: { view: KpiView }) {
  const locale = useLocale();
  const { fiscalYearStart } = useSession().organisation;
  return (
    <TableBox label={say("tabs.yearMonths", { name: view.name })}>
      <table className="table">
        <caption className="visually-hidden">{say("tabs.yearCaption", { title: view.title })}</caption>
        <thead>
          <tr>
            <th scope="col">{say("words.month")}</th>
            <th scope="col" className="number">
              {say("words.actual")}
            </th>
            <th scope="col" className="number">
              {say("words.forecast")}
            </th>
            <th scope="col" className="number">
              {say("words.range80")}
            </th>
            <th scope="col" className="number">
              {say("words.target")}
            </th>
          </tr>
        </thead>
        <tbody>
          {yearRows(view, { fiscalYearStart, locale }).map((row) => (
            <tr key={row.month}>
              <th scope="row">{monthText(row.month, locale)}</th>
              <td className="number">
                <strong>{row.actual}</strong>
                {row.note === null ? null : <span className="row-note">{row.note}</span>}
              </td>
              <td className="number forecast-value">{row.forecast}</td>
              <td className="number secondary">{row.range}</td>
              <td className="number secondary">{row.target}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
