import type { ComponentType } from "react";
import type { KpiView } from "../../../shared/contracts/kpi-view.ts";
import type { SpcChartProps } from "../../charts/spc-chart.tsx";
import { useSession } from "../../shell/session.tsx";
import { say } from "../../text/say.ts";
import { HelpHint } from "./help-hint.tsx";
import { varianceNote } from "./kpi-facts.ts";

type SeasonProps = { view: KpiView; chart: ComponentType<SpcChartProps> };

/** Whether a season repeats, in words; where one does, the same months without it as a second, labelled chart. */
export function SeasonChart({ view, chart: Chart }: SeasonProps) {
  const { fiscalYearStart, locale } = useSession().organisation;
  const { season } = view;
  if (season === null) return null;
  const said = (
    <p>
      {season.sentence} <HelpHint topic="season" word={say("words.term.season")} />
    </p>
  );
  if (!season.seasonal) return <div className="chart-figure small secondary">{said}</div>;
  const adjusted = { ...view, points: season.points, segments: season.segments, forecast: null };
  return (
    <figure className="chart-figure season-chart">
      <h3>{say("kpi.seasonHead")}</h3>
      <Chart
        view={{ ...adjusted, chart: "xmr", plans: [], annotations: [], changedIn: null, since: null }}
        name={say("kpi.seasonName", { name: view.name })}
        description={`${season.title}. ${season.sentence}`}
        unitOfMeasure={view.unitOfMeasure}
        fiscalYearStart={fiscalYearStart}
        locale={locale}
        changeText={null}
        varianceName={say("kpi.difference", { title: season.title })}
        varianceNote={varianceNote(view)}
      />
      <figcaption className="small secondary">{said}</figcaption>
    </figure>
  );
}
