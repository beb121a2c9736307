import { memo } from "react";
import { type Size, sparkShape } from "../../shared/charts/spark-shape.ts";
import type { SparkView } from "../../shared/contracts/insight.ts";
import "./charts.css";

type SparkChartProps = Size & { spark: SparkView; label: string };

/** The course of a KPI without axes: usual range as a band, target dotted, signals by shape. */
export const SparkChart = memo(function SparkChart({ spark, label, width, height, domain }: SparkChartProps) {
  const shape = sparkShape(spark, { width, height, domain });
  return (
    <svg
      className="chart spark"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={label}
    >
      {shape.band === null ? null : (
        <rect className="chart-band" x="0" width={width} y={shape.band.y} height={shape.band.height} />
      )}
      <path className="chart-target" d={shape.target} />
      <path className="chart-line" d={shape.line} />
      {shape.runs.map((run) => (
        <path key={run.kind} className={`chart-line run-${run.kind}`} d={run.path} />
      ))}
      {shape.marks.map((mark) => (
        <path key={mark.kind} className={`mark-${mark.kind}`} data-mark={mark.kind} d={mark.path} />
      ))}
    </svg>
  );
});
