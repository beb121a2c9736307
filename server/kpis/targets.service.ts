import type { z } from "zod";
import type { setTargetInput } from "../../shared/contracts/workshop.ts";
import { fiscalYearOf, monthsOfYear } from "../../shared/domain/calendar.ts";
import { AppError } from "../../shared/domain/failures.ts";
import { exactValue } from "../../shared/domain/figure.ts";
import { judgementAt, judgementOver } from "../../shared/domain/kpi-at-unit.ts";
import { addMonths, type Month } from "../../shared/domain/month.ts";
import { linearTargets, targetsByLastYear } from "../../shared/domain/phasing.ts";
import { targetFault, targetView } from "../../shared/domain/target.ts";
import type { Actor } from "../access/actor.ts";
import { permit } from "../access/permit.ts";
import { seriesUnder } from "../judging/phase-effect.ts";
import { type KpiAtPlace, kpiAtPlace, pairOf } from "./kpi-at-unit.ts";
import { targetMonths } from "./target-months.ts";

type Input = z.infer<typeof setTargetInput>;
type Amounts = { readonly value: number | null; readonly low: number | null; readonly high: number | null };

/**
 * Sets the target of a KPI at a unit from a month to the end of its fiscal year; the months before keep theirs, and the
 * chart steps where it changes. Answers the months that were set.
 */
export async function setTarget(actor: Actor, input: Input): Promise<{ readonly months: readonly Month[] }> {
  const { kpi, unit, from, reason, phasing } = input;
  const at = await kpiAtPlace(actor, { kpi, unit });
  const definition = seriesUnder(at.insight, [], at.question)?.definition;
  if (definition === undefined) throw new AppError("not-found", { what: "KPI", code: kpi });
  const record = { ...amountsOf(input), share: 1, stretch: null, benchmark: null };
  if (targetFault(record, definition.direction) !== null) {
    throw new AppError("invalid-value", {
      problem: "This is no target of this KPI: give a number, or both edges of a band.",
    });
  }
  const free = await targetMonths(at.place.readings, { place: at.place, frequency: definition.frequency });
  if (!free.includes(from)) throw new AppError("month-locked", { month: from });
  const { fiscalYearStart } = at.place.settings;
  const year = monthsOfYear(fiscalYearOf(from, fiscalYearStart), fiscalYearStart);
  const months = free.filter((month) => month >= from && year.includes(month));
  const amounts = phased(at, input, { months, decimals: definition.decimals });
  const event = { actor: actor.by, command: "target-set", entity: "kpi", entityCode: kpi, unitCode: unit, reason };
  await actor.store.command({ ...event, after: { phasing, months, amounts } }, async (store, written) => {
    await permit(store, actor, { action: "edit-targets", unit });
    const stillFree = await targetMonths(store, { place: at.place, frequency: definition.frequency });
    const locked = months.find((month) => !stillFree.includes(month));
    if (locked !== undefined) throw new AppError("month-locked", { month: locked });
    const pair = await pairOf(store, input);
    const last = months.at(-1) ?? from;
    const before = await store.kpis.targetsOf({ kpis: [pair.kpi], units: [pair.unit], from, to: last });
    written.describe({ before: before.map(({ month, value, low, high }) => ({ month, value, low, high })) });
    const approvedBy = actor.person?.id ?? null;
    await store.kpis.setTargets(
      months.map((month, index) => ({
        ...{ ...pair, month, share: 1, stretch: null, benchmark: null, reason, approvedBy, withdrawn: false },
        ...(amounts[index] ?? amountsOf(input)),
      })),
    );
  });
  return { months };
}

function amountsOf({ value, low, high }: Amounts): Amounts {
  return { value, low, high };
}

type Shape = { readonly months: readonly Month[]; readonly decimals: number };

/** The amount of each month: the same, a straight way there, or with last year's profile. Bands are the same throughout. */
function phased(at: KpiAtPlace, input: Input, { months, decimals }: Shape): Amounts[] {
  const { value, phasing } = input;
  if (phasing === "flat" || value === null) return months.map(() => amountsOf(input));
  const values =
    phasing === "linear" ? straight(at, input, { months, decimals }) : profiled(at, value, { months, decimals });
  return values.map((each) => ({ value: each, low: null, high: null }));
}

function straight({ insight }: KpiAtPlace, { kpi, from, value }: Input, { months, decimals }: Shape): number[] {
  const before = targetView(judgementAt(insight.figures, kpi, addMonths(from, -1))?.target ?? null).value;
  if (before === null || value === null) {
    throw new AppError("invalid-value", {
      problem: "There is no target before this month for a straight way to begin at.",
    });
  }
  return linearTargets({ baseline: before, target: value, periods: months.length, decimals });
}

function profiled({ insight, question }: KpiAtPlace, value: number, { months, decimals }: Shape): number[] {
  const earlier = months.map((month) => addMonths(month, -12));
  const lastYear = earlier.map((month) => {
    const judgement = judgementAt(insight.figures, question.kpi, month);
    return judgement === null ? null : exactValue(judgement.figure);
  });
  const judged = judgementOver(insight.figures, question.kpi, earlier);
  const timeRule = insight.figures.kpis.get(question.kpi)?.periods.at(-1)?.rules.timeRule ?? "last";
  const isShared = timeRule === "sum" || timeRule === "cumulative_ratio";
  const target = isShared ? value * months.length : value;
  const whole = judged === null ? null : exactValue(judged.figure);
  const values = targetsByLastYear({ target, lastYear, whole, timeRule, decimals });
  if (values === null) {
    throw new AppError("invalid-value", { problem: "Last year's months give no profile: one of them has no value." });
  }
  return values;
}
