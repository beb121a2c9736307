import { type MarkKind, markKind, markPath } from "../../../shared/charts/mark-shape.ts";
import type { KpiView } from "../../../shared/contracts/kpi-view.ts";
import { HelpHint } from "./help-hint.tsx";
import "../../charts/charts.css";

const WORD: Record<MarkKind, string> = {
  usual: "usual variation",
  worse: "change for worse",
  better: "change for better",
  changed: "change",
  excluded: "does not count",
};

/** The shapes that occur in the chart, and what each means. */
export function MarkLegend({ view }: { view: KpiView }) {
  const kinds = new Set(
    view.points
      .filter((point) => point.figure.value !== null)
      .map((point) => markKind(point.pointType, point.excluded)),
  );
  const shown = (Object.keys(WORD) as MarkKind[]).filter((kind) => kinds.has(kind));
  return (
    <ul className="mark-legend small secondary" aria-label="Marks of the chart">
      {shown.map((kind) => (
        <li key={kind}>
          <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
            <path className={`mark-${kind}`} d={markPath(kind, { x: 6, y: 6, size: 3.6 })} />
          </svg>
          {WORD[kind]}
        </li>
      ))}
      {view.points.some(({ restatedFrom }) => restatedFrom !== null) ? (
        <li>
          <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
            <circle className="spc-restated" cx="6" cy="6" r="5" />
          </svg>
          restated after lock
        </li>
      ) : null}
      <li>
        usual range <HelpHint topic="usual-range" word="usual range" />
      </li>
      <li>
        signals <HelpHint topic="signals" word="signals" />
      </li>
    </ul>
  );
}
