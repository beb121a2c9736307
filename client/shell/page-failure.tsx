import { failureOf } from "../failure.ts";
import { say } from "../text/say.ts";
import { ErrorCard } from "../ui/message-card.tsx";

/** Why a page or a part of it could not be had, with the way to ask again. */
export function PageFailure({ what, error, onRetry }: { what: string; error: unknown; onRetry: () => void }) {
  const { code, message, reference } = failureOf(error);
  if (code === "not-allowed" || code === "not-found") {
    return <ErrorCard title={say("shell.notShown", { what })} message={message} reference={reference} />;
  }
  return (
    <ErrorCard title={say("shell.notLoaded", { what })} message={message} reference={reference} onRetry={onRetry} />
  );
}
