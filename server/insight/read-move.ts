import type { Against } from "../../shared/contracts/explain-move.ts";
import { monthsOfWindow } from "../../shared/domain/calendar.ts";
import type { MoveQuestion, Periods } from "../../shared/domain/explain-move.ts";
import { addMonths, type Month } from "../../shared/domain/month.ts";
import { may } from "../../shared/domain/permissions.ts";
import type { PeriodCell } from "../../shared/domain/time-rule.ts";
import { childrenOf, type OrgTree, subtreeOf, treeOfMonth } from "../../shared/domain/tree.ts";
import type { Actor } from "../access/actor.ts";
import { judgingAt, type Place } from "../judging/asked-place.ts";
import type { AnalysedKpi } from "./insight.service.ts";

export type Level = "parts" | "reporting";
export type MonthPairs = MoveQuestion["months"];

/** The months that are compared; empty where there is no period before. */
export function monthPairs({ place, series }: AnalysedKpi, against: Against): MonthPairs {
  const after = series.newest.month;
  switch (against) {
    case "previous": {
      const before = series.periods.findLast(({ month }) => month < after)?.month;
      return before === undefined ? [] : [{ before, after }];
    }
    case "year":
      return [{ before: addMonths(after, -12), after }];
    case "ytd":
      return monthsOfWindow("ytd", after, place.settings.fiscalYearStart).map((month) => ({
        before: addMonths(month, -12),
        after: month,
      }));
    default:
      return [{ before: against, after }];
  }
}

export type ReadMove = MoveQuestion & {
  /** Parts that the reader may not see, or that lie outside the tree of today. */
  readonly hidden: number;
  readonly hasParts: ReadonlySet<string>;
};

/** Reads the cells of a whole and of its parts, each month by the tree of that month. */
export async function readMove(
  actor: Actor,
  { place, series }: AnalysedKpi,
  { months, level }: { readonly months: MonthPairs; readonly level: Level },
): Promise<ReadMove> {
  const { readings, unit } = place;
  const edges = await readings.organisation.edges();
  const asked = [...new Set(months.flatMap(({ before, after }) => [before, after]))].sort();
  const partsOf = new Map(asked.map((month) => [month, partsIn(treeOfMonth(edges, month), unit.code, level)]));
  const all = [...new Set([...partsOf.values()].flat())];
  const seen = all.filter((code) => may(actor.holder, "read", code));
  const cells = await readPeriods(place, { kpi: series.kpi.code, units: [unit.code, ...seen], months: asked });
  const parts = new Map<string, Periods>();
  for (const code of seen) {
    const own = [...(cells.get(code) ?? [])].filter(([month]) => partsOf.get(month)?.includes(code) === true);
    parts.set(code, new Map(own));
  }
  return {
    months,
    whole: cells.get(unit.code) ?? new Map(),
    parts,
    due: judgingAt(place).due,
    hidden: all.length - seen.length,
    hasParts: new Set(seen.filter((code) => childrenOf(place.tree, code).length > 0)),
  };
}

function partsIn(tree: OrgTree, unit: string, level: Level): readonly string[] {
  if (level === "parts") return childrenOf(tree, unit);
  return subtreeOf(tree, unit).filter((code) => code !== unit && childrenOf(tree, code).length === 0);
}

type Wanted = { readonly kpi: string; readonly units: readonly string[]; readonly months: readonly Month[] };

async function readPeriods({ readings }: Place, { kpi, units, months }: Wanted): Promise<Map<string, Periods>> {
  const id = (await readings.kpis.idsOf([kpi])).get(kpi) ?? 0;
  const ids = await readings.organisation.unitIds(units);
  const answer = await readings.insight.figures({ units: [...ids.values()], kpis: [id], months });
  return new Map(
    [...ids].map(([code, at]) => {
      const periods = answer.at(at).get(kpi)?.periods ?? [];
      return [code, new Map(periods.map((period): [Month, PeriodCell] => [period.month, period]))];
    }),
  );
}
