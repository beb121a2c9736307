import { Link } from "@tanstack/react-router";
import { say } from "../text/say.ts";
import { buttonClass } from "../ui/button.tsx";
import { EmptyState } from "../ui/message-card.tsx";
import { useTitle } from "./use-title.ts";

/** For an address that leads nowhere. */
export function NotFoundPage() {
  useTitle(say("shell.noPage"));
  return (
    <EmptyState
      title={say("shell.noPageTitle")}
      action={
        <Link to="/overview" className={buttonClass()}>
          {say("shell.toOverview")}
        </Link>
      }
    >
      {say("shell.noPageText")}
    </EmptyState>
  );
}
