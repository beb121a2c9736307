import type { SpcFrame } from "../../shared/charts/spc-frame.ts";
import type { KpiPoint } from "../../shared/contracts/kpi-view.ts";
import { say } from "../text/say.ts";

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
        {point.target === null ? null : <> · {say("ui.target", { target: point.target.label })}</>}
        {point.variance === null ? null : <> · {point.variance.shown}</>}
      </p>
      {point.plotted === undefined || point.plotted === null ? null : (
        <p className="small">{say("ui.sinceEvent", { value: point.plottedShown ?? "" })}</p>
      )}
      {point.specialCause === null || point.pointType === "common_cause" ? null : (
        <p className="small">{point.specialCause}</p>
      )}
      {point.excluded ? (
        <p className="small">
          {say("ui.doesNotCount", { reported: point.coverage.reported, due: point.coverage.due })}
        </p>
      ) : null}
      {point.restatedFrom === null ? null : (
        <p className="small">{say("ui.restated", { value: point.restatedFrom })}</p>
      )}
    </div>
  );
}
