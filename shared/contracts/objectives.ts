import { z } from "zod";
import { overviewKpiSchema } from "./insight.ts";
import { codeSchema, dateSchema, monthSchema, statusSchema } from "./primitives.ts";

export const objectiveStateSchema = z.enum(["draft", "proposed", "approved", "closed"]);
const whole = z.number().int();
const named = z.object({ code: codeSchema, name: z.string() });
const long = z.string().trim().max(4000);

export const objectivesInput = z.object({
  unit: codeSchema.optional(),
  period: monthSchema.optional(),
  fiscalYear: whole.min(1900).max(9999).optional(),
});

export const objectiveRowSchema = z.object({
  code: codeSchema,
  statement: z.string(),
  unit: named,
  depth: whole,
  state: objectiveStateSchema,
  stateWord: z.string(),
  owner: z.string().nullable(),
  theme: z.string(),
  /** "3 of 6 KPIs on target", "No KPI". */
  sentence: z.string(),
  worst: statusSchema.nullable(),
  isBlind: z.boolean(),
  isNeglected: z.boolean(),
  acknowledged: z.object({ people: whole, of: whole }),
});
export type ObjectiveRow = z.infer<typeof objectiveRowSchema>;

/** The objectives of a year at a unit: its own, those of units below it, and those above that it serves. */
export const objectivesViewSchema = z.object({
  fiscalYear: whole,
  years: z.array(whole),
  headline: z.string(),
  objectives: z.array(objectiveRowSchema),
  mayEdit: z.boolean(),
});
export type ObjectivesView = z.infer<typeof objectivesViewSchema>;

export const objectiveInput = z.object({ code: codeSchema, period: monthSchema.optional() });

export const proposalSchema = z.object({
  id: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
  kpi: z.string().nullable(),
  target: z.number().nullable(),
  text: z.string(),
  outcome: z.enum(["open", "agreed", "countered", "declined"]),
  outcomeWord: z.string(),
  settledBy: z.string().nullable(),
  answers: z.string().nullable(),
});

export const planFieldsSchema = z.object({ what: long, resources: long, who: long, when: long, evaluation: long });

/** One objective on one page: why, what, how well, what is done, who has agreed. */
export const objectiveViewSchema = z.object({
  code: codeSchema,
  version: whole,
  fiscalYear: whole,
  period: monthSchema,
  statement: z.string(),
  headline: z.string(),
  state: objectiveStateSchema,
  stateWord: z.string(),
  unit: named,
  theme: named.extend({ goal: z.string(), strategy: z.string() }),
  policySentence: z.object({ id: whole, position: whole, text: z.string() }).nullable(),
  owner: named.nullable(),
  parent: named.nullable(),
  children: z.array(named),
  plan: planFieldsSchema,
  missing: z.array(z.string()),
  missingSentence: z.string(),
  weights: z.array(z.object({ kpi: codeSchema, weight: z.number() })),
  kpis: z.array(overviewKpiSchema),
  actions: z.array(
    z.object({
      code: z.string(),
      title: z.string(),
      kpi: z.string().nullable(),
      cause: z.string(),
      owner: z.string().nullable(),
      due: dateSchema.nullable(),
      sentence: z.string(),
      verification: z.string().nullable(),
    }),
  ),
  needs: z.array(named),
  risks: z.array(named),
  proposals: z.array(proposalSchema),
  readers: z.array(z.object({ person: z.string(), at: z.iso.datetime().nullable(), isCurrent: z.boolean() })),
  hasAcknowledged: z.boolean(),
  previous: named.extend({ outcome: z.string().nullable() }).nullable(),
  next: named.nullable(),
  closing: z
    .object({ outcome: z.enum(["reached", "partly", "not_reached"]), word: z.string(), assessment: z.string() })
    .nullable(),
  /** Decisions and verified effects that the next year is set with. */
  lessons: z.array(
    z.object({ kind: z.enum(["decision", "effect"]), code: codeSchema, name: z.string(), detail: z.string() }),
  ),
  commitments: z.array(z.object({ person: z.string(), text: z.string(), account: z.string() })),
  choices: z.object({
    themes: z.array(named),
    sentences: z.array(z.object({ id: whole, position: whole, text: z.string() })),
    people: z.array(named),
    kpis: z.array(named),
    parents: z.array(named),
  }),
  mayEdit: z.boolean(),
});
export type ObjectiveView = z.infer<typeof objectiveViewSchema>;

export const sayObjectiveInput = z.object({
  /** Null for a new one, which gets the next code of its year. */
  code: codeSchema.nullable(),
  version: whole.min(1).optional(),
  fiscalYear: whole.min(1900).max(9999),
  unit: codeSchema,
  theme: codeSchema,
  parent: codeSchema.nullable(),
  owner: codeSchema.nullable(),
  statement: z.string().trim().min(1).max(1000),
  policySentence: whole.nullable(),
  plan: planFieldsSchema,
  kpis: z.array(z.object({ kpi: codeSchema, weight: z.number().positive().max(1000) })).max(100),
});
export const objectiveCodeSchema = z.object({ code: codeSchema });

/** What a form needs before there is an objective. */
export const objectiveChoicesInput = z.object({ fiscalYear: whole.min(1900).max(9999) });
export const objectiveChoicesSchema = objectiveViewSchema.shape.choices;

export const stateInput = z.object({
  code: codeSchema,
  version: whole.min(1),
  to: z.enum(["draft", "proposed", "approved"]),
});
export const closeObjectiveInput = z.object({
  code: codeSchema,
  version: whole.min(1),
  outcome: z.enum(["reached", "partly", "not_reached"]),
  assessment: z.string().trim().min(1).max(4000),
});
export const carryOnInput = z.object({
  code: codeSchema,
  /** Decisions and actions whose lesson goes into the new year's plan, by their numbers. */
  lessons: z.array(codeSchema).max(100).optional(),
});
export const proposeInput = z.object({
  objective: codeSchema,
  answers: z.string().max(36).nullable(),
  kpi: codeSchema.nullable(),
  target: z.number().gt(-1e15).lt(1e15).nullable(),
  text: long,
});
export const settleInput = z.object({ id: z.string().max(36), outcome: z.enum(["agreed", "declined"]) });

export const commitmentsViewSchema = z.object({
  mine: z.array(
    z.object({
      id: z.string(),
      version: whole,
      objective: named,
      text: z.string(),
      account: z.string(),
      reviewedOn: dateSchema.nullable(),
      /** From the policy's sentence to this commitment. */
      lineOfSight: z.array(z.object({ label: z.string(), text: z.string() })),
    }),
  ),
  /** The reader's own open actions, each with its line of sight from the policy. */
  actions: z.array(
    z.object({
      code: codeSchema,
      title: z.string(),
      lineOfSight: z.array(z.object({ label: z.string(), text: z.string() })),
    }),
  ),
  leaders: z.array(
    z.object({ id: z.string(), person: z.string(), objective: named, text: z.string(), account: z.string() }),
  ),
  unread: z.array(named),
  objectives: z.array(named),
});
export type CommitmentsView = z.infer<typeof commitmentsViewSchema>;
export const commitmentInput = z.object({
  id: z.string().max(36).nullable(),
  version: whole.min(1).optional(),
  objective: codeSchema,
  text: z.string().trim().min(1).max(4000),
  account: long,
  reviewedOn: dateSchema.nullable(),
  withdrawn: z.boolean(),
});
