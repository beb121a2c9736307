import type { Readings } from "../../db/store.ts";
import type { BoardView } from "../../shared/contracts/completeness.ts";
import {
  dueDate,
  fiscalYearOf,
  isPastDue,
  isPeriod,
  isWithin,
  monthOf,
  monthsOfYear,
} from "../../shared/domain/calendar.ts";
import { AppError } from "../../shared/domain/failures.ts";
import { versionOf } from "../../shared/domain/kpi-definition.ts";
import type { Month } from "../../shared/domain/month.ts";
import { may } from "../../shared/domain/permissions.ts";
import { childrenOf, type OrgTree, treeOfMonth } from "../../shared/domain/tree.ts";
import { boardHeadline, completenessText } from "../../shared/text/completeness-text.ts";
import type { Actor } from "../access/actor.ts";
import { localeOf } from "../access/asked-language.ts";
import { endOfDay } from "../clock.ts";

type Cell = BoardView["units"][number]["cells"][number];

/** Units and months of a fiscal year: what each unit owes itself, has submitted, and whether in time. */
export async function completenessView(actor: Actor, asked: { unit: string; month: Month }): Promise<BoardView> {
  const { store, holder, today } = actor;
  const organisation = await store.organisation.find();
  if (organisation === null) throw new AppError("no-organisation");
  if (!may(holder, "read", asked.unit)) throw new AppError("not-found", { what: "unit", code: asked.unit });
  const { fiscalYearStart, entryDueDay, timeZone } = organisation;
  const year = monthsOfYear(fiscalYearOf(asked.month, fiscalYearStart), fiscalYearStart);
  const months = year.filter((month) => month < monthOf(today));
  const tree = treeOfMonth(await store.organisation.edges(), monthOf(today));
  const places = placesBelow(tree, asked.unit).filter(({ code }) => may(holder, "read", code));
  const units = new Map((await store.organisation.units()).map((unit) => [unit.code, unit]));
  const ids = places.flatMap(({ code }) => units.get(code)?.id ?? []);
  const due = await readDue(store, { units: ids, months, fiscalYearStart });
  const deadlines = months.map((month) => ({ month, until: endOfDay(timeZone, dueDate(month, entryDueDay)) }));
  const reported = new Map(
    (await store.results.punctuality({ units: ids, deadlines })).map((one) => [`${one.unit} ${one.month}`, one]),
  );
  const rows = places.flatMap(({ code, depth }) => {
    const unit = units.get(code);
    if (unit === undefined) return [];
    const cells = months.map((month): Cell => {
      const key = `${unit.id} ${month}`;
      const isOver = isPastDue(month, { today, entryDueDay });
      return cellOf(month, { due: due.get(key) ?? 0, isOver, ...(reported.get(key) ?? { reported: 0, late: 0 }) });
    });
    return [{ unit: { code, name: unit.name, kind: unit.kind }, depth, cells }];
  });
  return {
    headline: boardHeadline(
      rows.flatMap(({ cells }) => cells),
      localeOf(actor, organisation),
    ),
    months,
    units: rows,
  };
}

function cellOf(
  month: Month,
  { due, reported, late, isOver }: { due: number; reported: number; late: number; isOver: boolean },
): Cell {
  const counts = { due, reported: Math.min(due, reported), late: Math.min(due, late) };
  const state = stateOf(counts, isOver);
  return { month, state, ...counts, word: completenessText(state, counts) };
}

function stateOf({ due, reported, late }: Pick<Cell, "due" | "reported" | "late">, isOver: boolean): Cell["state"] {
  if (due === 0) return "none";
  if (reported < due) return isOver ? "missing" : "open";
  return late > 0 ? "late" : "on_time";
}

/** The unit and all below it as they stand on a page. */
function placesBelow(tree: OrgTree, top: string): { code: string; depth: number }[] {
  const places: { code: string; depth: number }[] = [];
  const visit = (code: string, depth: number) => {
    places.push({ code, depth });
    for (const child of childrenOf(tree, code)) visit(child, depth + 1);
  };
  visit(top, 0);
  return places;
}

type DueScope = {
  readonly units: readonly number[];
  readonly months: readonly Month[];
  readonly fiscalYearStart: number;
};

/** How many results each unit owes itself, by unit and month. */
async function readDue(store: Readings, { units, months, fiscalYearStart }: DueScope): Promise<Map<string, number>> {
  const definitions = await store.kpis.definitionsOf(null);
  const due = new Map<string, number>();
  for (const term of await store.kpis.termsOf({ kpis: null, units })) {
    if (term.notApplicableReason !== null) continue;
    for (const month of months) {
      const definition = versionOf(definitions.get(term.kpi) ?? [], month);
      const isDue = definition !== null && definition.input !== "derived" && isWithin(month, term.from, term.to);
      if (!isDue || !isPeriod(month, definition.frequency, fiscalYearStart)) continue;
      const key = `${term.unit} ${month}`;
      due.set(key, (due.get(key) ?? 0) + 1);
    }
  }
  return due;
}
