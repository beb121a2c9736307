import { type KeyboardEvent, type MouseEvent, useMemo, useState } from "react";
import { nearestIndex, type SpcFrame, type SpcView, spcFrame } from "../../shared/charts/spc-frame.ts";
import { spcLabels } from "../../shared/charts/spc-labels.ts";
import { spcMarks, uprights } from "../../shared/charts/spc-shapes.ts";
import { timeAxis } from "../../shared/charts/time-axis.ts";
import type { Month } from "../../shared/domain/month.ts";
import { longMonthText } from "../../shared/text/month-text.ts";
import { formatTick, monthLetter } from "../ui/format.ts";
import { useWidth } from "../ui/use-width.ts";
import { CorrectedMarks, type CorrectedMonth } from "./corrected-marks.tsx";
import { chartFlags, flagBoxes } from "./flags.ts";
import { PointReadout } from "./point-readout.tsx";
import { SpcPlot } from "./spc-plot.tsx";
import { stepTo } from "./step-to.ts";
import { VarianceTier } from "./variance-tier.tsx";
import "./charts.css";
import "./spc-chart.css";
import { say } from "../text/say.ts";

export type SpcChartProps = {
  view: SpcView;
  /** The message: what the chart says. */
  name: string;
  /** The sentence that tells the picture to those who hear it. */
  description: string;
  unitOfMeasure: string;
  fiscalYearStart: number;
  locale: string;
  /** "Level changed, Feb 2026"; null where none is estimated. */
  changeText: string | null;
  varianceName: string;
  varianceNote: string;
  /** On a chart of another day: months that were corrected since. */
  corrected?: readonly CorrectedMonth[] | undefined;
  /** A click on a month, or Enter on it. */
  onPick?: ((month: Month) => void) | undefined;
};

/** One KPI's course with its usual range, targets and signals, and below it what each month differed from its target. */
export function SpcChart(props: SpcChartProps) {
  const [box, width] = useWidth<HTMLDivElement>();
  return (
    <div className="spc-box" ref={box}>
      {width === 0 ? null : <SizedChart {...props} width={width} />}
    </div>
  );
}

function useSpcLayout({ view, locale, fiscalYearStart, changeText }: SpcChartProps, width: number) {
  return useMemo(() => {
    const frame = spcFrame(view, width);
    const marks = spcMarks(view, frame);
    const lines = uprights(view, frame, changeText);
    const flags = chartFlags(view, frame);
    const labels = spcLabels(view, frame, {
      marks,
      uprights: lines,
      flags: flagBoxes(flags),
      targetText: (target) => say("overview.target", { target }),
    });
    const first = view.points[0]?.period ?? ("2000-01" as Month);
    const axis = timeAxis(frame, {
      first,
      startMonth: fiscalYearStart,
      letterOf: (month) => monthLetter(month, locale),
    });
    return { frame, marks, uprights: lines, flags, labels, axis };
  }, [view, width, locale, fiscalYearStart, changeText]);
}

function SizedChart(props: SpcChartProps & { width: number }) {
  const { view, locale, name, description, unitOfMeasure } = props;
  const [selected, setSelected] = useState<number | null>(null);
  const { flags, ...layout } = useSpcLayout(props, props.width);
  const { frame } = layout;
  const point = selected === null ? undefined : view.points[selected];
  return (
    <div className="spc-plot">
      <SpcPlot
        {...layout}
        view={view}
        name={name}
        description={description}
        selected={selected}
        tickText={(value) => formatTick(value, { decimals: frame.tickDecimals, reach: frame.domain[1], locale })}
      />
      {flags.map(({ key, letter, name: flagName, href, x, y }) => (
        <a key={key} className="chart-flag" href={href} aria-label={flagName} style={{ left: x, top: y }}>
          <span data-picture-mark="disc">{letter}</span>
        </a>
      ))}
      <CorrectedMarks view={view} frame={frame} corrected={props.corrected ?? []} />
      <PointReader
        view={view}
        frame={frame}
        locale={locale}
        selected={selected}
        onSelect={setSelected}
        onPick={props.onPick}
      />
      {selected === null || point === undefined ? null : (
        <PointReadout
          point={point}
          frame={frame}
          index={selected}
          month={longMonthText(point.period, locale)}
          unitOfMeasure={unitOfMeasure}
        />
      )}
      <VarianceTier view={view} frame={frame} name={props.varianceName} note={props.varianceNote} />
    </div>
  );
}

type PointReaderProps = {
  view: SpcView;
  frame: SpcFrame;
  locale: string;
  selected: number | null;
  onSelect: (index: number | null) => void;
  onPick: SpcChartProps["onPick"];
};

/** Lets a pointer and the arrow keys rest on a month; a reader hears it in words. */
function PointReader({ view, frame, locale, selected, onSelect, onPick }: PointReaderProps) {
  const last = view.points.length - 1;
  const current = selected ?? last;
  const point = view.points[current];
  const monthUnder = (event: MouseEvent<HTMLElement>) => {
    const { left } = event.currentTarget.getBoundingClientRect();
    return nearestIndex(frame, event.clientX - left + frame.plot.left, last);
  };
  const pick = (index: number) => {
    const picked = view.points[index];
    if (picked !== undefined) onPick?.(picked.period);
  };
  const step = (event: KeyboardEvent) => {
    if (event.key === "Enter") pick(current);
    const next = event.key === "Escape" ? null : stepTo(event.key, current, last);
    if (next === undefined) return;
    event.preventDefault();
    onSelect(next);
  };
  const { left, right, top, bottom } = frame.plot;
  return (
    <>
      <div
        className="point-reader"
        role="slider"
        tabIndex={0}
        aria-label={say(onPick === undefined ? "ui.chartMonths" : "ui.chartMonthsNote")}
        aria-valuemin={1}
        aria-valuemax={last + 1}
        aria-valuenow={current + 1}
        aria-valuetext={point === undefined ? "" : longMonthText(point.period, locale)}
        style={{ left, top, width: right - left, height: bottom - top }}
        onPointerMove={(event) => onSelect(monthUnder(event))}
        onClick={(event) => pick(monthUnder(event))}
        onPointerLeave={() => onSelect(null)}
        onFocus={() => onSelect(current)}
        onBlur={() => onSelect(null)}
        onKeyDown={step}
      />
      <p className="visually-hidden" aria-live="polite">
        {selected === null ? "" : point?.spoken}
      </p>
    </>
  );
}
