import type { Readings, Store } from "../db/store.ts";
import { type DateText, dayAfter, parseDate } from "../shared/domain/calendar.ts";
import type { Actor } from "./access/actor.ts";
import { dayIn, endOfDay } from "./clock.ts";

/** The moment of a question. */
export interface AsOf {
  /** Milliseconds; null for now. */
  readonly moment: number | null;
  /** The day on which the question is asked: today, or the day after an as-of date's. */
  readonly today: DateText;
}

/** An as-of date means its end in the organisation's zone; an instant means itself. */
export function asOfIn(timeZone: string, { actor, asOf }: { actor: Actor; asOf: string | undefined }): AsOf {
  if (asOf === undefined) return { moment: null, today: actor.today };
  const date = parseDate(asOf);
  if (date !== null) return { moment: endOfDay(timeZone, date), today: dayAfter(date) };
  const moment = Date.parse(asOf);
  return { moment, today: dayIn(timeZone, moment) };
}

/** The records as they stood at the moment of a question, and the day of the question. */
export async function readingsAsOf(actor: Actor, asOf: string | undefined): Promise<{ readings: Readings } & AsOf> {
  const { store } = actor;
  const { moment, today } = asOfIn(await timeZoneOf(store), { actor, asOf });
  return { readings: moment === null ? store : store.at(moment), today, moment };
}

async function timeZoneOf(store: Store): Promise<string> {
  return (await store.organisation.find())?.timeZone ?? "UTC";
}
