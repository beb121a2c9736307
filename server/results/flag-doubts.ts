import type { Writings } from "../../db/store.ts";
import { type DateText, isPastDue } from "../../shared/domain/calendar.ts";
import { ratioValue } from "../../shared/domain/imports/ratio-agreement.ts";
import { addMonths, type Month } from "../../shared/domain/month.ts";
import { doubtsOf, type SeriesFigure } from "../../shared/domain/quality-doubts.ts";
import type { Desk, Revision, Seat } from "./desk.ts";

/** So many months back a figure is compared with its own series. */
const MONTHS_BACK = 24;

type Flagging = {
  readonly desk: Desk;
  readonly today: DateText;
  readonly written: readonly { readonly seat: Seat; readonly revision: Revision | undefined }[];
};

/** Marks submitted figures that look like slips, by their own series. One reading for all of a save. */
export async function flagDoubts(store: Writings, { desk, today, written }: Flagging): Promise<void> {
  const submitted = written.flatMap(({ seat, revision }) =>
    revision?.state === "submitted" && revision.kind === "number" ? [{ seat, revision }] : [],
  );
  const periods = submitted.map(({ seat }) => seat.period).sort();
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined) return;
  const open = await store.results.openBetween({
    assignments: [...new Set(submitted.map(({ seat }) => seat.assignment))],
    from: addMonths(first, -MONTHS_BACK),
    to: last,
  });
  const counting = Map.groupBy(
    [...open.values()].flatMap((one) => (one.counting === null ? [] : [one.counting])),
    ({ assignment }) => assignment,
  );
  const due = (month: Month) => isPastDue(month, { today, entryDueDay: desk.entryDueDay });
  const flags = submitted.flatMap(({ seat, revision }) => {
    const earlier = (counting.get(seat.assignment) ?? [])
      .filter(({ period }) => period < seat.period && period >= addMonths(seat.period, -MONTHS_BACK))
      .sort((a, b) => (a.period < b.period ? -1 : 1));
    const figure = figureOf(revision, seat);
    if (figure === null) return [];
    const before = earlier.map((one) => figureOf(one, seat)).filter((one) => one !== null);
    return doubtsOf(figure, before, due(seat.period)).map((rule) => ({
      revision: revision.id,
      rule,
      answer: null,
      answeredBy: null,
    }));
  });
  await store.results.flag(flags);
}

function figureOf({ value, numerator, denominator }: Revision, { definition }: Seat): SeriesFigure | null {
  if (value !== null) return { value, denominator: null };
  if (numerator === null || denominator === null) return null;
  const ratio = ratioValue({ numerator, denominator }, definition);
  return ratio === null ? null : { value: ratio, denominator };
}
