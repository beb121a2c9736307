import type { KpiView } from "../../../shared/contracts/kpi-view.ts";
import { say } from "../../text/say.ts";
import { Card } from "../../ui/card.tsx";

/** From the need to the plan: what this number is for. */
export function KpiThread({ thread }: { thread: KpiView["thread"] }) {
  return (
    <Card title={say("kpi.thread")}>
      <ol className="thread">
        {thread.map((step) => (
          <li key={`${step.kind} ${step.name}`} aria-current={step.current ? "true" : undefined}>
            {step.name}
            <span className="small muted">{step.detail}</span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
