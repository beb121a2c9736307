import { z } from "zod";
import { BREAKS } from "../domain/strategy-thread.ts";
import { scopeShape } from "./insight.ts";
import { codeSchema, dateSchema, monthSchema, statusSchema, unitRefSchema } from "./primitives.ts";

export const threadInput = z.object(scopeShape);

export const threadKindSchema = z.enum(["need", "risk", "opportunity", "theme", "objective", "kpi", "plan"]);

/** A card of the thread. `id` is its kind and code; a status is told by its shape and by `detail`. */
export const threadCardSchema = z.object({
  id: z.string(),
  kind: threadKindSchema,
  code: z.string(),
  title: z.string(),
  detail: z.string(),
  status: statusSchema.nullable(),
});
export type ThreadCard = z.infer<typeof threadCardSchema>;

/** Needs and risks → strategy → objectives → KPIs → plans, with live status and the links between neighbours. */
export const threadViewSchema = z.object({
  unit: unitRefSchema,
  period: monthSchema,
  headline: z.string(),
  columns: z.array(z.object({ title: z.string(), cards: z.array(threadCardSchema) })),
  links: z.array(z.object({ from: z.string(), to: z.string() })),
  breaks: z.array(z.object({ kind: z.enum(BREAKS), sentence: z.string(), cards: z.array(z.string()) })),
});
export type ThreadView = z.infer<typeof threadViewSchema>;

const text = z.string().trim().min(1).max(4000);
const free = z.string().trim().max(4000);
const whole = z.number().int();
const version = whole.min(0).optional();
const known = { code: codeSchema.nullable(), version };

export const partyKindSchema = z.enum([
  "customer",
  "user",
  "employee",
  "owner",
  "supplier",
  "authority",
  "society",
  "other",
]);
export const partyInput = z.object({ ...known, name: z.string().trim().min(1).max(300), kind: partyKindSchema });
export const needInput = z.object({
  ...known,
  unit: codeSchema,
  party: codeSchema,
  text,
  requirement: free.max(1000),
  reviewedOn: dateSchema.nullable(),
  objectives: z.array(codeSchema).max(200),
});
export const riskInput = z.object({
  ...known,
  kind: z.enum(["risk", "opportunity"]),
  unit: codeSchema,
  text,
  likelihood: whole.min(1).max(5),
  consequence: whole.min(1).max(5),
  treatment: free,
  owner: codeSchema.nullable(),
  verdict: z.enum(["not_judged", "effective", "not_effective"]),
  verdictReason: free,
  objectives: z.array(codeSchema).max(200),
  needs: z.array(codeSchema).max(200),
  actions: z.array(codeSchema).max(200),
});
export const issueInput = z.object({
  ...known,
  kind: z.enum(["internal", "external"]),
  unit: codeSchema,
  text,
  reviewedOn: dateSchema.nullable(),
});
export const withdrawInput = z.object({
  entity: z.enum(["party", "need", "risk", "issue"]),
  code: codeSchema,
  version: whole.min(1),
  reason: z.string().trim().min(1).max(1000),
});

const named = z.object({ code: codeSchema, name: z.string() });

/** All of the context that the reader may see: at units of theirs, and parties. */
export const contextViewSchema = z.object({
  parties: z.array(partyInput.extend({ code: codeSchema, version: whole, kindWord: z.string() })),
  needs: z.array(
    needInput.extend({
      code: codeSchema,
      version: whole,
      partyName: z.string(),
      unitName: z.string(),
      mayEdit: z.boolean(),
    }),
  ),
  risks: z.array(
    riskInput.extend({
      ...{ code: codeSchema, version: whole, unitName: z.string(), ownerName: z.string().nullable() },
      ...{ rating: z.enum(["low", "medium", "high"]), ratingLine: z.string(), verdictWord: z.string() },
      mayEdit: z.boolean(),
    }),
  ),
  issues: z.array(issueInput.extend({ code: codeSchema, version: whole, unitName: z.string(), mayEdit: z.boolean() })),
  /** What a form may name: objectives of the newest year, actions that are open, and people. */
  choices: z.object({ objectives: z.array(named), actions: z.array(named), people: z.array(named) }),
  mayEditParties: z.boolean(),
});
export type ContextView = z.infer<typeof contextViewSchema>;
