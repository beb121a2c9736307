import type { EntryView } from "../../../shared/contracts/results.ts";
import type { DateText } from "../../../shared/domain/calendar.ts";
import { entryHeadline, entrySubline } from "../../../shared/text/entry-text.ts";
import { type Line, lineOf, openDoubts } from "./sheet-line.ts";

/** How far the month is, by what the server holds of its rows: the page's two sentences. */
export function entryProgress(
  { total, dueOn, today }: Pick<EntryView, "total" | "dueOn" | "today">,
  lines: readonly Line[],
  locale: string,
): { readonly headline: string; readonly subline: string } {
  const rows = lines.map(({ row }) => row);
  const entered = rows.filter(({ content }) => content.kind !== "missing").length;
  const drafts = rows.filter(({ state }) => state === "draft").length;
  return {
    headline: entryHeadline({ entered, drafts, total, locale, dueOn: dueOn as DateText, isPastDue: today > dueOn }),
    subline: entrySubline(
      {
        ...{ toEnter: total - entered, drafts },
        toCheck: rows.filter((row) => openDoubts(lineOf(row, locale)).length > 0).length,
        causes: rows.filter(({ asks, cause }) => asks.cause && (cause ?? "") === "").length,
      },
      locale,
    ),
  };
}
