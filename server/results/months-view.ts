import type { OrganisationRow, Readings } from "../../db/store.ts";
import type { MonthsView } from "../../shared/contracts/month-close.ts";
import { fiscalYearOf, monthOf, monthsOfYear } from "../../shared/domain/calendar.ts";
import { AppError } from "../../shared/domain/failures.ts";
import type { Month } from "../../shared/domain/month.ts";
import { may } from "../../shared/domain/permissions.ts";
import type { PeriodState } from "../../shared/domain/revision.ts";
import { childrenOf, type OrgTree, treeOfMonth } from "../../shared/domain/tree.ts";
import { monthHeadline, periodStateText, type StateCounts } from "../../shared/text/month-close-text.ts";
import type { Actor } from "../access/actor.ts";
import { localeOf } from "../access/asked-language.ts";

type State = Pick<MonthsView["units"][number], "state" | "stateWord" | "by" | "at" | "waiting" | "may">;

/** The states of a unit's months: of the fiscal year with all below it, and of one month unit by unit. */
export async function monthsView(actor: Actor, asked: { unit: string; month: Month }): Promise<MonthsView> {
  const { store, holder } = actor;
  const organisation = await store.organisation.find();
  if (organisation === null) throw new AppError("no-organisation");
  const named = new Map((await store.organisation.units()).map((unit) => [unit.code, unit]));
  const unit = named.get(asked.unit);
  if (unit === undefined || !may(holder, "read", asked.unit)) {
    throw new AppError("not-found", { what: "unit", code: asked.unit });
  }
  const months = monthsShown(asked.month, organisation, actor);
  const edges = await store.organisation.edges();
  const trees = new Map(months.map((month) => [month, treeOfMonth(edges, month)]));
  const sheet = await readSheet(actor, { unit: asked.unit, months, trees });
  const below = (month: Month) => sheet.unitsOf(month);
  const tree = trees.get(asked.month) ?? treeOfMonth(edges, asked.month);
  const depths = depthsBelow(tree, asked.unit);
  const whole = sheet.stateOf(below(asked.month), asked.month);
  const { approval } = organisation;
  return {
    unit: refOf(unit),
    month: asked.month,
    headline: monthHeadline(whole.stateWord, asked.month, { unit: unit.name, locale: localeOf(actor, organisation) }),
    approval,
    months: months.toReversed().map((month) => ({ month, ...sheet.stateOf(below(month), month) })),
    units: below(asked.month).flatMap((code) => {
      const each = named.get(code);
      if (each === undefined) return [];
      return [{ unit: refOf(each), depth: depths.get(code) ?? 0, ...sheet.stateOf([code], asked.month) }];
    }),
  };
}

function refOf({ code, name, kind }: { code: string; name: string; kind: string }) {
  return { code, name, kind };
}

/** The months of the fiscal year that have begun; the asked one always. */
function monthsShown(month: Month, { fiscalYearStart }: OrganisationRow, { today }: Actor): Month[] {
  const year = monthsOfYear(fiscalYearOf(month, fiscalYearStart), fiscalYearStart);
  return year.filter((each) => each <= monthOf(today) || each === month);
}

/** The unit and all below it as they stand on a page, each with how deep it lies. */
function depthsBelow(tree: OrgTree, top: string): Map<string, number> {
  const depths = new Map<string, number>();
  const visit = (code: string, depth: number) => {
    depths.set(code, depth);
    for (const child of childrenOf(tree, code)) visit(child, depth + 1);
  };
  if (tree.parentOf.has(top)) visit(top, 0);
  return depths;
}

type Asked = { readonly unit: string; readonly months: readonly Month[]; readonly trees: ReadonlyMap<Month, OrgTree> };
type Sheet = { unitsOf(month: Month): string[]; stateOf(units: readonly string[], month: Month): State };
type Recorded = Awaited<ReturnType<Readings["organisation"]["periodStates"]>>[number];

async function readSheet({ store, holder }: Actor, { unit, months, trees }: Asked): Promise<Sheet> {
  const below = new Map(
    months.map((month) => {
      const tree = trees.get(month);
      const units = tree === undefined ? [] : [...depthsBelow(tree, unit).keys()];
      return [month, units.filter((code) => may(holder, "read", code))];
    }),
  );
  const [from, to] = [months[0], months.at(-1)];
  const units = [...new Set([...below.values()].flat())];
  if (from === undefined || to === undefined) return { unitsOf: () => [], stateOf: () => NOTHING };
  const recorded = new Map<string, Recorded>();
  for (const one of await store.organisation.periodStates({ units, from, to }))
    recorded.set(`${one.unit} ${one.month}`, one);
  const ids = await store.organisation.unitIds(units);
  const waiting = Map.groupBy(
    await store.results.waiting({ units: [...ids.values()], periods: months }),
    ({ unitCode, period }) => `${unitCode} ${period}`,
  );
  const names = new Map((await store.people.list()).map(({ code, name }) => [code, name]));
  return {
    unitsOf: (month) => below.get(month) ?? [],
    stateOf: (codes, month) => {
      const found = codes.flatMap((code) => recorded.get(`${code} ${month}`) ?? []);
      const newest = found.toSorted((a, b) => b.at - a.at)[0];
      const counts = countsOf(codes.length, found);
      const waits = codes.reduce((sum, code) => sum + (waiting.get(`${code} ${month}`)?.length ?? 0), 0);
      const top = codes[0] ?? unit;
      return {
        ...wordsOf(counts),
        by: newest?.by == null ? null : (names.get(newest.by) ?? newest.by),
        at: newest === undefined ? null : new Date(newest.at).toISOString(),
        waiting: waits,
        may: {
          close: counts.open > 0 && may(holder, "close-month", top),
          reopen: counts.closed > 0 && counts.locked === 0 && may(holder, "reopen-month", top),
          lock: counts.open + counts.closed > 0 && waits === 0 && may(holder, "lock-month", top),
        },
      };
    },
  };
}

const NOTHING: State = {
  ...{ state: "open", stateWord: "Open", by: null, at: null, waiting: 0 },
  may: { close: false, reopen: false, lock: false },
};

function countsOf(units: number, recorded: readonly { readonly state: PeriodState }[]): StateCounts {
  const closed = recorded.filter(({ state }) => state === "closed").length;
  const locked = recorded.filter(({ state }) => state === "locked").length;
  return { open: units - closed - locked, closed, locked };
}

function wordsOf(counts: StateCounts): Pick<State, "state" | "stateWord"> {
  const present = (["open", "closed", "locked"] as const).filter((state) => counts[state] > 0);
  const [only = "open"] = present;
  return { state: present.length > 1 ? "mixed" : only, stateWord: periodStateText(counts) };
}
