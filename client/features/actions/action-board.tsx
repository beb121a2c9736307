import { Link } from "@tanstack/react-router";
import type { ActionRow } from "../../../shared/contracts/actions.ts";
import { say } from "../../text/say.ts";
import { boardColumns } from "./action-facts.ts";
import { CheckWord } from "./check-word.tsx";

/** Actions by state, as cards in columns. */
export function ActionBoard({ actions }: { actions: readonly ActionRow[] }) {
  return (
    <div className="action-board">
      {boardColumns(actions).map((column) => (
        <section key={column.state} className="action-column" aria-label={column.word}>
          <h2>
            {column.word} <span className="muted">{column.actions.length}</span>
          </h2>
          <ul>
            {column.actions.map((action) => (
              <li key={action.code} className="card action-card">
                <Link to="/actions/$action" params={{ action: action.code }} className="row-link strong">
                  {action.title}
                </Link>
                <p className="small secondary">{[action.kpi?.name, action.unit.name].filter(Boolean).join(" · ")}</p>
                <p className="small">
                  {action.owner?.name ?? say("actions.nobody")}
                  {action.dueWord === "" ? null : (
                    <span className={action.late ? "tone-bad strong" : "muted"}> · {action.dueWord}</span>
                  )}
                </p>
                <p className="small">
                  <CheckWord action={action} />
                </p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
