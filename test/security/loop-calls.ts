import type { SampleCall } from "./sample-call.ts";

/** Calls about policy, strategy, competence and clauses. */
export const LOOP_CALLS: Readonly<Record<string, SampleCall>> = {
  "strategy.direction": { scope: "anywhere", input: () => ({}) },
  "strategy.sayPolicy": {
    scope: "organisation",
    input: () => ({ validFrom: "2030-01-01", version: 0, sentences: ["We listen."] }),
  },
  "strategy.approvePolicy": { scope: "organisation", input: () => ({ validFrom: "2031-01-01", version: 1 }) },
  "strategy.sayStrategy": {
    scope: "organisation",
    input: () => ({ code: "S-NEXT", version: 0, name: "Next", fromYear: 2030, toYear: 2033, statement: "" }),
  },
  "strategy.sayTheme": {
    scope: "organisation",
    input: () => ({ code: "NEXT", version: 0, strategy: "S1", name: "Next", longTermGoal: "", position: 9 }),
  },
  "actions.trainings": { scope: "anywhere", input: () => ({}) },
  "actions.sayTraining": {
    scope: "unit",
    input: (unit) => ({
      ...{ code: null, version: 0, title: "Doors", unit, objective: null, action: null, description: "" },
      ...{ validMonths: 24, withdrawn: false },
    }),
  },
  "actions.sayCompetenceNeed": {
    scope: "unit",
    input: (unit) => ({
      ...{ code: null, version: 0, unit, role: null, competence: "Adjusts doors", training: "T-0001" },
      withdrawn: false,
    }),
  },
  "actions.recordTraining": {
    scope: "anywhere",
    input: () => ({
      ...{ id: null, version: 0, training: "T-9999", person: "viewer", unit: "N-1", heldOn: "2026-01-10" },
      ...{ result: "passed", note: "", withdrawn: false },
    }),
  },
  "actions.feedKpi": { scope: "organisation", input: () => ({ kpi: "ON-TIME", isFed: true }) },
  "audit.clauses": { scope: "anywhere", input: () => ({}) },
};
