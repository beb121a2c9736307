import { type DateText, fiscalYearOf, monthsOfYear, periodOf } from "../../shared/domain/calendar.ts";
import { decimalOfNumber } from "../../shared/domain/decimal.ts";
import type { AnalysisUse } from "../../shared/domain/kpi-definition.ts";
import { ALWAYS } from "../../shared/domain/month.ts";
import type { DemoKpi } from "./kpis.ts";
import { reports } from "./results.ts";
import { TARGET_CHANGE } from "./story.ts";
import { AREA_OBJECTIVES, type DemoObjective, OBJECTIVES } from "./strategy.ts";
import { type DemoWorld, idIn } from "./world.ts";

/** Every KPI with its first definition and tolerance, and the units that report it. */
export async function defineKpis(world: DemoWorld): Promise<void> {
  const { store, kpis, ids } = world;
  await store.command({ actor: "quality", command: "kpis-defined", entity: "kpi" }, async (writing) => {
    const themes = await writing.strategy.themeIds();
    const kpiIds = await writing.kpis.put(
      kpis.map(({ code, theme, leading }) => ({
        code,
        owner: idIn(world, "person leader"),
        theme: themes.get(theme) ?? null,
        timing: leading ? "leading" : "lagging",
      })),
    );
    for (const [code, id] of kpiIds) ids.set(`kpi ${code}`, id);
    await writing.kpis.define(kpis.map((kpi) => ({ kpi: kpiIds.get(kpi.code) ?? 0, definition: definitionOf(kpi) })));
    await writing.kpis.setTolerances(
      kpis.flatMap(({ code, tolerance }) =>
        tolerance === null
          ? []
          : [
              {
                kpi: kpiIds.get(code) ?? 0,
                validFrom: ALWAYS,
                tolerance: { kind: tolerance.kind, amount: decimalOfNumber(tolerance.amount) },
              },
            ],
      ),
    );
  });
  await store.command({ actor: "quality", command: "kpis-assigned", entity: "kpi" }, async (writing) => {
    await writing.kpis.assign(assignments(world));
    for (const { kpi, unit, assignment } of await writing.kpis.termsOf({ kpis: null, units: null })) {
      ids.set(`assignment ${kpi} ${unit}`, assignment);
    }
  });
}

function assignments(world: DemoWorld) {
  return world.kpis.flatMap((kpi) =>
    world.units
      .filter((unit) => reports(kpi, unit))
      .map(({ code }) => ({
        kpi: idIn(world, `kpi ${kpi.code}`),
        unit: idIn(world, `unit ${code}`),
        from: world.first,
        to: null,
        enteredBy: null,
        approver: null,
        deputy: null,
        notApplicableReason: null,
        withdrawn: false,
      })),
  );
}

function definitionOf(kpi: DemoKpi) {
  const { model, multiplier, decimals, direction, orgRule, timeRule, frequency } = kpi;
  const isDerived = model.kind === "derived";
  return {
    validFrom: ALWAYS,
    name: kpi.name,
    description: isDerived ? kpi.description : null,
    formula: isDerived
      ? model.expression
      : `${kpi.numerator} ÷ ${kpi.denominator}${multiplier === 1 ? "" : ` × ${multiplier}`}`,
    source: kpi.source,
    exclusions: null,
    unitOfMeasure: kpi.unitOfMeasure,
    numeratorLabel: kpi.numerator || null,
    denominatorLabel: kpi.denominator || null,
    expression: isDerived ? model.expression : null,
    input: isDerived ? ("derived" as const) : ("ratio" as const),
    multiplier: decimalOfNumber(multiplier),
    ...hardLimits(kpi),
    chartKind: "auto" as const,
    uses: usesOf(kpi),
    ...{ decimals, direction, orgRule, timeRule, frequency },
  };
}

/** What the results are for (ISO 9001:2015, 9.1.3). */
const USES: Readonly<Record<string, readonly AnalysisUse[]>> = {
  CUSTOMER: ["customer-satisfaction"],
  RELIABILITY: ["conformity"],
  SAFETY: ["risk-actions"],
  DELIVERY: ["conformity", "planning"],
  SUPPLY: ["system-performance"],
  PEOPLE: ["system-performance"],
  IMPROVEMENT: ["improvement-needs"],
};

function usesOf({ code, theme }: DemoKpi): readonly AnalysisUse[] {
  return code === "SUPPLIER-PPM" ? ["external-providers"] : (USES[theme] ?? []);
}

/** No rate is below 0 and no share beyond 100; a net promoter score may be negative. */
function hardLimits({ code, unitOfMeasure, model }: DemoKpi): { minimum: number | null; maximum: number | null } {
  if (model.kind === "derived") return { minimum: null, maximum: null };
  if (code === "NPS") return { minimum: -100, maximum: 100 };
  return { minimum: 0, maximum: unitOfMeasure === "%" || model.kind === "score" ? 100 : null };
}

/** The group's targets of a fiscal year; everyone below inherits them. */
export async function setTargets(world: DemoWorld, year: number): Promise<void> {
  const firstYear = fiscalYearOf(world.first, 1);
  const event = { actor: "quality", command: "targets-set", entity: "target" };
  await world.store.command(event, async (writing) => {
    const sayings = world.kpis.flatMap((kpi) => {
      const target = kpi.targets[Math.min(kpi.targets.length - 1, year - firstYear)];
      if (target === undefined) return [];
      const [low, high] = Array.isArray(target) ? target : [null, null];
      const isNew = kpi.code === TARGET_CHANGE.kpi && year === fiscalYearOf(world.last, 1);
      return monthsOfYear(year, 1)
        .filter((month) => periodOf(month, kpi.frequency, 1) === month)
        .map((month) => ({
          kpi: idIn(world, `kpi ${kpi.code}`),
          unit: idIn(world, "unit GROUP"),
          month,
          value: Array.isArray(target) ? null : target,
          low,
          high,
          share: kpi.timeRule === "cumulative_ratio" ? 12 : 1,
          stretch: null,
          benchmark: null,
          reason: isNew ? TARGET_CHANGE.reason : null,
          approvedBy: idIn(world, "person executive"),
          withdrawn: false,
        }));
    });
    await writing.kpis.setTargets(sayings);
  });
}

/** The year's objectives of the group and, in the newest year, of its areas; each with its KPIs and its plan. */
export async function sayObjectives(world: DemoWorld, year: number): Promise<void> {
  const isNewest = year === fiscalYearOf(world.last, 1);
  const known = new Set(world.kpis.map(({ code }) => code));
  const short = String(year % 100).padStart(2, "0");
  const code = (index: number) => `O-${short}-${String(index + 1).padStart(2, "0")}`;
  const event = { actor: "leader", command: "objectives-approved", entity: "objective" };
  await world.store.command(event, async (writing) => {
    const policy = await writing.strategy.policyOn(`${year}-12-31` as DateText);
    const common = { fiscalYear: year, owner: "leader", state: isNewest ? "approved" : "closed" } as const;
    const put = async (objective: DemoObjective, place: { code: string; unit: string; parent: string | null }) => {
      const sentence = policy?.sentences.find(({ position }) => position === objective.sentence)?.id ?? null;
      const [what, resources, who, when, evaluation] = objective.plan;
      const { theme, statement } = objective;
      await writing.objectives.put([
        {
          ...{ ...common, ...place, theme, statement },
          policySentence: sentence,
          plan: { what, resources, who, when, evaluation },
        },
      ]);
      const kpis = objective.kpis.filter((kpi) => known.has(kpi));
      await writing.objectives.linkKpis(
        kpis.map((kpi, index) => ({ objective: place.code, kpi, weight: objective.kpis.length - index })),
      );
    };
    for (const [index, objective] of OBJECTIVES.entries()) {
      await put(objective, { code: code(index), unit: "GROUP", parent: null });
    }
    if (!isNewest) return;
    for (const [index, { area, ...own }] of AREA_OBJECTIVES.entries()) {
      const above = OBJECTIVES.findIndex(({ theme }) => theme === own.theme);
      const objective = OBJECTIVES[above];
      if (objective === undefined) continue;
      const place = { code: code(OBJECTIVES.length + index), unit: area, parent: code(above) };
      await put({ ...objective, ...own }, place);
    }
  });
}
