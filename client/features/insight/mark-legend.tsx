import { type MarkKind, markKind, markPath } from "../../../shared/charts/mark-shape.ts";
import type { KpiView } from "../../../shared/contracts/kpi-view.ts";
import { HelpHint } from "./help-hint.tsx";
import "../../charts/charts.css";
import { say } from "../../text/say.ts";

const KINDS: readonly MarkKind[] = ["usual", "worse", "better", "changed", "excluded"];

/** The shapes that occur in the chart, and what each means. */
export function MarkLegend({ view }: { view: KpiView }) {
  const kinds = new Set(
    view.points
      .filter((point) => point.figure.value !== null)
      .map((point) => markKind(point.pointType, point.excluded)),
  );
  const shown = KINDS.filter((kind) => kinds.has(kind));
  return (
    <ul className="mark-legend small secondary" aria-label={say("kpi.marks")}>
      {shown.map((kind) => (
        <li key={kind}>
          <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
            <path className={`mark-${kind}`} d={markPath(kind, { x: 6, y: 6, size: 3.6 })} />
          </svg>
          {say(`kpi.mark.${kind}`)}
        </li>
      ))}
      {view.points.some(({ restatedFrom }) => restatedFrom !== null) ? (
        <li>
          <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
            <circle className="spc-restated" cx="6" cy="6" r="5" />
          </svg>
          {say("kpi.mark.restated")}
        </li>
      ) : null}
      <li>
        {say("words.term.usualRange")} <HelpHint topic="usual-range" word={say("words.term.usualRange")} />
      </li>
      <li>
        {say("words.term.signals")} <HelpHint topic="signals" word={say("words.term.signals")} />
      </li>
    </ul>
  );
}
