import "../../ui/card.css";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { kpiTable } from "../../../shared/charts/chart-table.ts";
import type { KpiView } from "../../../shared/contracts/kpi-view.ts";
import { ChartFiles } from "../../charts/chart-files.tsx";
import { useSession } from "../../shell/session.tsx";
import { say } from "../../text/say.ts";
import { Skeleton, Waiting } from "../../ui/skeleton.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { ChartChoice } from "./chart-choice.tsx";
import { chartFile, usePictureWords } from "./chart-words.ts";
import { correctedMonths } from "./correction-facts.ts";
import { changeText, chartDescription, varianceNote } from "./kpi-facts.ts";
import { KpiForecast } from "./kpi-forecast.tsx";
import { KpiTable } from "./kpi-table.tsx";
import { MarkLegend } from "./mark-legend.tsx";
import { useNoteWriting } from "./note-writing.tsx";
import { SeasonChart } from "./season-chart.tsx";
import { useCorrections } from "./use-corrections.ts";

const SpcChart = lazy(async () => ({ default: (await import("../../charts/spc-chart.tsx")).SpcChart }));

const UnitViews = lazy(async () => ({ default: (await import("./unit-views.tsx")).UnitViews }));
const ExplainMove = lazy(async () => ({ default: (await import("./explain-move.tsx")).ExplainMove }));
const TargetWorkshop = lazy(async () => ({ default: (await import("./target-workshop.tsx")).TargetWorkshop }));
const DefinitionVersions = lazy(async () => ({
  default: (await import("./definition-versions.tsx")).DefinitionVersions,
}));

const TABS = ["chart", "table", "units", "explain", "forecast", "target", "definition"] as const;

type Tab = (typeof TABS)[number];

/** The same numbers as a picture, as a table, and by unit; the address says which. */
export function ChartCard({ view }: { view: KpiView }) {
  const { view: shown = "chart" } = useSearch({ from: "/shell/kpis/$kpi" });
  const navigate = useNavigate({ from: "/kpis/$kpi" });
  const choose = (tab: Tab) =>
    void navigate({ search: (before) => ({ ...before, view: tab === "chart" ? undefined : tab }) });
  return (
    <section className="card" aria-label={say("kpi.results")}>
      <Tabs
        label={say("kpi.ways")}
        current={shown}
        tabs={TABS.map((name) => ({ name, label: say(`kpi.tab.${name}`) }))}
        onChange={choose}
        aside={shown === "chart" ? <MarkLegend view={view} /> : null}
      >
        {shown === "chart" ? (
          <>
            <ChartChoice view={view} />
            <ChartFigure view={view} />
            <Suspense fallback={null}>
              <SeasonChart view={view} chart={SpcChart} />
            </Suspense>
          </>
        ) : null}
        {shown === "table" ? <KpiTable view={view} /> : null}
        {shown === "forecast" ? <KpiForecast view={view} /> : null}
        <Suspense fallback={<Skeleton height={420} />}>
          {shown === "units" ? <UnitViews view={view} /> : null}
          {shown === "explain" ? <ExplainMove view={view} /> : null}
          {shown === "target" ? <TargetWorkshop view={view} /> : null}
          {shown === "definition" ? <DefinitionVersions view={view} /> : null}
        </Suspense>
      </Tabs>
    </section>
  );
}

function ChartFigure({ view }: { view: KpiView }) {
  const { fiscalYearStart, locale } = useSession().organisation;
  const writing = useNoteWriting();
  const corrections = useCorrections(view.kpi);
  const words = usePictureWords({ title: view.headline, subtitle: view.title, description: chartDescription(view) });
  return (
    <figure className="chart-figure">
      <Suspense
        fallback={
          <Waiting what={say("kpi.theChart")}>
            <Skeleton height={434} />
          </Waiting>
        }
      >
        <ChartFiles file={chartFile(view)} words={words} table={kpiTable(view)}>
          <SpcChart
            view={view}
            name={view.headline}
            description={words.description}
            unitOfMeasure={view.unitOfMeasure}
            fiscalYearStart={fiscalYearStart}
            locale={locale}
            changeText={changeText(view, locale)}
            varianceName={say("kpi.difference", { title: view.title })}
            varianceNote={varianceNote(view)}
            corrected={correctedMonths(corrections, locale)}
            onPick={writing.mayWrite ? writing.write : undefined}
          />
        </ChartFiles>
      </Suspense>
      <figcaption className="small secondary">
        {view.notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
      </figcaption>
    </figure>
  );
}
