import { lazy, Suspense } from "react";
import type { TopicName } from "../../../shared/text/learn-topics.ts";
import { Popover } from "../../ui/popover.tsx";
import "./help-hint.css";
import { say } from "../../text/say.ts";

const TopicPanel = lazy(async () => ({ default: (await import("./topic-panel.tsx")).TopicPanel }));

/** The `?` beside a special word: its topic in a panel. Esc closes it and gives the focus back. */
export function HelpHint({ topic, word }: { topic: TopicName; word: string }) {
  return (
    <Popover face="?" label={say("words.term.meant", { word })} triggerClass="help-hint" width={400}>
      {(close) => (
        <Suspense fallback={<p className="small muted">…</p>}>
          <TopicPanel name={topic} onLeave={close} />
        </Suspense>
      )}
    </Popover>
  );
}
