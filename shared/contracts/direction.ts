import { z } from "zod";
import { asOfSchema, codeSchema, dateSchema } from "./primitives.ts";

const whole = z.number().int();
const year = whole.min(1900).max(9999);
const short = z.string().trim().min(1).max(300);
const free = z.string().trim().max(4000);

export const directionInput = z.object({ asOf: asOfSchema.optional() });

/** A version of the policy. One without approval is a draft: it is in force on no day. */
const policySchema = z.object({
  version: whole,
  validFrom: dateSchema,
  /** The last day before the next approved one; null: until further notice. */
  validTo: dateSchema.nullable(),
  state: z.enum(["draft", "coming", "in_force", "past"]),
  stateWord: z.string(),
  text: z.string(),
  approvedBy: z.string().nullable(),
  /** With how many objectives cite each. */
  sentences: z.array(z.object({ id: whole, position: whole, text: z.string(), objectives: whole })),
});

const themeSchema = z.object({
  code: codeSchema,
  version: whole,
  strategy: codeSchema,
  name: z.string(),
  longTermGoal: z.string(),
  position: whole,
  /** Objectives of the present fiscal year below it. */
  objectives: whole,
});

const strategySchema = z.object({
  code: codeSchema,
  version: whole,
  name: z.string(),
  fromYear: year,
  toYear: year,
  statement: z.string(),
  isInForce: z.boolean(),
  themes: z.array(themeSchema),
});

/** Where the organisation is going: its policy, its strategies and their themes, for everyone to read. */
export const directionViewSchema = z.object({
  headline: z.string(),
  policies: z.array(policySchema),
  strategies: z.array(strategySchema),
  mayEdit: z.boolean(),
  mayApprove: z.boolean(),
});
export type DirectionView = z.infer<typeof directionViewSchema>;

export const sayPolicyInput = z.object({
  validFrom: dateSchema,
  /** Of the draft that is changed; 0 for a new one. */
  version: whole.min(0),
  /** In their order; objectives cite one of them. */
  sentences: z.array(z.string().trim().min(1).max(400)).min(1).max(40),
});
export const approvePolicyInput = z.object({ validFrom: dateSchema, version: whole.min(1) });

export const sayStrategyInput = z.object({
  code: codeSchema,
  version: whole.min(0),
  name: short,
  fromYear: year,
  toYear: year,
  statement: free,
});
export const sayThemeInput = z.object({
  code: codeSchema,
  version: whole.min(0),
  strategy: codeSchema,
  name: short,
  longTermGoal: free,
  position: whole.min(1).max(1000),
});
