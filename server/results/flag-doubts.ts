import type { Revision, Writings } from "../../db/store.ts";
import { isPastDue, isPeriod } from "../../shared/domain/calendar.ts";
import { entryDoubts } from "../../shared/domain/entry-checks.ts";
import { isSameContent } from "../../shared/domain/entry-content.ts";
import { addMonths, type Month, monthRange } from "../../shared/domain/month.ts";
import { newestOf } from "../../shared/domain/revision.ts";
import type { Actor } from "../access/actor.ts";
import type { Desk, Seat } from "./desk.ts";
import { contentOf, entryRulesOf } from "./due-cells.ts";
import { historyOf } from "./entry-series.ts";

/** So many months back a figure is compared with its own series. */
const MONTHS_BACK = 36;

const DOUBTS = ["ten_times", "repeat", "outside_usual", "denominator_drop"] as const;
type Rule = (typeof DOUBTS)[number] | "late";

/** The doubts about what stands in a seat that somebody has confirmed. */
export type Confirmed = (seat: Seat) => ReadonlySet<string>;

type Asked = { readonly confirmed?: readonly string[] | undefined };

const NONE: ReadonlySet<string> = new Set();

/** Reads which doubts about the newest revisions were confirmed: only where a step may have to remember it. */
export async function confirmedBefore(
  store: Writings,
  taking: { readonly step: string; readonly asked: readonly Asked[] },
  desk: Desk,
): Promise<Confirmed> {
  const isOfInterest = taking.step === "submit" || taking.asked.some(({ confirmed }) => (confirmed?.length ?? 0) > 0);
  const seats = desk.seats.filter((seat): seat is Seat => !("refused" in seat));
  const newest = seats.flatMap((seat) => newestOf(seat.open.counting, seat.open.pending)?.id ?? []);
  if (!isOfInterest || newest.length === 0) return () => NONE;
  const answered = (await store.results.flagsOf(newest)).filter(({ answer }) => answer !== null);
  const rules = Map.groupBy(answered, ({ revision }) => revision);
  return (seat) => {
    const id = newestOf(seat.open.counting, seat.open.pending)?.id ?? 0;
    return new Set((rules.get(id) ?? []).map(({ rule }) => rule));
  };
}

type OneWritten = { readonly seat: Seat; readonly asked: Asked; readonly revision: Revision | undefined };
type Flagging = {
  readonly desk: Desk;
  readonly actor: Pick<Actor, "today" | "person">;
  readonly confirmed: Confirmed;
  readonly written: readonly OneWritten[];
};
type Told = { readonly seat: Seat; readonly asked: Asked; readonly revision: Revision };

/**
 * Keeps what is doubted of figures: of a draft what its writer has confirmed, of a submission also that it came late or
 * looks like a slip by its own series. One reading for all of a save.
 */
export async function flagDoubts(store: Writings, { desk, actor, confirmed, written }: Flagging): Promise<void> {
  const told = written.flatMap((one): Told[] =>
    one.revision?.kind === "number" && (one.revision.state === "submitted" || one.revision.state === "draft")
      ? [{ ...one, revision: one.revision }]
      : [],
  );
  const found = await doubtsOfSubmitted(store, told, { desk, today: actor.today });
  const by = actor.person?.id ?? null;
  await store.results.flag(
    told.flatMap((one) => {
      const seen = seenIn(one, confirmed);
      const rules = new Set<Rule>([...DOUBTS.filter((rule) => seen.has(rule)), ...(found.get(one) ?? [])]);
      return [...rules].map((rule) => ({
        ...{ revision: one.revision.id, rule },
        ...(seen.has(rule) ? { answer: "confirmed", answeredBy: by } : { answer: null, answeredBy: null }),
      }));
    }),
  );
}

/** What was confirmed of the same content before counts as confirmed still. */
function seenIn({ seat, asked, revision }: Told, confirmed: Confirmed): ReadonlySet<string> {
  const newest = newestOf(seat.open.counting, seat.open.pending);
  const before = isSameContent(contentOf(revision), contentOf(newest)) ? confirmed(seat) : NONE;
  return new Set([...before, ...(asked.confirmed ?? [])]);
}

async function doubtsOfSubmitted(
  store: Writings,
  told: readonly Told[],
  { desk, today }: { readonly desk: Desk; readonly today: Actor["today"] },
): Promise<Map<Told, Rule[]>> {
  const submitted = told.filter(({ revision }) => revision.state === "submitted");
  const periods = submitted.map(({ seat }) => seat.period).sort();
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined) return new Map();
  const open = await store.results.openBetween({
    assignments: [...new Set(submitted.map(({ seat }) => seat.assignment))],
    from: addMonths(first, -MONTHS_BACK),
    to: last,
  });
  const counting = [...open.values()].flatMap((one) => (one.counting === null ? [] : [one.counting]));
  const series = Map.groupBy(counting, ({ assignment }) => assignment);
  return new Map(
    submitted.map((one) => {
      const isLate = isPastDue(one.seat.period, { today, entryDueDay: desk.entryDueDay });
      const doubts = doubtsOf(one, series.get(one.seat.assignment) ?? [], desk.fiscalYearStart);
      return [one, [...(isLate ? (["late"] as const) : []), ...doubts]];
    }),
  );
}

function doubtsOf({ seat, revision }: Told, earlier: readonly Revision[], fiscalYearStart: number): Rule[] {
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
