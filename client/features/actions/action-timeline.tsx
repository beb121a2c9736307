import { Link } from "@tanstack/react-router";
import type { ActionRow } from "../../../shared/contracts/actions.ts";
import { useSession } from "../../shell/session.tsx";
import { say } from "../../text/say.ts";
import { formatDate } from "../../ui/format.ts";
import { quartersOf, timeline } from "./action-facts.ts";

const percent = (share: number) => `${(share * 100).toFixed(2)}%`;

/** From start to due day, one line an action, with today as an upright. */
export function ActionTimeline({ actions }: { actions: readonly ActionRow[] }) {
  const { today, organisation } = useSession();
  const { locale } = organisation;
  const line = timeline(actions, today);
  const day = (date: string | null, otherwise: string) => (date === null ? otherwise : formatDate(date, locale));
  return (
    <section className="card action-timeline" aria-label={say("actions.view.timeline")}>
      <div className="timeline-axis" aria-hidden="true">
        {quartersOf(line).map((mark) => (
          <span key={mark.day} className="small muted" style={{ insetInlineStart: percent(mark.at) }}>
            {formatDate(mark.day, locale).replace(/^\D*\d+\.?\s/, "")}
          </span>
        ))}
      </div>
      <ul>
        {line.bars.map(({ action, from, to, isOpenEnd }) => (
          <li key={action.code}>
            <p className="timeline-name">
              <Link to="/actions/$action" params={{ action: action.code }} className="row-link">
                {action.title}
              </Link>
              <span className="row-note">
                {day(action.startedOn, say("actions.notBegun"))} – {day(action.dueOn, say("actions.noDayShort"))}
                {action.late ? <span className="tone-bad strong">, {action.dueWord}</span> : ""}
              </span>
            </p>
            <div className="timeline-track" aria-hidden="true">
              <span
                className={`timeline-bar timeline-${action.late ? "late" : action.state}${isOpenEnd ? " timeline-open" : ""}`}
                style={{ insetInlineStart: percent(from), inlineSize: percent(to - from) }}
              />
              <span className="timeline-today" style={{ insetInlineStart: percent(line.today) }} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
