import { funnelTable } from "../../../shared/charts/chart-table.ts";
import type { ByUnitView, FunnelView } from "../../../shared/contracts/by-unit.ts";
import { longMonthText } from "../../../shared/text/month-text.ts";
import { ChartFiles } from "../../charts/chart-files.tsx";
import { FunnelPlot } from "../../charts/funnel-plot.tsx";
import { useLocale } from "../../shell/session.tsx";
import { formatNumber } from "../../ui/format.ts";
import { TableBox } from "../../ui/table-box.tsx";
import { chartFile, usePictureWords } from "./chart-words.ts";
import { UnitCharts } from "./unit-charts.tsx";
import "./explain-move.css";
import { say } from "../../text/say.ts";

/** Who lies beyond what size and usual spread explain; where that can't be told, why, and each unit's own chart. */
export function UnitFunnel({ view }: { view: ByUnitView }) {
  if (view.funnel !== null) return <Funnel view={view} funnel={view.funnel} />;
  return (
    <>
      <p className="explain-sentence unit-coverage">{view.noFunnel}</p>
      <UnitCharts view={view} />
    </>
  );
}

function Funnel({ view, funnel }: { view: ByUnitView; funnel: FunnelView }) {
  const locale = useLocale();
  const across = view.denominatorLabel === "" ? say("words.denominator") : view.denominatorLabel;
  const words = usePictureWords({
    title: funnel.sentence,
    subtitle: say("tabs.funnelTitle", {
      ...{ name: view.name, unit: view.unitOfMeasure, month: longMonthText(view.period, locale) },
      centre: funnel.centreShown,
    }),
    description: say("tabs.funnelBy", { name: view.name, across, unit: view.unit.name }),
  });
  return (
    <>
      <p className="explain-sentence unit-coverage">{funnel.sentence}</p>
      <figure className="explain-figure">
        <figcaption className="small secondary">{words.subtitle}</figcaption>
        <ChartFiles file={chartFile(view, "funnel")} words={words} table={funnelTable(view, funnel)}>
          <FunnelPlot
            funnel={funnel}
            name={funnel.sentence}
            description={words.description}
            across={across}
            locale={locale}
          />
        </ChartFiles>
      </figure>
      <FunnelTable view={view} funnel={funnel} across={across} />
    </>
  );
}

function FunnelTable({ view, funnel, across }: { view: ByUnitView; funnel: FunnelView; across: string }) {
  const locale = useLocale();
  return (
    <TableBox label={say("tabs.funnelTable", { name: view.name })}>
      <table className="table">
        <caption className="visually-hidden">{say("tabs.funnelTable", { name: view.name })}</caption>
        <thead>
          <tr>
            <th scope="col">{say("words.unit")}</th>
            <th scope="col" className="number">
              {across}
            </th>
            <th scope="col" className="number">
              {view.unitOfMeasure}
            </th>
            <th scope="col" className="number">
              {say("tabs.explained")}
            </th>
            <th scope="col">{say("tabs.reading")}</th>
          </tr>
        </thead>
        <tbody>
          {funnel.points.map((point) => (
            <tr key={point.unit.code}>
              <th scope="row">{point.unit.name}</th>
              <td className="number secondary">{formatNumber(point.denominator, 0, locale)}</td>
              <td className="number">{point.shown}</td>
              <td className="number secondary">{point.rangeShown}</td>
              <td>{say(`tabs.outside.${point.outside}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
