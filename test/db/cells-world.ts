import type { RevisionContent } from "../../db/repositories/revisions.ts";
import type { Store, Writings } from "../../db/store.ts";
import { ONE } from "../../shared/domain/decimal.ts";
import { packCell } from "../../shared/domain/kept-cell.ts";
import type { KpiDefinition } from "../../shared/domain/kpi-definition.ts";
import { ALWAYS, type Month } from "../../shared/domain/month.ts";
import { rationalText } from "../../shared/domain/rational.ts";
import type { RevisionState } from "../../shared/domain/revision.ts";
import { amountsOf, type Target } from "../../shared/domain/target.ts";

/** A store with what a history of cells needs; units U0, U1 … and KPIs K0, K1 … by number. */
export type CellsWorld = {
  readonly store: Store;
  readonly units: readonly number[];
  readonly kpis: readonly number[];
  /** Runs a command and answers its instant. */
  command(work: (store: Writings) => Promise<void>): Promise<number>;
  /** Every cell and target at a moment, as text: by KPI, unit and month. */
  shown(moment: "now" | number, months: readonly Month[]): Promise<Record<string, string>>;
};

export const unitCode = (at: number): string => `U${at}`;
export const kpiCode = (at: number): string => `K${at}`;

export function aDefinition(named: Partial<KpiDefinition>): Omit<KpiDefinition, "version"> {
  return {
    validFrom: ALWAYS,
    name: "A KPI",
    description: null,
    formula: null,
    source: null,
    exclusions: null,
    unitOfMeasure: "%",
    decimals: 1,
    direction: "higher",
    input: "value",
    numeratorLabel: null,
    denominatorLabel: null,
    multiplier: ONE,
    expression: null,
    frequency: "month",
    minimum: null,
    maximum: null,
    orgRule: "sum",
    timeRule: "mean",
    chartKind: "auto",
    uses: [],
    ...named,
  };
}

const AN_ORGANISATION = {
  name: "Here",
  fiscalYearStart: 1,
  locale: "en",
  timeZone: "UTC",
  entryDueDay: 10,
  minimumCoverage: 90,
  approval: false,
  retentionYears: 10,
};

export async function aCellsWorld(
  store: Store,
  plan: { readonly units: number; readonly kpis: readonly Partial<KpiDefinition>[] },
): Promise<CellsWorld> {
  const command = (work: (store: Writings) => Promise<void>): Promise<number> =>
    store.command({ actor: "operator", command: "test", entity: "test" }, async (inside, written) => {
      await work(inside);
      return written.at;
    });
  let units: number[] = [];
  let kpis: number[] = [];
  await command(async (inside) => {
    await inside.organisation.say(AN_ORGANISATION);
    const sayings = Array.from({ length: plan.units }, (_, at) => ({ code: unitCode(at), name: "A unit" }));
    const unitIds = await inside.organisation.putUnits(sayings.map((unit) => ({ ...unit, kind: "branch" })));
    const kpiIds = await inside.kpis.put(
      plan.kpis.map((_, at) => ({ code: kpiCode(at), owner: null, theme: null, timing: "lagging" })),
    );
    units = sayings.map(({ code }) => unitIds.get(code) ?? 0);
    kpis = plan.kpis.map((_, at) => kpiIds.get(kpiCode(at)) ?? 0);
    const definitions = plan.kpis.map((named, at) => ({ kpi: kpis[at] ?? 0, definition: aDefinition(named) }));
    await inside.kpis.define(definitions);
  });
  return {
    ...{ store, units, kpis, command },
    shown: async (moment, months) => {
      const answer = await store.at(moment).insight.figures({ units, kpis, months });
      const shown: Record<string, string> = {};
      for (const unit of units) {
        for (const [code, { periods }] of answer.at(unit)) {
          for (const { month, cell, rules, target } of periods) {
            const packed = JSON.stringify(packCell(cell, rules));
            shown[`${code} ${unit} ${month}`] = `${packed} ${targetText(target?.target)}`;
          }
        }
      }
      return shown;
    },
  };
}

function targetText(target: Target | undefined): string {
  return target === undefined ? "none" : amountsOf(target).map(rationalText).join("..");
}

export async function assign(
  store: Writings,
  term: { kpi: number; unit: number; from: Month; to?: Month | null; reason?: string; withdrawn?: boolean },
): Promise<void> {
  await store.kpis.assign([
    {
      ...{ kpi: term.kpi, unit: term.unit, from: term.from, to: term.to ?? null },
      ...{ enteredBy: null, approver: null, deputy: null },
      notApplicableReason: term.reason ?? null,
      withdrawn: term.withdrawn ?? false,
    },
  ]);
}

/** Reports for an assigned unit; without an assignment nothing is said. */
export async function report(
  store: Writings,
  said: {
    kpi: number;
    unit: number;
    period: Month;
    content: Partial<RevisionContent>;
    counts?: boolean;
    state?: RevisionState;
  },
): Promise<void> {
  const [term] = await store.kpis.termsOf({ kpis: [said.kpi], units: [said.unit] });
  if (term === undefined) return;
  const place = { assignment: term.assignment, period: said.period };
  const [open = { counting: null, pending: null }] = await store.results.findOpen([place]);
  const nothing = { value: null, numerator: null, denominator: null, comment: null, cause: null };
  const content = { kind: "number", ...nothing, ...said.content } as const;
  const how = { source: "api", restatement: false, reason: null, by: null } as const;
  const state = said.state ?? "submitted";
  await store.results.write([{ ...place, ...content, ...how, state, counts: said.counts ?? true, open }]);
}

export async function setTarget(
  store: Writings,
  target: { kpi: number; unit: number; month: Month; value: number; share?: number; withdrawn?: boolean },
): Promise<void> {
  const { kpi, unit, month, value, share = 1, withdrawn = false } = target;
  const none = { low: null, high: null, stretch: null, benchmark: null, reason: null, approvedBy: null };
  await store.kpis.setTargets([{ kpi, unit, month, value, share, withdrawn, ...none }]);
}
