import type { ReactNode } from "react";
import "./breadcrumbs.css";
import { say } from "../text/say.ts";

type Step = { key: string; content: ReactNode };

/** The way to this page; the last step is the page itself. */
export function Breadcrumbs({ steps, label = say("ui.where") }: { steps: readonly Step[]; label?: string }) {
  const last = steps.at(-1);
  return (
    <nav aria-label={label}>
      <ol className="breadcrumbs">
        {steps.map((step) => (
          <li key={step.key} aria-current={step === last ? "page" : undefined}>
            {step.content}
          </li>
        ))}
      </ol>
    </nav>
  );
}
