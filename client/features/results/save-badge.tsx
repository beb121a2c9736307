import { say } from "../../text/say.ts";
import { formatClock } from "../../ui/format.ts";
import type { SheetState } from "./entry-sheet.ts";
import { needsYou } from "./row-look.ts";

type SaveBadgeProps = { state: SheetState; locale: string; timeZone: string };

/** Whether everything is with the server: said once, politely. */
export function SaveBadge({ state, locale, timeZone }: SaveBadgeProps) {
  const { tone, text } = badgeOf(state, locale, timeZone);
  return (
    <span className="save-badge" role="status" data-tone={tone}>
      {text === "" ? null : <span className="save-dot" aria-hidden="true" />}
      {text}
    </span>
  );
}

function badgeOf({ lines, saving }: SheetState, locale: string, timeZone: string): { tone: string; text: string } {
  if (saving.kind === "failed")
    return { tone: "bad", text: say("entry.notSaved", { message: saving.failure.message }) };
  if (saving.kind === "saving") return { tone: "plain", text: say("entry.saving") };
  const waiting = lines.filter(needsYou).length;
  if (waiting > 0) return { tone: "watch", text: say("entry.needsYou", { count: waiting }) };
  if (saving.savedAt === null) return { tone: "plain", text: "" };
  return { tone: "good", text: say("entry.allSaved", { time: formatClock(saving.savedAt, locale, timeZone) }) };
}
