import type { AgendaItem } from "../../../shared/contracts/reviews.ts";

const DAY = 86_400_000;

/** A day so many days on. */
export function inDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
}

/** The place of the item that an address names; the first where it names none. */
export function stepIn(agenda: readonly AgendaItem[], key: string | undefined): number {
  return Math.max(
    0,
    agenda.findIndex((item) => item.key === key),
  );
}

/** What a step is: its place among its kind. */
export function stepWord(item: AgendaItem, agenda: readonly AgendaItem[]): string {
  if (item.kind === "earlier") return "Earlier actions";
  const alike = agenda.filter(({ kind }) => kind === item.kind);
  const place = alike.indexOf(item) + 1;
  return item.kind === "exception" ? `Exception ${place} of ${alike.length}` : `Input ${item.input} of 9.3.2`;
}
