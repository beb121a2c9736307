import type { Readings } from "../../db/store.ts";
import type { Effect } from "../../shared/contracts/dated-changes.ts";
import { type DateText, monthOf } from "../../shared/domain/calendar.ts";
import { decimalOfNumber } from "../../shared/domain/decimal.ts";
import { codesOf, parseExpression } from "../../shared/domain/expression.ts";
import type { Judgement } from "../../shared/domain/judgement.ts";
import { judgementAt, type UnitFigures } from "../../shared/domain/kpi-at-unit.ts";
import { versionOf } from "../../shared/domain/kpi-definition.ts";
import { type Month, monthRange } from "../../shared/domain/month.ts";
import type { StatusKind } from "../../shared/domain/status-kind.ts";
import { figureText, targetText } from "../../shared/text/figure-text.ts";
import { NO_NUMBER } from "../../shared/text/number-format.ts";

/** The locked months of units, and the KPIs (null: all) of which figures are looked at. */
export type Locked = {
  readonly kpis: readonly number[] | null;
  readonly months: readonly Month[];
  /** Locked months by unit: its id, its code. */
  readonly units: readonly { readonly id: number; readonly code: string; readonly months: ReadonlySet<Month> }[];
  readonly today: DateText;
};

/** What stands in a locked cell, as it is shown. */
type Shown = { readonly figure: string; readonly target: string; readonly status: StatusKind };
export type Sheet = ReadonlyMap<string, Shown>;

/** The locked months from a month on, and the KPIs that a change of these touches: derived ones with them. */
export async function readLocked(
  store: Readings,
  { from, kpi, today }: { readonly from: Month; readonly kpi: string | null; readonly today: DateText },
): Promise<Locked> {
  const states = await store.organisation.periodStates({ units: null, from, to: monthOf(today) });
  const locked = Map.groupBy(
    states.filter(({ state }) => state === "locked"),
    ({ unit }) => unit,
  );
  const ids = await store.organisation.unitIds([...locked.keys()]);
  const units = [...locked].map(([code, months]) => ({
    ...{ code, id: ids.get(code) ?? 0 },
    months: new Set(months.map(({ month }) => month)),
  }));
  const all = [...new Set(units.flatMap(({ months }) => [...months]))].sort();
  const [first, last] = [all[0], all.at(-1)];
  const months = first === undefined || last === undefined ? [] : monthRange(first, last);
  return { units, months, today, kpis: kpi === null ? null : await withDerived(store, kpi) };
}

async function withDerived(store: Readings, code: string): Promise<number[]> {
  const own = (await store.kpis.idsOf([code])).get(code);
  const definitions = await store.kpis.definitionsOf(null);
  const derived = [...definitions].flatMap(([id, versions]) => {
    const text = versions.at(-1)?.expression ?? null;
    const parsed = text === null ? null : parseExpression(text);
    return parsed?.kind === "parsed" && codesOf(parsed.expression).includes(code) ? [id] : [];
  });
  return own === undefined ? derived : [own, ...derived];
}

/** Every locked cell as these records show it. */
export async function readSheetOf(readings: Readings, locked: Locked): Promise<Sheet> {
  const { units, months, kpis } = locked;
  const sheet = new Map<string, Shown>();
  const organisation = await readings.organisation.find();
  if (units.length === 0 || months.length === 0 || organisation === null) return sheet;
  const answer = await readings.insight.figures({ units: units.map(({ id }) => id), kpis, months });
  const { locale, entryDueDay, minimumCoverage } = organisation;
  for (const unit of units) {
    const figures: UnitFigures = {
      kpis: answer.at(unit.id),
      due: { today: locked.today, entryDueDay },
      minimumCoverage: decimalOfNumber(minimumCoverage),
    };
    for (const [code, kpi] of figures.kpis) {
      for (const month of unit.months) {
        const definition = versionOf(kpi.definitions, month);
        const judged = judgementAt(figures, code, month);
        if (definition === null || judged === null) continue;
        const { decimals, direction } = definition;
        sheet.set(`${unit.code} ${code} ${month}`, shownOf(judged, { decimals, direction, locale }));
      }
    }
  }
  return sheet;
}

function shownOf({ figure, target, status }: Judgement, style: Parameters<typeof figureText>[1]): Shown {
  return { figure: figureText(figure, style), target: target === null ? NO_NUMBER : targetText(target, style), status };
}

const NOTHING: Shown = { figure: NO_NUMBER, target: NO_NUMBER, status: "not_due" };

/** The cells that differ, in the order of units, KPIs and months. */
export function differences(before: Sheet, after: Sheet): Effect[] {
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort();
  return keys.flatMap((key) => {
    const [was, is] = [before.get(key) ?? NOTHING, after.get(key) ?? NOTHING];
    if (was.figure === is.figure && was.status === is.status && was.target === is.target) return [];
    const [unit = "", kpi = "", month = ""] = key.split(" ");
    return [
      {
        ...{ unit, kpi, month: month as Month, before: was.figure, after: is.figure },
        ...{ statusBefore: was.status, statusAfter: is.status, targetBefore: was.target, targetAfter: is.target },
      },
    ];
  });
}
