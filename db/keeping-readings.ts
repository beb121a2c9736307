import type { KeptReadings, StandsIn } from "./kept-readings.ts";
import type { Readings } from "./repositories.ts";

type KeptWords = {
  readonly [Word in keyof Readings]?: { readonly [Question in keyof Readings[Word]]?: StandsIn };
};

const WITH_UNITS = ["kpi", "objective", "person", "unit"] as const;

/** Questions that almost every view asks and whose answers seldom change, with all tables that their statements name. */
export const STANDS_IN = {
  actions: { list: ["action", "action_version", "decision", ...WITH_UNITS] },
  audit: { newestInstant: "the record" },
  kpis: {
    annotationsOf: ["annotation"],
    definitionsOf: ["kpi_definition"],
    idsOf: ["kpi"],
    list: ["kpi", "kpi_version"],
    phasesOf: ["process_phase"],
    termsOf: ["assignment", "assignment_term"],
  },
  objectives: {
    kpis: ["kpi", "objective", "objective_kpi"],
    list: ["objective", "objective_version", "person", "theme", "unit"],
  },
  organisation: {
    edges: ["unit", "unit_edge"],
    find: ["organisation"],
    unitIds: ["unit"],
    units: ["unit", "unit_version"],
  },
  people: { codes: ["person"] },
  results: { datedChanges: ["dated_change", "unit"] },
  reviews: { decisions: ["decision", "decision_version", "kpi", "person", "review", "unit"] },
  strategy: {
    strategies: ["strategy", "strategy_version"],
    themeIds: ["theme"],
    themes: ["strategy", "theme", "theme_version"],
  },
} as const satisfies KeptWords;

type Ask = (...asked: unknown[]) => Promise<unknown>;

/** The same readings, of which those questions are answered from what is kept. */
export function keepingReadings(readings: Readings, kept: KeptReadings): Readings {
  const words = Object.entries(STANDS_IN).map(([word, questions]) => {
    const own = readings[word as keyof Readings] as Readonly<Record<string, Ask>>;
    const keeping = Object.entries(questions).map(([question, standsIn]: [string, StandsIn]) => {
      const ask: Ask = (...asked) => {
        const name = `${word}.${question} ${JSON.stringify(asked)}`;
        return kept.read(name, standsIn, async () => own[question]?.(...asked));
      };
      return [question, ask];
    });
    return [word, { ...own, ...Object.fromEntries(keeping) }];
  });
  return { ...readings, ...Object.fromEntries(words) } as Readings;
}
