import { Link } from "@tanstack/react-router";
import { buttonClass } from "../ui/button.tsx";
import { EmptyState } from "../ui/message-card.tsx";
import { useTitle } from "./use-title.ts";

/** For an address that leads nowhere. */
export function NotFoundPage() {
  useTitle("No such page");
  return (
    <EmptyState
      title="There is no such page"
      action={
        <Link to="/overview" className={buttonClass()}>
          Go to the overview
        </Link>
      }
    >
      The address may be mistyped, or what it led to may have been renamed.
    </EmptyState>
  );
}
