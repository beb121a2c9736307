import { z } from "zod";
import { codeSchema, dateSchema, monthSchema } from "../../shared/contracts/primitives.ts";
import { decisionKindSchema, reviewInputCodeSchema, reviewStateSchema } from "../../shared/contracts/reviews.ts";
import { TRAINING_RESULTS } from "../../shared/domain/competence.ts";
import { isGrantInForce, ROLES } from "../../shared/domain/permissions.ts";
import type { ApiRoute } from "./api-route.ts";
import { recordList } from "./record-list.ts";

const whole = z.number().int();
const day = dateSchema.nullable();
const person = codeSchema.nullable();
const codes = z.array(codeSchema);
const numbered = { code: codeSchema, version: whole };
const byCode = ({ code }: { readonly code: string }) => code;
const ofUnit = ({ unit }: { readonly unit: string }) => unit;

/** Whose commitments everyone may see. */
const LEADING = ["leader", "executive"];

type Linked = { readonly from: string; readonly to: string };
const linkedTo = (links: readonly Linked[], code: string) =>
  links.filter(({ to }) => to === code).map(({ from }) => from);

const policies = recordList({
  name: "GET /api/v1/policies",
  summary: "Versions of the quality policy with their sentences, drafts among them.",
  word: "policies",
  row: z.object({
    ...{ validFrom: dateSchema, version: whole, approvedBy: person },
    sentences: z.array(z.object({ position: whole, text: z.string() })),
  }),
  rows: async ({ readings }) =>
    (await readings.strategy.policies()).map(({ validFrom, version, approvedBy, sentences }) => ({
      ...{ validFrom, version, approvedBy },
      sentences: sentences.map(({ position, text }) => ({ position, text })),
    })),
  keyOf: ({ validFrom }) => validFrom,
  unitOf: () => null,
});

const themes = recordList({
  name: "GET /api/v1/themes",
  summary: "Themes with their long-term goals and the years of their strategies.",
  word: "themes",
  row: z.object({
    ...{ ...numbered, name: z.string(), longTermGoal: z.string(), position: whole },
    ...{ strategy: codeSchema, strategyName: z.string(), fromYear: whole, toYear: whole },
  }),
  rows: async ({ readings }) => {
    const strategies = new Map((await readings.strategy.strategies()).map((strategy) => [strategy.code, strategy]));
    return (await readings.strategy.themes()).flatMap((theme) => {
      const strategy = strategies.get(theme.strategy);
      if (strategy === undefined) return [];
      const { name: strategyName, fromYear, toYear } = strategy;
      return [{ ...theme, strategyName, fromYear, toYear }];
    });
  },
  keyOf: byCode,
  unitOf: () => null,
});

const needs = recordList({
  name: "GET /api/v1/needs",
  summary: "Needs of interested parties with the objectives that answer them.",
  word: "needs",
  row: z.object({
    ...{ ...numbered, unit: codeSchema, party: codeSchema, partyName: z.string(), text: z.string() },
    ...{ requirement: z.string(), reviewedOn: day, objectives: codes },
  }),
  rows: async ({ readings: { context } }) => {
    const parties = new Map((await context.parties()).map(({ code, name }) => [code, name]));
    const links = await context.links("objective_need");
    return (await context.needs()).map((need) => ({
      ...need,
      partyName: parties.get(need.party) ?? need.party,
      objectives: linkedTo(links, need.code),
    }));
  },
  keyOf: byCode,
  unitOf: ofUnit,
});

const risks = recordList({
  name: "GET /api/v1/risks",
  summary: "Risks and opportunities with their treatment, its verdict, and what they are linked to.",
  word: "risks",
  row: z.object({
    ...{ ...numbered, kind: z.enum(["risk", "opportunity"]), unit: codeSchema, text: z.string(), owner: person },
    ...{ likelihood: whole, consequence: whole, treatment: z.string() },
    ...{ verdict: z.enum(["not_judged", "effective", "not_effective"]), verdictReason: z.string() },
    ...{ objectives: codes, needs: codes, actions: codes },
  }),
  rows: async ({ readings: { context } }) => {
    const [objectives, ofNeeds, actions] = [
      await context.links("objective_risk"),
      await context.links("need_risk"),
      await context.links("action_risk"),
    ];
    return (await context.risks()).map((risk) => ({
      ...risk,
      objectives: linkedTo(objectives, risk.code),
      needs: linkedTo(ofNeeds, risk.code),
      actions: linkedTo(actions, risk.code),
    }));
  },
  keyOf: byCode,
  unitOf: ofUnit,
});

const commitments = recordList({
  name: "GET /api/v1/commitments",
  summary: "What the key's owner has taken on for objectives, and what leaders have, with their own account of it.",
  word: "commitments",
  row: z.object({
    ...{ id: z.string(), version: whole, person: codeSchema, objective: codeSchema, unit: codeSchema },
    ...{ text: z.string(), account: z.string(), reviewedOn: day },
  }),
  rows: async ({ readings }, actor) => {
    const units = new Map((await readings.objectives.list(null)).map(({ code, unit }) => [code, unit]));
    const people = new Map((await readings.people.list()).map(({ id, code }) => [id, code]));
    const grants = await readings.people.grants();
    const leading = grants.filter((grant) => LEADING.includes(grant.role) && isGrantInForce(grant, actor.today));
    const shown = new Set([...leading.map(({ personId }) => people.get(personId)), actor.by]);
    return (await readings.agreement.commitments())
      .filter((commitment) => shown.has(commitment.person))
      .map((commitment) => ({ ...commitment, unit: units.get(commitment.objective) ?? "" }));
  },
  keyOf: ({ id }) => id,
  unitOf: ofUnit,
});

const trainings = recordList({
  name: "GET /api/v1/trainings",
  summary: "Trainings with the objective they serve, the action that carries them out, and who needs them.",
  word: "trainings",
  row: z.object({
    ...{ ...numbered, title: z.string(), unit: codeSchema, objective: person, action: person },
    ...{ description: z.string(), validMonths: whole.nullable() },
    needs: z.array(z.object({ ...numbered, unit: codeSchema, role: z.enum(ROLES).nullable(), competence: z.string() })),
  }),
  rows: async ({ readings }) => {
    const all = Map.groupBy(await readings.trainings.needs(), ({ training }) => training);
    return (await readings.trainings.list()).map((training) => ({
      ...training,
      needs: (all.get(training.code) ?? []).map(({ training: _, ...need }) => need),
    }));
  },
  keyOf: byCode,
  unitOf: ofUnit,
});

const trainingRecords = recordList({
  name: "GET /api/v1/training-records",
  summary: "Who took which training, with what result and until when it holds.",
  word: "trainingRecords",
  row: z.object({
    ...{ id: z.string(), version: whole, training: codeSchema, person: codeSchema, unit: codeSchema },
    ...{ heldOn: dateSchema, result: z.enum(TRAINING_RESULTS), validTo: day, note: z.string() },
  }),
  rows: async ({ readings }) => readings.trainings.records(),
  keyOf: ({ id }) => id,
  unitOf: ofUnit,
});

const reviews = recordList({
  name: "GET /api/v1/reviews",
  summary: "Management reviews with the inputs of ISO 9001:2015, 9.3.2 that they covered.",
  word: "reviews",
  row: z.object({
    ...{ ...numbered, title: z.string(), level: z.enum(["organisation", "area", "unit"]), unit: codeSchema },
    ...{ period: monthSchema, plannedOn: dateSchema, heldOn: day, state: reviewStateSchema },
    ...{ participants: z.string(), minutes: z.string() },
    inputs: z.array(z.object({ input: reviewInputCodeSchema, covered: z.boolean(), note: z.string() })),
  }),
  rows: async ({ readings }) => {
    const meetings = await readings.reviews.meetings(null);
    const inputs = Map.groupBy(await readings.reviews.inputs(meetings.map(({ code }) => code)), ({ review }) => review);
    return meetings.map((meeting) => ({
      ...meeting,
      inputs: (inputs.get(meeting.code) ?? []).map(({ input, covered, note }) => ({
        input: reviewInputCodeSchema.parse(input),
        ...{ covered, note },
      })),
    }));
  },
  keyOf: byCode,
  unitOf: ofUnit,
});

const decisions = recordList({
  name: "GET /api/v1/decisions",
  summary: "Decisions with options, reasons, owner and the snapshot that holds what was seen.",
  word: "decisions",
  row: z.object({
    ...{ ...numbered, kind: decisionKindSchema, unit: codeSchema, kpi: person, owner: person, text: z.string() },
    ...{ options: z.string(), rationale: z.string(), decidedOn: dateSchema, reviewOn: day },
    ...{ evidence: z.string().nullable(), review: person, supersedes: person },
  }),
  rows: async ({ readings }) =>
    (await readings.reviews.decisions({ units: null, kpis: null })).map(({ seen: _, ...decision }) => decision),
  keyOf: byCode,
  unitOf: ofUnit,
});

/** Lists of what stands between the policy and the proof. */
export const LOOP_ROUTES: readonly ApiRoute[] = [
  ...[policies, themes, needs, risks, commitments],
  ...[trainings, trainingRecords, reviews, decisions],
];
