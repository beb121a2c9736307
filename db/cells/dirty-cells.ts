import type { Month } from "../../shared/domain/month.ts";
import type { UnitKey } from "./unit-trees.ts";

/** One KPI in one month: kept of all units, or of none. */
export type Pair = { readonly kpi: number; readonly month: Month };

/** Units whose own facts, or whose children, changed in a month; `all` where every cell of the pair is to be made. */
export type DirtyUnits = ReadonlySet<UnitKey> | "all";

/** What a command touched: by KPI and month the units whose cells no longer say what the records say. */
export class DirtyCells {
  readonly #byKpi = new Map<number, Map<Month, Set<UnitKey> | "all">>();

  mark({ kpi, month }: Pair, units: Iterable<UnitKey> | "all"): void {
    const byMonth = this.#byKpi.get(kpi) ?? new Map<Month, Set<UnitKey> | "all">();
    this.#byKpi.set(kpi, byMonth);
    const known = byMonth.get(month);
    if (units === "all" || known === "all") byMonth.set(month, "all");
    else if (known === undefined) byMonth.set(month, new Set(units));
    else for (const unit of units) known.add(unit);
  }

  markOne(pair: Pair, unit: UnitKey): void {
    const known = this.#byKpi.get(pair.kpi)?.get(pair.month);
    if (known === "all") return;
    if (known === undefined) this.mark(pair, [unit]);
    else known.add(unit);
  }

  isEmpty(): boolean {
    return this.#byKpi.size === 0;
  }

  kpis(): number[] {
    return [...this.#byKpi.keys()];
  }

  pairs(): Pair[] {
    return this.kpis().flatMap((kpi) => this.monthsOf(kpi).map((month) => ({ kpi, month })));
  }

  /** In order of time. */
  monthsOf(kpi: number): Month[] {
    return [...(this.#byKpi.get(kpi)?.keys() ?? [])].sort();
  }

  unitsOf({ kpi, month }: Pair): DirtyUnits {
    return this.#byKpi.get(kpi)?.get(month) ?? new Set();
  }
}
