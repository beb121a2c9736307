import { Link } from "@tanstack/react-router";
import { TOPICS, type TopicName } from "../../../shared/text/learn-topics.ts";
import { LearnMiniature } from "./learn-miniature.tsx";
import "./learn.css";
import { say } from "../../text/say.ts";

/** A topic in the panel beside its word. */
export function TopicPanel({ name, onLeave }: { name: TopicName; onLeave: () => void }) {
  const { title, miniature, paragraphs } = TOPICS[name];
  return (
    <div className="topic-panel">
      <div className="topic-panel-head">
        <h2>{title}</h2>
        <button type="button" className="dialog-close" aria-label={say("ui.close")} onClick={onLeave}>
          <span aria-hidden="true">×</span>
        </button>
      </div>
      <LearnMiniature kind={miniature} width={376} />
      {paragraphs.map((paragraph) => (
        <p key={paragraph} className="small">
          {paragraph}
        </p>
      ))}
      <p className="small">
        <Link to="/learn/$topic" params={{ topic: name }} onClick={onLeave}>
          {say("words.readOn")}
        </Link>
      </p>
    </div>
  );
}
