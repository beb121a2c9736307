import { Link } from "@tanstack/react-router";
import type { DecisionRow } from "../../../shared/contracts/reviews.ts";
import { useLocale } from "../../shell/session.tsx";
import { formatDate } from "../../ui/format.ts";

/** Decisions with who carries them out, what became of it, and where the evidence stands. */
export function DecisionList({ decisions, none }: { decisions: readonly DecisionRow[]; none: string }) {
  const locale = useLocale();
  if (decisions.length === 0) return <p className="secondary">{none}</p>;
  return (
    <ol className="decision-list">
      {decisions.map((decision) => (
        <li key={decision.code} className={decision.supersededBy === null ? undefined : "decision-old"}>
          <p>
            <Link to="/decisions/$decision" params={{ decision: decision.code }} className="strong">
              {decision.code}
            </Link>{" "}
            {decision.text}
          </p>
          <p className="small secondary">
            {[
              decision.kindWord,
              decision.kpi?.name,
              decision.owner?.name ?? "no owner",
              `decided ${formatDate(decision.decidedOn, locale)}`,
              decision.reviewOn === null ? null : `to be looked at again ${formatDate(decision.reviewOn, locale)}`,
              decision.supersededBy === null ? null : `replaced by ${decision.supersededBy}`,
            ]
              .filter(Boolean)
              .join(" · ")}
          </p>
          {decision.actions.map((action) => (
            <p key={action.code} className="small">
              <Link to="/actions/$action" params={{ action: action.code }}>
                {action.code}
              </Link>{" "}
              {action.stateWord}
              {action.dueWord === "" ? "" : ", "}
              <span className={action.late ? "tone-bad strong" : "muted"}>{action.dueWord}</span>
            </p>
          ))}
        </li>
      ))}
    </ol>
  );
}
