import type { Objective } from "../../db/store.ts";
import type { ObjectiveRow, ObjectivesView } from "../../shared/contracts/objectives.ts";
import { isOpen } from "../../shared/domain/action.ts";
import { fiscalYearOf } from "../../shared/domain/calendar.ts";
import { judgementAt } from "../../shared/domain/kpi-at-unit.ts";
import { addMonths, type Month, monthRange } from "../../shared/domain/month.ts";
import { objectiveTree } from "../../shared/domain/objective-approval.ts";
import { objectiveStatus } from "../../shared/domain/objective-status.ts";
import { may, maySomewhere } from "../../shared/domain/permissions.ts";
import type { StatusKind } from "../../shared/domain/status-kind.ts";
import { subtreeOf } from "../../shared/domain/tree.ts";
import { OBJECTIVE_STATE, objectivesHeadline } from "../../shared/text/objectives.ts";
import type { Actor } from "../access/actor.ts";
import { judgingAt, type Place, placeOf } from "../judging/asked-place.ts";
import { namesIn } from "../judging/with-names.ts";
import { readersOf } from "./readers.ts";

/** Months in which the newest period of a yearly KPI is found. */
const REACH = 12;

type Asked = {
  readonly unit?: string | undefined;
  readonly period?: Month | undefined;
  readonly fiscalYear?: number | undefined;
};

/** The objectives of a year at a unit and around it, with live status, and those that break the loop. */
export async function listObjectives(actor: Actor, asked: Asked): Promise<ObjectivesView> {
  const place = await placeOf(actor, asked);
  const { readings, period, settings } = place;
  const fiscalYear = asked.fiscalYear ?? fiscalYearOf(period, settings.fiscalYearStart);
  const all = (await readings.objectives.list(null)).filter(({ unit }) => may(actor.holder, "read", unit));
  const around = new Set([...place.path.map(({ code }) => code), ...subtreeOf(place.tree, place.unit.code)]);
  const shown = all.filter((objective) => objective.fiscalYear === fiscalYear && around.has(objective.unit));
  const rows = await rowsOf(actor, place, shown);
  return {
    fiscalYear,
    years: [...new Set(all.map((objective) => objective.fiscalYear))].toSorted((a, b) => b - a),
    headline: objectivesHeadline({
      objectives: rows.length,
      blind: rows.filter(({ isBlind }) => isBlind).length,
      neglected: rows.filter(({ isNeglected }) => isNeglected).length,
      open: rows.filter(({ state }) => state === "draft" || state === "proposed").length,
    }),
    objectives: rows,
    mayEdit: maySomewhere(actor.holder, "edit-objectives"),
  };
}

async function rowsOf(actor: Actor, place: Place, objectives: readonly Objective[]): Promise<ObjectiveRow[]> {
  const { readings } = place;
  const nameOf = await namesIn(actor.store);
  const themes = new Map((await readings.strategy.themes()).map(({ code, name }) => [code, name]));
  const statuses = await statusesOf(place, objectives);
  const readers = await readersOf(actor, objectives);
  const actions = await readings.actions.list({ units: null, kpis: null });
  return objectiveTree(objectives).map(({ objective, depth }) => {
    const { code, statement, unit, state, owner, theme } = objective;
    const measured = statuses.get(code) ?? new Map<string, StatusKind>();
    const { onTarget, kpis, worst } = objectiveStatus([...measured.values()]);
    const isOff = [...measured].filter(([, status]) => status === "off").map(([kpi]) => kpi);
    const isCaredFor = (kpi: string) => actions.some((action) => action.kpi === kpi && isOpen(action.state));
    return {
      ...{ code, statement, depth, state, stateWord: OBJECTIVE_STATE[state], worst },
      unit: { code: unit, name: place.named(unit).name },
      owner: owner === null ? null : nameOf(owner),
      theme: themes.get(theme) ?? theme,
      sentence: kpis === 0 ? "No KPI" : `${onTarget} of ${kpis} ${kpis === 1 ? "KPI" : "KPIs"} on target`,
      isBlind: kpis === 0 && state !== "closed",
      isNeglected: state !== "closed" && isOff.length > 0 && !isOff.some(isCaredFor),
      acknowledged: readers.countOf(code),
    };
  });
}

/** The status of each KPI of each objective at the objective's unit, in one question for all. */
async function statusesOf(place: Place, objectives: readonly Objective[]) {
  const { readings, period } = place;
  const links = (await readings.objectives.kpis()).filter(({ objective }) =>
    objectives.some(({ code }) => code === objective),
  );
  const units = await readings.organisation.unitIds([...new Set(objectives.map(({ unit }) => unit))]);
  const kpis = await readings.kpis.idsOf([...new Set(links.map(({ kpi }) => kpi))]);
  const months = monthRange(addMonths(period, 1 - REACH), period);
  const answer = await readings.insight.figures({ units: [...units.values()], kpis: [...kpis.values()], months });
  const statuses = new Map<string, Map<string, StatusKind>>();
  for (const { code, unit } of objectives) {
    const figures = { kpis: answer.at(units.get(unit) ?? 0), ...judgingAt(place) };
    const held = new Map<string, StatusKind>();
    for (const { kpi } of links.filter(({ objective }) => objective === code)) {
      const newest = figures.kpis.get(kpi)?.periods.at(-1)?.month;
      const judged = newest === undefined ? null : judgementAt(figures, kpi, newest);
      if (judged !== null) held.set(kpi, judged.status);
    }
    statuses.set(code, held);
  }
  return statuses;
}
