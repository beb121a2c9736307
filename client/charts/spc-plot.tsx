import { useId } from "react";
import { CartesianGrid, ComposedChart, Line, XAxis, YAxis, ZIndexLayer } from "recharts";
import { drawnValue } from "../../shared/charts/drawn-value.ts";
import type { PlacedLabel } from "../../shared/charts/label-placement.ts";
import type { SpcFrame, SpcView } from "../../shared/charts/spc-frame.ts";
import { forecastShape, phaseShapes, type SpcMark, targetPaths, type Upright } from "../../shared/charts/spc-shapes.ts";
import type { timeAxis } from "../../shared/charts/time-axis.ts";

export type SpcPlotProps = {
  view: SpcView;
  frame: SpcFrame;
  marks: readonly SpcMark[];
  uprights: readonly Upright[];
  labels: readonly PlacedLabel[];
  axis: ReturnType<typeof timeAxis>;
  tickText: (value: number) => string;
  name: string;
  description: string;
  selected: number | null;
};

const ABOVE_THE_LINE = 700;

/** The picture itself: grid and course by the chart library, everything of the notation by its own layers. */
export function SpcPlot(props: SpcPlotProps) {
  const { view, frame, name, description, tickText } = props;
  const rows = view.points.map((point, index) => ({ index, value: drawnValue(point) }));
  return (
    <ComposedChart
      width={frame.width}
      height={frame.height}
      margin={frame.margin}
      data={rows}
      role="img"
      title={name}
      desc={description}
      accessibilityLayer={false}
      className="chart spc"
    >
      <CartesianGrid vertical={false} syncWithTicks />
      <XAxis dataKey="index" type="number" domain={[-0.5, frame.count - 0.5]} hide />
      <YAxis
        domain={frame.domain}
        ticks={frame.ticks}
        width="auto"
        hide={false}
        axisLine={false}
        tickLine={false}
        mirror
        tickMargin={8}
        tick={<YTick text={tickText} frame={frame} />}
        interval={0}
      />
      <ProcessLayer view={view} frame={frame} />
      <UprightLayer uprights={props.uprights} frame={frame} />
      <Line
        dataKey="value"
        type="linear"
        className="spc-course"
        dot={false}
        activeDot={false}
        connectNulls={view.chart === "g"}
        isAnimationActive={false}
        legendType="none"
      />
      <ForecastLayer view={view} frame={frame} />
      <ZIndexLayer zIndex={ABOVE_THE_LINE}>
        <MarkLayer {...props} />
        <AxisLayer axis={props.axis} frame={frame} />
        <LabelLayer labels={props.labels} />
      </ZIndexLayer>
    </ComposedChart>
  );
}

function YTick({
  y,
  payload,
  text,
  frame,
}: {
  y?: number;
  payload?: { value: number };
  text: (value: number) => string;
  frame: SpcFrame;
}) {
  if (y === undefined || payload === undefined) return null;
  return (
    <text className="axis-text" x={frame.plot.left - 8} y={y + 4} textAnchor="end">
      {text(payload.value)}
    </text>
  );
}

function ProcessLayer({ view, frame }: { view: SpcView; frame: SpcFrame }) {
  return (
    <g>
      {phaseShapes(view, frame).map(({ key, band, limits, centre, isTrial }) => (
        <g key={key} className={isTrial ? "phase phase-trial" : "phase"}>
          <path className="chart-band" d={band} />
          <path className="spc-limit" d={limits} />
          <path className="spc-mean" d={centre} />
        </g>
      ))}
      {targetPaths(view, frame).map((path) => (
        <path key={path} className="spc-target" d={path} />
      ))}
    </g>
  );
}

function UprightLayer({ uprights, frame }: { uprights: readonly Upright[]; frame: SpcFrame }) {
  return uprights.map(({ key, x, kind }) => (
    <path
      key={key}
      className={`spc-upright spc-upright-${kind}`}
      d={`M${x} ${frame.plot.top - 16}V${frame.plot.bottom}`}
    />
  ));
}

function ForecastLayer({ view, frame }: { view: SpcView; frame: SpcFrame }) {
  const id = useId();
  const shape = forecastShape(view, frame);
  if (shape === null) return null;
  return (
    <g className="spc-forecast">
      <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path d="M0 0V5" className="hatch" />
      </pattern>
      <path d={shape.zone} fill={`url(#${id})`} data-scenario="fc" />
      <path d={shape.line} className="spc-forecast-line" />
      {shape.points.map(({ x, y }) => (
        <circle key={x} cx={x} cy={y} r="3.2" className="spc-forecast-point" />
      ))}
    </g>
  );
}

function MarkLayer({ marks, selected, frame }: Pick<SpcPlotProps, "marks" | "selected" | "frame">) {
  return (
    <g>
      {selected === null ? null : (
        <path className="spc-cursor" d={`M${frame.x(selected)} ${frame.plot.top}V${frame.plot.bottom}`} />
      )}
      {marks.map(({ index, isRestated, x, y }) =>
        isRestated ? <circle key={index} className="spc-restated" cx={x} cy={y} r="7.500" /> : null,
      )}
      {marks.map(({ index, kind, path }) => (
        <path
          key={index}
          className={`spc-mark mark-${kind}`}
          data-mark={kind}
          data-selected={index === selected}
          d={path}
        />
      ))}
    </g>
  );
}

function AxisLayer({ axis, frame }: Pick<SpcPlotProps, "axis" | "frame">) {
  const row = frame.plot.bottom + 16;
  const yearRow = frame.plot.bottom + 33;
  return (
    <g className="time-axis">
      {axis.years.map(({ key, edge }) =>
        edge === null ? null : <path key={key} className="axis-edge" d={`M${edge} ${frame.plot.bottom}v38`} />,
      )}
      {axis.letters.map(({ key, x, text }) => (
        <text key={key} className="axis-text" x={x} y={row} textAnchor="middle">
          {text}
        </text>
      ))}
      {axis.years.map(({ key, x, text }) => (
        <text key={key} className="axis-text" x={x} y={yearRow}>
          {text}
        </text>
      ))}
    </g>
  );
}

function LabelLayer({ labels }: { labels: readonly PlacedLabel[] }) {
  return (
    <g>
      {labels.map(({ key, text, x, y, anchor, size, tone, isBold }) => (
        <text
          key={key}
          className={`chart-label label-${tone ?? "soft"}`}
          data-label={key}
          x={x}
          y={y}
          textAnchor={anchor}
          fontSize={size}
          fontWeight={isBold ? 600 : undefined}
        >
          {text}
        </text>
      ))}
    </g>
  );
}
