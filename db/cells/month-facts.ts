import type { Fact } from "../../shared/domain/figure.ts";
import type { Month } from "../../shared/domain/month.ts";
import type { Target } from "../../shared/domain/target.ts";
import type { Reading } from "../writing.ts";
import { eachAssigned, eachDeviation, eachReport, eachTarget, type FactsScope } from "./fact-rows.ts";
import type { KpiRules } from "./kpi-rules.ts";
import type { UnitKey } from "./unit-trees.ts";

/** What was said of one KPI in one month, by unit. */
export type MonthFacts = {
  /** Of each assigned unit: what counts, or that nothing does. */
  readonly facts: ReadonlyMap<UnitKey, Fact>;
  /** Explicit targets; an accepted deviation stands in place of the target that it suspends. */
  readonly targets: ReadonlyMap<UnitKey, Target>;
};

/** Facts by KPI and month. */
export type FactTable = { of(kpi: number, month: Month): MonthFacts };

const NOTHING_SAID: MonthFacts = { facts: new Map(), targets: new Map() };

/** Reads from the records what these units had said at a moment of these KPIs in these months. */
export async function readFacts(reading: Reading, rules: KpiRules, scope: FactsScope): Promise<FactTable> {
  const draft = new Draft();
  const periods = new Map(scope.kpis.map((kpi) => [kpi, scope.months.filter((month) => rules.isPeriod(kpi, month))]));
  await eachAssigned(reading, scope, (row) => {
    const fact: Fact = { kind: row.isNotApplicable ? "not_applicable" : "missing" };
    for (const month of periods.get(row.kpi) ?? []) {
      if (row.from <= month && (row.to === null || month <= row.to)) draft.of(row.kpi, month).facts.set(row.unit, fact);
    }
  });
  await eachReport(reading, scope, ({ kpi, unit, period, fact }) => {
    // A report without an assignment in force, or against one that says "not applicable", says nothing.
    const facts = draft.find(kpi, period)?.facts;
    if (facts?.get(unit)?.kind === "missing") facts.set(unit, fact);
  });
  await addTargets(reading, scope, draft);
  return draft.table();
}

/** Reads the explicit targets alone. */
export async function readTargets(reading: Reading, scope: FactsScope): Promise<FactTable> {
  const draft = new Draft();
  await addTargets(reading, scope, draft);
  return draft.table();
}

async function addTargets(reading: Reading, scope: FactsScope, draft: Draft): Promise<void> {
  const months = new Set<Month>(scope.months);
  await eachTarget(reading, scope, ({ kpi, unit, month, target }) => {
    if (months.has(month)) draft.of(kpi, month).targets.set(unit, target);
  });
  await eachDeviation(reading, scope, ({ kpi, unit, from, until, target }) => {
    for (const month of scope.months) {
      if (from <= month && month <= until) draft.of(kpi, month).targets.set(unit, target);
    }
  });
}

type Drafted = { readonly facts: Map<UnitKey, Fact>; readonly targets: Map<UnitKey, Target> };

class Draft {
  readonly #byKpi = new Map<number, Map<Month, Drafted>>();

  find(kpi: number, month: Month): Drafted | undefined {
    return this.#byKpi.get(kpi)?.get(month);
  }

  of(kpi: number, month: Month): Drafted {
    let byMonth = this.#byKpi.get(kpi);
    if (byMonth === undefined) {
      byMonth = new Map();
      this.#byKpi.set(kpi, byMonth);
    }
    let drafted = byMonth.get(month);
    if (drafted === undefined) {
      drafted = { facts: new Map(), targets: new Map() };
      byMonth.set(month, drafted);
    }
    return drafted;
  }

  table(): FactTable {
    return { of: (kpi, month) => this.find(kpi, month) ?? NOTHING_SAID };
  }
}
