import type { ByUnitView, FunnelView } from "../../../shared/contracts/by-unit.ts";
import { longMonthText } from "../../../shared/text/month-text.ts";
import { FunnelPlot } from "../../charts/funnel-plot.tsx";
import { useLocale } from "../../shell/session.tsx";
import { formatNumber } from "../../ui/format.ts";
import { TableBox } from "../../ui/table-box.tsx";
import { UnitCharts } from "./unit-charts.tsx";
import "./explain-move.css";

const OUTSIDE = {
  no: "within",
  better: "better than explained",
  worse: "worse than explained",
  other: "apart",
} as const;

/** Who lies beyond what size and usual spread explain; where that can't be told, why, and each unit's own chart. */
export function UnitFunnel({ view }: { view: ByUnitView }) {
  const locale = useLocale();
  if (view.funnel === null) {
    return (
      <>
        <p className="explain-sentence unit-coverage">{view.noFunnel}</p>
        <UnitCharts view={view} />
      </>
    );
  }
  const { funnel } = view;
  const across = view.denominatorLabel === "" ? "Denominator" : view.denominatorLabel;
  return (
    <>
      <p className="explain-sentence unit-coverage">{funnel.sentence}</p>
      <figure className="explain-figure">
        <figcaption className="small secondary">
          {view.name}, {view.unitOfMeasure} · {longMonthText(view.period, locale)} · limits 95 % (thin) and 99.8 %
          (dashed) about {funnel.centreShown}
        </figcaption>
        <FunnelPlot
          funnel={funnel}
          name={funnel.sentence}
          description={`${view.name} by ${across}, ${view.unit.name}`}
          across={across}
          locale={locale}
        />
      </figure>
      <FunnelTable view={view} funnel={funnel} across={across} />
    </>
  );
}

function FunnelTable({ view, funnel, across }: { view: ByUnitView; funnel: FunnelView; across: string }) {
  const locale = useLocale();
  return (
    <TableBox label={`${view.name}, funnel as a table`}>
      <table className="table">
        <caption className="visually-hidden">{view.name}, funnel as a table</caption>
        <thead>
          <tr>
            <th scope="col">Unit</th>
            <th scope="col" className="number">
              {across}
            </th>
            <th scope="col" className="number">
              {view.unitOfMeasure}
            </th>
            <th scope="col" className="number">
              Explained by size and spread
            </th>
            <th scope="col">Reading</th>
          </tr>
        </thead>
        <tbody>
          {funnel.points.map((point) => (
            <tr key={point.unit.code}>
              <th scope="row">{point.unit.name}</th>
              <td className="number secondary">{formatNumber(point.denominator, 0, locale)}</td>
              <td className="number">{point.shown}</td>
              <td className="number secondary">{point.rangeShown}</td>
              <td>{OUTSIDE[point.outside]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
