import type { Store } from "../../db/store.ts";
import { type DateText, dueDate, isPeriod, isWithin } from "../../shared/domain/calendar.ts";
import { versionOf } from "../../shared/domain/kpi-definition.ts";
import type { Month } from "../../shared/domain/month.ts";
import { isGrantInForce, type Role } from "../../shared/domain/permissions.ts";
import { ancestorsOf } from "../../shared/domain/tree.ts";
import type { Actor } from "../access/actor.ts";

/** Who is asked for results: the first role of these that someone holds at the unit or, nearest first, above it. */
const ASKED_ROLES: readonly Role[] = ["contributor", "approver", "quality-manager"];

type Term = Awaited<ReturnType<Store["kpis"]["termsOf"]>>[number];

/** What a unit owes of a month, of those results that a person is asked for. */
export type Owed = {
  readonly unit: { readonly code: string; readonly name: string };
  readonly month: Month;
  readonly dueOn: DateText;
  readonly cells: readonly { readonly kpi: string; readonly name: string; readonly isDraft: boolean }[];
};

type Asked = { readonly person: string; readonly everyone: readonly Actor[]; readonly months: readonly Month[] };

/** The results of these months that a person still owes, by unit and month; nothing of a month that is closed. */
export async function owedResults(store: Store, { person, everyone, months }: Asked): Promise<Owed[]> {
  const organisation = await store.organisation.find();
  if (organisation === null) return [];
  const { fiscalYearStart, entryDueDay } = organisation;
  const units = new Map((await store.organisation.units()).map((unit) => [unit.id, unit]));
  const kpis = new Map((await store.kpis.list()).map(({ id, code }) => [id, code]));
  const definitions = await store.kpis.definitionsOf(null);
  const isAsked = askedOf(everyone);
  const dueIn = (month: Month, term: Term) => {
    const definition = versionOf(definitions.get(term.kpi) ?? [], month);
    const isDue = isWithin(month, term.from, term.to) && term.notApplicableReason === null;
    if (!isDue || definition === null || definition.input === "derived") return null;
    return isPeriod(month, definition.frequency, fiscalYearStart) ? definition : null;
  };
  const owed: Owed[] = [];
  const terms = Map.groupBy(await store.kpis.termsOf({ kpis: null, units: null }), ({ unit }) => unit);
  for (const [id, own] of terms) {
    const unit = units.get(id);
    const mine = unit === undefined ? [] : own.filter((term) => isAsked(unit.code, term).has(person));
    if (unit === undefined || mine.length === 0) continue;
    const open = await openIn(store, { unit: unit.code, id, months });
    for (const month of open.months) {
      const cells = mine.flatMap((term) => {
        const state = open.states.get(`${term.assignment} ${month}`);
        const definition = state === "in" ? null : dueIn(month, term);
        if (definition === null) return [];
        return [{ kpi: kpis.get(term.kpi) ?? "", name: definition.name, isDraft: state === "draft" }];
      });
      const { code, name } = unit;
      if (cells.length > 0) owed.push({ unit: { code, name }, month, dueOn: dueDate(month, entryDueDay), cells });
    }
  }
  return owed;
}

type Place = { readonly unit: string; readonly id: number; readonly months: readonly Month[] };

/** The months in which the unit takes entries, and how each of its results stands. */
async function openIn(store: Store, { unit, id, months }: Place) {
  const [from, to] = [months[0], months.at(-1)];
  if (from === undefined || to === undefined) return { months: [], states: new Map<string, "in" | "draft">() };
  const said = await store.organisation.periodStates({ units: [unit], from, to });
  const shut = new Set(said.filter(({ state }) => state !== "open").map(({ month }) => month));
  const taking = months.filter((month) => !shut.has(month));
  const states = new Map<string, "in" | "draft">();
  for (const revision of await store.results.openOfUnit({ unit: id, periods: taking })) {
    const key = `${revision.assignment} ${revision.period}`;
    if (revision.kind === "missing") continue;
    if (revision.counts || revision.state === "submitted" || revision.state === "approved") states.set(key, "in");
    else if (!states.has(key)) states.set(key, "draft");
  }
  return { months: taking, states };
}

type Named = { readonly enteredBy: number | null; readonly deputy: number | null };

/** Who is asked for a result: whoever is named for it, with their deputies; else those of the unit or above it. */
function askedOf(everyone: readonly Actor[]): (unit: string, named: Named) => ReadonlySet<string> {
  const byId = new Map(everyone.map((actor) => [actor.person?.id, actor]));
  const holding = new Map<string, Set<string>>();
  for (const { by, holder } of everyone) {
    if (holder.kind !== "person") continue;
    for (const grant of holder.grants) {
      if (!isGrantInForce(grant, holder.today)) continue;
      const key = `${grant.role} ${grant.unit ?? ""}`;
      holding.set(key, (holding.get(key) ?? new Set()).add(by));
    }
  }
  const [first] = everyone;
  const tree = first?.holder.kind === "person" ? first.holder.tree : null;
  return (unit, { enteredBy, deputy }) => {
    const named = byId.get(enteredBy ?? undefined) ?? byId.get(deputy ?? undefined);
    if (named !== undefined) return new Set([named.by, ...deputiesOf(named.by, everyone)]);
    const above = tree === null ? [] : ancestorsOf(tree, unit);
    for (const role of ASKED_ROLES) {
      const place = [unit, ...above, ""].find((code) => holding.has(`${role} ${code}`));
      if (place !== undefined) return holding.get(`${role} ${place}`) ?? new Set();
    }
    return new Set();
  };
}

function deputiesOf(person: string, everyone: readonly Actor[]): string[] {
  return everyone
    .filter(({ holder }) => {
      if (holder.kind !== "person") return false;
      return holder.grants.some((grant) => grant.of === person && isGrantInForce(grant, holder.today));
    })
    .map(({ by }) => by);
}
