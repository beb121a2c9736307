import type { Revision, Writings } from "../../db/store.ts";
import { type DateText, isPastDue, isPeriod } from "../../shared/domain/calendar.ts";
import { entryDoubts } from "../../shared/domain/entry-checks.ts";
import { addMonths, type Month, monthRange } from "../../shared/domain/month.ts";
import type { Desk, Seat } from "./desk.ts";
import { contentOf, entryRulesOf } from "./due-cells.ts";
import { historyOf } from "./entry-series.ts";

/** So many months back a figure is compared with its own series. */
const MONTHS_BACK = 36;

type Flagging = {
  readonly desk: Desk;
  readonly today: DateText;
  readonly written: readonly { readonly seat: Seat; readonly revision: Revision | undefined }[];
};
type Submitted = { readonly seat: Seat; readonly revision: Revision };

/** Marks submitted figures that came late, or look like slips by their own series. One reading for all of a save. */
export async function flagDoubts(store: Writings, { desk, today, written }: Flagging): Promise<void> {
  const submitted = written.flatMap(({ seat, revision }): Submitted[] =>
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
  const counting = [...open.values()].flatMap((one) => (one.counting === null ? [] : [one.counting]));
  const series = Map.groupBy(counting, ({ assignment }) => assignment);
  const flags = submitted.flatMap((one) => {
    const earlier = series.get(one.seat.assignment) ?? [];
    const isLate = isPastDue(one.seat.period, { today, entryDueDay: desk.entryDueDay });
    const rules = [...(isLate ? (["late"] as const) : []), ...doubtsOf(one, earlier, desk.fiscalYearStart)];
    return rules.map((rule) => ({ revision: one.revision.id, rule, answer: null, answeredBy: null }));
  });
  await store.results.flag(flags);
}

function doubtsOf({ seat, revision }: Submitted, earlier: readonly Revision[], fiscalYearStart: number) {
  const { kpi, assignment, definition, definitions, period } = seat;
  const months: Month[] = monthRange(addMonths(period, -MONTHS_BACK), addMonths(period, -1));
  const history = historyOf({
    cell: { kpi: { id: 0, code: kpi }, assignment, definition, definitions },
    periods: months.filter((month) => isPeriod(month, definition.frequency, fiscalYearStart)),
    month: period,
    counting: new Map(earlier.map((one) => [one.period, one])),
    targets: new Map(),
    phases: [],
  });
  return entryDoubts(contentOf(revision), entryRulesOf(definition), history).map(({ code }) => code);
}
