import type { EntryRow, EntryView } from "../../shared/contracts/results.ts";
import { dueDate, isPastDue, monthOf } from "../../shared/domain/calendar.ts";
import { entryDoubts } from "../../shared/domain/entry-checks.ts";
import { addMonths, type Month } from "../../shared/domain/month.ts";
import { may } from "../../shared/domain/permissions.ts";
import { entryHeadline, entrySubline, type ReadOnlyReason, readOnlyText } from "../../shared/text/entry-text.ts";
import type { Actor } from "../access/actor.ts";
import { dayIn } from "../clock.ts";
import { remembered } from "../judging/remembered-views.ts";
import type { EntryRecords } from "./due-cells.ts";
import { type EntryFacts, readEntryFacts, readEntryMonth } from "./entry-facts.ts";
import { entryRow } from "./entry-row.ts";
import { whoMay } from "./who-may.ts";

/** The entry page as it stands now, remembered for its reader until the record changes. */
export function entryPage(actor: Actor, asked: { readonly unit: string; readonly month: Month }): Promise<EntryView> {
  return remembered(actor, { view: `entry of ${actor.by}`, asked }, async () =>
    entryView(await actor.store.current(), actor, asked),
  );
}

/** The entry page of a unit and a month. */
export async function entryView(
  records: EntryRecords,
  actor: Actor,
  asked: { readonly unit: string; readonly month: Month },
): Promise<EntryView> {
  const facts = await readEntryFacts(records, actor, await readEntryMonth(records, actor, asked));
  const { unit, month, organisation, state } = facts;
  const rows = facts.rows.map((fact) => entryRow(fact, facts));
  const isEntered = ({ content }: EntryRow) => content.kind !== "missing";
  const entered = rows.filter(isEntered).length;
  const drafts = rows.filter((row) => row.state === "draft").length;
  const reason = await readOnlyReason(records, facts, actor);
  const dueOn = dueDate(month, organisation.entryDueDay);
  return {
    unit: { code: unit.code, name: unit.name, kind: unit.kind },
    month,
    months: [addMonths(month, -3), addMonths(month, -2), addMonths(month, -1)],
    ...{ dueOn, today: actor.today, periodState: state },
    readOnly: reason === null ? null : readOnlyText(reason, month, organisation.locale),
    mayEnter: reason === null,
    mayRestate: state === "locked" && may(actor.holder, "restate", unit.code),
    headline: entryHeadline({
      ...{ entered, drafts, dueOn, total: rows.length, locale: organisation.locale },
      isPastDue: isPastDue(month, { today: actor.today, entryDueDay: organisation.entryDueDay }),
    }),
    subline: entrySubline(
      {
        toEnter: rows.length - entered,
        toCheck: rows.filter(isToCheck).length,
        causes: rows.filter(({ asks, cause }) => asks.cause && (cause ?? "") === "").length,
        drafts,
      },
      organisation.locale,
    ),
    ...{ entered, total: rows.length },
    submitted: rows.length > 0 && entered === rows.length && drafts === 0,
    rows,
  };
}

/** A doubt that nobody has confirmed. */
function isToCheck(row: EntryRow): boolean {
  const doubts = entryDoubts(row.content, row, row);
  return doubts.some(({ code }) => !row.confirmed.includes(code));
}

async function readOnlyReason(
  records: EntryRecords,
  { unit, month, state, stateBy, organisation, names }: EntryFacts,
  actor: Actor,
): Promise<ReadOnlyReason | null> {
  if (state !== "open") {
    const day = stateBy === null ? "" : dayText(stateBy.at, organisation);
    const by = stateBy?.person == null ? null : (names.get(stateBy.person) ?? stateBy.person);
    const action = state === "closed" ? "reopen-month" : "restate";
    return { kind: state, by, on: day, ask: await whoMay(records, actor, { action, unit: unit.code }) };
  }
  if (month > monthOf(actor.today)) return { kind: "future" };
  return may(actor.holder, "enter-results", unit.code) ? null : { kind: "no_right" };
}

function dayText(at: number, { locale, timeZone }: EntryFacts["organisation"]): string {
  const day = new Date(`${dayIn(timeZone, at)}T12:00:00Z`);
  return new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(
    day,
  );
}
