import { Link } from "@tanstack/react-router";
import { unitMonthsTable } from "../../../shared/charts/chart-table.ts";
import type { ByUnitView, UnitSeries } from "../../../shared/contracts/by-unit.ts";
import { monthText } from "../../../shared/text/month-text.ts";
import { ChartFiles } from "../../charts/chart-files.tsx";
import { SparkChart } from "../../charts/spark-chart.tsx";
import { useLocale } from "../../shell/session.tsx";
import { SignalChip } from "../../ui/signal-chip.tsx";
import { chartFile, usePictureWords } from "./chart-words.ts";
import { coverageLine, scaleNote, unitChartLabel } from "./unit-facts.ts";

/** Each unit's own chart with its own usual range, all on one scale. */
export function UnitCharts({ view }: { view: ByUnitView }) {
  const locale = useLocale();
  const domain = [view.scale.low, view.scale.high] as const;
  const [first, last] = [view.months[0], view.months.at(-1)];
  const scale =
    first === undefined || last === undefined
      ? ""
      : `${monthText(first, locale)} – ${monthText(last, locale)} · ${scaleNote(view, locale)}`;
  const words = usePictureWords({
    title: view.name,
    subtitle: `${view.unitOfMeasure} · ${view.unit.name} by unit · ${scale}`,
    description: coverageLine(view),
  });
  return (
    <>
      <p className="small secondary unit-coverage">{scale}</p>
      <ChartFiles file={chartFile(view, "units")} words={words} table={unitMonthsTable(view)}>
        <ul className="unit-charts">
          {view.units.map((each) => (
            <li key={each.unit.code}>
              <UnitChart view={view} each={each} domain={domain} />
            </li>
          ))}
        </ul>
      </ChartFiles>
    </>
  );
}

type UnitChartProps = { view: ByUnitView; each: UnitSeries; domain: readonly [number, number] };

function UnitChart({ view, each, domain }: UnitChartProps) {
  return (
    <>
      <div className="unit-chart-head">
        <Link
          from="/kpis/$kpi"
          to="/kpis/$kpi"
          params={{ kpi: view.kpi }}
          search={(before) => ({
            ...before,
            u: each.unit.code,
            ...(each.hasParts ? {} : { view: undefined, by: undefined, level: undefined }),
          })}
          className="row-link"
        >
          {each.unit.name}
        </Link>
        <strong>{each.shown.at(-1)}</strong>
      </div>
      {each.spark === null ? null : (
        <SparkChart spark={each.spark} label={unitChartLabel(each)} width={220} height={76} domain={domain} />
      )}
      <SignalChip variation={each.variation} icon={each.variationIcon} word={each.variationWord} />
    </>
  );
}
