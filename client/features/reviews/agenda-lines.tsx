import { Link } from "@tanstack/react-router";
import type { AgendaLine } from "../../../shared/contracts/reviews.ts";

/** What the records say of an input, each line leading to its record. */
export function AgendaLines({ lines }: { lines: readonly AgendaLine[] }) {
  if (lines.length === 0) return null;
  return (
    <ul className="agenda-lines">
      {lines.map((line) => (
        <li key={line.text}>
          <Where line={line} />
          <span className={`small ${line.tone === "plain" ? "secondary" : `tone-${line.tone}`}`}>{line.detail}</span>
        </li>
      ))}
    </ul>
  );
}

function Where({ line }: { line: AgendaLine }) {
  if (line.action !== null) {
    return (
      <Link to="/actions/$action" params={{ action: line.action }}>
        {line.text}
      </Link>
    );
  }
  if (line.decision !== null) {
    return (
      <Link to="/decisions/$decision" params={{ decision: line.decision }}>
        {line.text}
      </Link>
    );
  }
  if (line.kpi !== null) {
    return (
      <Link to="/kpis/$kpi" params={{ kpi: line.kpi }}>
        {line.text}
      </Link>
    );
  }
  return <span>{line.text}</span>;
}
