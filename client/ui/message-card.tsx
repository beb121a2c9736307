import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import "./card.css";
import "./message-card.css";
import { say } from "../text/say.ts";

type ErrorCardProps = {
  /** What happened. */
  title: string;
  /** What to do, and what is safe. */
  message: string;
  /** The id that the log knows. */
  reference?: string | undefined;
  onRetry?: (() => void) | undefined;
};

/** A part of the page that could not be had. The rest of the page goes on. */
export function ErrorCard({ title, message, reference, onRetry }: ErrorCardProps) {
  return (
    <div className="card message-card" role="alert">
      <h2>{title}</h2>
      <p>{message}</p>
      <div className="message-card-foot">
        {onRetry === undefined ? null : <Button onClick={onRetry}>{say("ui.retry")}</Button>}
        {reference === undefined ? null : <span className="small muted">{say("ui.reference", { reference })}</span>}
      </div>
    </div>
  );
}

/** Why there is nothing here, and the one next step. */
export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="card message-card">
      <h2>{title}</h2>
      {children === undefined ? null : <p>{children}</p>}
      {action === undefined ? null : <div className="message-card-foot">{action}</div>}
    </div>
  );
}
