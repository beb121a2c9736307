import { failureOf } from "../failure.ts";
import { ErrorCard } from "../ui/message-card.tsx";

/** Why a page or a part of it could not be had, with the way to ask again. */
export function PageFailure({ what, error, onRetry }: { what: string; error: unknown; onRetry: () => void }) {
  const { code, message, reference } = failureOf(error);
  if (code === "not-allowed" || code === "not-found") {
    return <ErrorCard title={`${what} cannot be shown`} message={message} reference={reference} />;
  }
  return <ErrorCard title={`${what} could not be loaded`} message={message} reference={reference} onRetry={onRetry} />;
}
