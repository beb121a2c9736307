import "../../ui/card.css";
import type { KpiView } from "../../../shared/contracts/kpi-view.ts";
import { say } from "../../text/say.ts";
import { StatusMark } from "../../ui/status-mark.tsx";
import { HelpHint } from "./help-hint.tsx";

/** Are we on target, has something changed, will we get there: answered in words before any chart. */
export function Answers({ view: { answers, status } }: { view: KpiView }) {
  const { onTarget, changed, willMeet } = answers;
  return (
    <dl className="card answers">
      <div>
        <dt className="small muted">
          {onTarget.question} <HelpHint topic="status" word={say("words.term.status")} />
        </dt>
        <dd className="answer">
          <StatusMark status={status} word={onTarget.answer} />
        </dd>
        <dd className="small secondary">{onTarget.detail}</dd>
      </div>
      {[
        { ...changed, topic: "variation" as const, word: say("words.term.signal") },
        { ...willMeet, topic: "outlook" as const, word: say("words.term.outlook") },
      ].map((answer) => (
        <div key={answer.question}>
          <dt className="small muted">
            {answer.question} <HelpHint topic={answer.topic} word={answer.word} />
          </dt>
          <dd className={`answer tone-${answer.tone}`}>{answer.answer}</dd>
          <dd className="small secondary">{answer.detail}</dd>
        </div>
      ))}
    </dl>
  );
}
