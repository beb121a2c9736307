import { addMonths, type Month, monthOfYear } from "../../shared/domain/month.ts";
import type { DemoKpi } from "./kpis.ts";
import { type Random, randomOf } from "./random.ts";
import { isNotApplicable, type Place, rateFactor, volumeFactor } from "./story.ts";
import { type DemoUnit, UNENTERED } from "./units.ts";

/** Months of the standard story. */
const STORY_MONTHS = 36;

export type DemoResult = {
  kpi: string;
  unit: string;
  period: Month;
  kind: "number" | "not_applicable";
  numerator: number | null;
  denominator: number | null;
};

export type DemoScope = { units: readonly DemoUnit[]; kpis: readonly DemoKpi[]; last: Month };

const MONTHS_OF = { month: 1, quarter: 3, "half-year": 6 } as const;

export function isPeriodOf(kpi: DemoKpi, period: Month): boolean {
  return monthOfYear(period) % MONTHS_OF[kpi.frequency] === 0;
}

export function reports(kpi: DemoKpi, unit: DemoUnit): boolean {
  if (kpi.model.kind === "derived") return false;
  if (unit.kind === "factory") return kpi.at !== "branch";
  return unit.kind === "branch" && kpi.at !== "factory";
}

/** People in the field: one for 65 units in service; a factory has its hands. */
function staffOf(unit: DemoUnit): number {
  return unit.kind === "factory" ? 240 : Math.max(8, Math.round(unit.fleet / 65));
}

/** What one month of one unit came to, by KPI: callbacks are drawn once and counted by every KPI that needs them. */
class UnitMonth {
  private readonly drawn = new Map<string, number>();
  private readonly unit: DemoUnit;
  private readonly place: Omit<Place, "kpi">;
  /** The month's common noise of a KPI, standard normal. */
  private readonly sway: (kpi: string) => number;

  constructor(unit: DemoUnit, place: Omit<Place, "kpi">, sway: (kpi: string) => number) {
    this.unit = unit;
    this.place = place;
    this.sway = sway;
  }

  fraction(kpi: DemoKpi): [number, number] {
    const random = randomOf(`${kpi.code} ${this.unit.code} ${this.place.month}`);
    const at = { ...this.place, kpi: kpi.code };
    return this.draw(kpi, random, at);
  }

  private draw(kpi: DemoKpi, random: Random, at: Place): [number, number] {
    const { model } = kpi;
    const factor = rateFactor(at) * (1 + kpi.sway * this.sway(kpi.code));
    switch (model.kind) {
      case "share": {
        const cases = this.casesOf(model, random, at);
        const drift = model.share * kpi.sway * this.sway(kpi.code);
        if (kpi.direction === "lower") return [random.binomial(cases, model.share * rateFactor(at) + drift), cases];
        const failing = (1 - model.share) * rateFactor(at) - drift;
        return [cases - random.binomial(cases, failing), cases];
      }
      case "events": {
        const exposure = this.exposureOf(model.exposure);
        return [random.poisson(exposure * model.rate * factor * spreadOf(random)), exposure];
      }
      case "days-between":
        return [this.unit.fleet * 30, Math.max(1, this.callbacks())];
      case "amounts":
        return this.amountsOf(model, factor, random);
      case "stock":
        return this.stockOf(kpi, model, random);
      case "score": {
        const people = Math.max(
          3,
          Math.round(model.respondents * (model.by === "fleet" ? this.unit.fleet : staffOf(this.unit))),
        );
        const mean =
          model.mean * (1 + kpi.sway * this.sway(kpi.code)) +
          0.04 * model.spread * randomOf(`${kpi.code} ${this.unit.code}`).normal();
        return [Math.round(people * mean + Math.sqrt(people) * model.spread * random.normal()), people];
      }
      case "derived":
        return [0, 0];
    }
  }

  private casesOf(model: { volume: number; by: string }, random: Random, at: Place): number {
    if (model.by === "callbacks") return this.callbacks();
    if (model.by === "entrapments")
      return this.once("ENTRAPMENTS", () => random.poisson((this.unit.fleet * 25) / 1200));
    if (model.by === "complaints") return this.once("COMPLAINTS", () => random.poisson(this.unit.fleet * 0.00105)) + 2;
    const size = model.by === "plant" ? 1 : this.unit.fleet;
    const mean = size * model.volume * volumeFactor(at);
    return Math.max(2, Math.round(mean + 0.5 * Math.sqrt(mean) * random.normal()));
  }

  /** The callbacks of the month, with the season and the campaign in them. */
  private callbacks(): number {
    return this.once("CALLBACKS", () => {
      const at = { ...this.place, kpi: "CALLBACKS" };
      const random = randomOf(`CALLBACKS ${this.unit.code} ${at.month}`);
      const factor = rateFactor(at) * (1 + 0.025 * this.sway("CALLBACKS"));
      return random.poisson(((this.unit.fleet * 1.86) / 12) * factor * spreadOf(random));
    });
  }

  private once(key: string, make: () => number): number {
    const found = this.drawn.get(key);
    if (found !== undefined) return found;
    const value = make();
    this.drawn.set(key, value);
    return value;
  }

  private exposureOf(exposure: "fleet" | "hours" | "staff" | "warranty"): number {
    if (exposure === "fleet") return this.unit.fleet;
    if (exposure === "warranty") return Math.max(10, Math.round(this.unit.fleet * 0.07));
    return exposure === "hours" ? staffOf(this.unit) * 150 : staffOf(this.unit);
  }

  private amountsOf(model: { base: number; share: number }, factor: number, random: Random): [number, number] {
    const size = this.unit.kind === "factory" ? 9000 : this.unit.fleet;
    const whole = Math.max(1, Math.round(size * model.base * (1 + 0.05 * random.normal()) * 10) / 10);
    return [Math.round(whole * model.share * factor * (1 + 0.06 * random.normal()) * 100) / 100, whole];
  }

  private stockOf(
    kpi: DemoKpi,
    model: { volume: number; start: number; end: number; by: string },
    random: Random,
  ): [number, number] {
    const whole = model.by === "fleet" ? this.unit.fleet : Math.round(staffOf(this.unit) * model.volume);
    const way = Math.min(1, Math.max(0, this.place.month / STORY_MONTHS));
    const level = model.start + (model.end - model.start) * way;
    const own = 1 + 0.05 * (1 - level) * randomOf(`${kpi.code} ${this.unit.code}`).normal();
    const part = whole * level * own * (1 + kpi.sway * (this.sway(kpi.code) + 0.5 * random.normal()));
    return [Math.min(whole, Math.max(0, Math.round(part))), whole];
  }
}

/** Units vary a little more from month to month than pure chance. */
function spreadOf(random: Random): number {
  return Math.max(0.5, 1 + 0.04 * random.normal());
}

/**
 * The results of one month as they were first entered: `back` months before the last. The newest month lacks the branches
 * that have not entered it yet.
 */
export function resultsOf({ units, kpis, last }: DemoScope, back: number): DemoResult[] {
  const period = addMonths(last, -back);
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  const sways = new Map<string, number>();
  const sway = (kpi: string) => {
    const known = sways.get(kpi);
    if (known !== undefined) return known;
    const drawn = randomOf(`sway ${kpi} ${STORY_MONTHS - back}`).normal();
    sways.set(kpi, drawn);
    return drawn;
  };
  const due = kpis.filter((kpi) => isPeriodOf(kpi, period));
  const results: DemoResult[] = [];
  for (const unit of units) {
    if (back === 0 && UNENTERED.includes(unit.code)) continue;
    const country = unit.parent ?? "";
    const area = byCode.get(country)?.parent ?? "";
    const place = { unit: unit.code, country, area, month: STORY_MONTHS - back, calendarMonth: monthOfYear(period) };
    const month = new UnitMonth(unit, place, sway);
    for (const kpi of due) {
      if (!reports(kpi, unit)) continue;
      if (isNotApplicable(kpi.code, unit.code)) {
        results.push({
          kpi: kpi.code,
          unit: unit.code,
          period,
          kind: "not_applicable",
          numerator: null,
          denominator: null,
        });
        continue;
      }
      const [numerator, denominator] = month.fraction(kpi);
      results.push({ kpi: kpi.code, unit: unit.code, period, kind: "number", numerator, denominator });
    }
  }
  return results;
}
