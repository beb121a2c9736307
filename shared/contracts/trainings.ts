import { z } from "zod";
import { COMPETENCE_STATES, TRAINING_RESULTS } from "../domain/competence.ts";
import { ROLES } from "../domain/permissions.ts";
import { effectCheckSchema } from "./actions.ts";
import { asOfSchema, codeSchema, dateSchema } from "./primitives.ts";

const whole = z.number().int();
const named = z.object({ code: codeSchema, name: z.string() });
const version = whole.min(0);
const free = z.string().trim().max(4000);

export const trainingsInput = z.object({ asOf: asOfSchema.optional() });

export const sayTrainingInput = z.object({
  /** Null for a new one, which gets the next number. */
  code: codeSchema.nullable(),
  version,
  title: z.string().trim().min(1).max(300),
  unit: codeSchema,
  objective: codeSchema.nullable(),
  /** The action that carries it out: its promise is the effect that the data are asked about. */
  action: codeSchema.nullable(),
  description: free,
  /** For how long a record of it holds; null: for good. */
  validMonths: whole.min(1).max(600).nullable(),
  withdrawn: z.boolean(),
});
export const sayCompetenceNeedInput = z.object({
  code: codeSchema.nullable(),
  version,
  unit: codeSchema,
  /** Null: everyone at the unit and below it. */
  role: z.enum(ROLES).nullable(),
  competence: z.string().trim().min(1).max(4000),
  training: codeSchema,
  withdrawn: z.boolean(),
});
export const recordTrainingInput = z.object({
  /** Null for a new one. */
  id: z.string().max(36).nullable(),
  version,
  training: codeSchema,
  person: codeSchema,
  unit: codeSchema,
  heldOn: dateSchema,
  result: z.enum(TRAINING_RESULTS),
  /** Left out: as long as the training says. */
  validTo: dateSchema.nullable().optional(),
  note: free,
  withdrawn: z.boolean(),
});
export const feedKpiInput = z.object({ kpi: codeSchema, isFed: z.boolean() });

/** Who needs which training, and how they stand; what was taught, with its effect by the data. */
export const trainingsViewSchema = z.object({
  headline: z.string(),
  standings: z.array(
    z.object({
      person: named,
      unit: named,
      training: named,
      state: z.enum(COMPETENCE_STATES),
      stateWord: z.string(),
      validTo: dateSchema.nullable(),
    }),
  ),
  trainings: z.array(
    z.object({
      ...sayTrainingInput.omit({ withdrawn: true, objective: true, action: true }).shape,
      code: codeSchema,
      unitName: z.string(),
      objective: named.nullable(),
      action: named.nullable(),
      /** Null where no action with a promise carries it out. */
      check: effectCheckSchema.nullable(),
      checkSentence: z.string(),
      people: z.object({ valid: whole, of: whole }),
      mayEdit: z.boolean(),
    }),
  ),
  needs: z.array(
    z.object({
      ...sayCompetenceNeedInput.omit({ withdrawn: true }).shape,
      code: codeSchema,
      unitName: z.string(),
      roleWord: z.string(),
      trainingTitle: z.string(),
      mayEdit: z.boolean(),
    }),
  ),
  records: z.array(
    z.object({
      ...recordTrainingInput.omit({ withdrawn: true, id: true }).shape,
      id: z.string(),
      validTo: dateSchema.nullable(),
      personName: z.string(),
      unitName: z.string(),
      trainingTitle: z.string(),
      resultWord: z.string(),
      mayEdit: z.boolean(),
    }),
  ),
  /** KPIs whose results are counted from the records. */
  fed: z.array(named),
  /** What a form may name. */
  choices: z.object({
    people: z.array(named.extend({ unit: codeSchema })),
    objectives: z.array(named),
    actions: z.array(named),
    /** Ratios that may be counted from the records. */
    kpis: z.array(named),
  }),
  mayEdit: z.boolean(),
  mayFeed: z.boolean(),
});
export type TrainingsView = z.infer<typeof trainingsViewSchema>;
