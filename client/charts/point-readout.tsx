import type { SpcFrame } from "../../shared/charts/spc-frame.ts";
import type { KpiPoint } from "../../shared/contracts/kpi-view.ts";

type PointReadoutProps = { point: KpiPoint; frame: SpcFrame; index: number; month: string; unitOfMeasure: string };

/** What is known of one month, beside its point: it flips to the side that has room. */
export function PointReadout({ point, frame, index, month, unitOfMeasure }: PointReadoutProps) {
  const left = frame.x(index);
  const isRight = left > frame.plot.left + (frame.plot.right - frame.plot.left) * 0.6;
  const side = isRight ? { insetInlineEnd: frame.width - left + 12 } : { insetInlineStart: left + 12 };
  return (
    <div className="readout" style={{ ...side, insetBlockStart: frame.plot.top }} aria-hidden="true">
      <p className="small muted">{month}</p>
      <p>
        <strong>{point.shown}</strong> <span className="small">{unitOfMeasure}</span>
      </p>
      <p className="small">
        {point.statusWord}
        {point.target === null ? null : <> · target {point.target.label}</>}
        {point.variance === null ? null : <> · {point.variance.shown}</>}
      </p>
      {point.plotted === undefined || point.plotted === null ? null : (
        <p className="small">{point.plottedShown} since the event before</p>
      )}
      {point.specialCause === null || point.pointType === "common_cause" ? null : (
        <p className="small">{point.specialCause}</p>
      )}
      {point.excluded ? (
        <p className="small">
          Does not count: {point.coverage.reported} of {point.coverage.due} units reported
        </p>
      ) : null}
      {point.restatedFrom === null ? null : <p className="small">Restated, was {point.restatedFrom}</p>}
    </div>
  );
}
