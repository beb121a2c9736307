import { z } from "zod";
import { codeSchema, dateSchema } from "./primitives.ts";

const versionSchema = z.number().int().min(0);
const reasonSchema = z.string().trim().max(2000);

/** A person as lists of people offer them. */
export const personChoiceSchema = z.object({ code: codeSchema, name: z.string() });

export const deputyViewSchema = z.object({
  id: z.string(),
  version: versionSchema,
  person: personChoiceSchema,
  deputy: personChoiceSchema,
  from: dateSchema,
  to: dateSchema,
  reason: z.string(),
  /** Before its first day, between its days, or after its last. */
  state: z.enum(["ahead", "now", "over"]),
  /** "Anna Virta acts for Mika Salo until 31 July 2026." */
  sentence: z.string(),
  mayChange: z.boolean(),
});
export type DeputyView = z.infer<typeof deputyViewSchema>;

export const handOverItemsSchema = z.object({
  kpis: z.array(codeSchema).max(500),
  objectives: z.array(codeSchema).max(500),
  actions: z.array(codeSchema).max(2000),
});

export const handOverViewSchema = z.object({
  id: z.string(),
  version: versionSchema,
  from: personChoiceSchema,
  to: personChoiceSchema,
  on: dateSchema,
  items: handOverItemsSchema,
  reason: z.string(),
  state: z.enum(["planned", "done", "cancelled"]),
  sentence: z.string(),
  mayChange: z.boolean(),
});
export type HandOverView = z.infer<typeof handOverViewSchema>;

/** What a person owns now. */
export const ownedSchema = z.object({
  kind: z.enum(["kpi", "objective", "action"]),
  code: codeSchema,
  name: z.string(),
});
export type Owned = z.infer<typeof ownedSchema>;

export const dutiesInput = z.object({ person: codeSchema.optional() });
export const dutiesViewSchema = z.object({
  person: personChoiceSchema,
  /** Whom the person may name: everyone who is active. */
  people: z.array(personChoiceSchema),
  deputies: z.array(deputyViewSchema),
  handOvers: z.array(handOverViewSchema),
  owned: z.array(ownedSchema),
});
export type DutiesView = z.infer<typeof dutiesViewSchema>;

export const nameDeputyInput = z.object({
  /** Whose deputy; left out, one's own. */
  person: codeSchema.optional(),
  deputy: codeSchema,
  from: dateSchema,
  to: dateSchema,
  reason: reasonSchema,
});
export const endDeputyInput = z.object({ id: z.uuid(), version: versionSchema });
export const handOverInput = z.object({
  person: codeSchema.optional(),
  to: codeSchema,
  on: dateSchema,
  items: handOverItemsSchema,
  reason: reasonSchema,
});
export const cancelHandOverInput = z.object({ id: z.uuid(), version: versionSchema });
