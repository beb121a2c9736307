import { useMemo } from "react";
import { type SpcView, spcFrame } from "../../shared/charts/spc-frame.ts";
import { spcLabels } from "../../shared/charts/spc-labels.ts";
import { spcMarks, uprights } from "../../shared/charts/spc-shapes.ts";
import { timeAxis } from "../../shared/charts/time-axis.ts";
import type { Month } from "../../shared/domain/month.ts";
import { formatNumber, monthLetter } from "../ui/format.ts";
import { SpcPlot } from "./spc-plot.tsx";
import "./charts.css";
import "./spc-chart.css";
import { say } from "../text/say.ts";

const HEIGHT = 190;

/** The chart of a KPI in small: the same marks, limits and labels, without readout and without tiers below. */
export function MiniChart({ view, width, name }: { view: SpcView; width: number; name: string }) {
  const layout = useMemo(() => {
    const frame = spcFrame(view, width, HEIGHT);
    const marks = spcMarks(view, frame);
    const lines = uprights(view, frame, null);
    const first = view.points[0]?.period ?? ("2000-01" as Month);
    const letterOf = (month: Month) => monthLetter(month, "en-GB");
    return {
      ...{
        frame,
        marks,
        uprights: lines,
        labels: spcLabels(view, frame, {
          marks,
          uprights: lines,
          flags: [],
          targetText: (target) => say("overview.target", { target }),
        }),
      },
      axis: timeAxis(frame, { first, startMonth: 1, letterOf }),
    };
  }, [view, width]);
  return (
    <div className="spc-plot mini-chart">
      <SpcPlot
        {...layout}
        view={view}
        name={name}
        description={view.segments.map(({ label }) => label).join(", then ")}
        selected={null}
        tickText={(value) => formatNumber(value, layout.frame.tickDecimals, "en-GB")}
      />
    </div>
  );
}
