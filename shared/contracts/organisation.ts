import { z } from "zod";
import { codeSchema, dateSchema, monthSchema, unitRefSchema } from "./primitives.ts";

export const roleSchema = z.enum([
  "viewer",
  "contributor",
  "approver",
  "leader",
  "executive",
  "quality-manager",
  "auditor",
  "admin",
]);

/** A unit as the pickers show it: in the order of the tree, `depth` 0 for the root of what the reader may see. */
export const unitNodeSchema = unitRefSchema.extend({
  parent: codeSchema.nullable(),
  depth: z.number().int(),
  /** May results be entered for it by the reader? */
  mayEnter: z.boolean(),
});
export type UnitNode = z.infer<typeof unitNodeSchema>;

/** Who is here, what they may do, and where their screens begin. */
export const sessionViewSchema = z.object({
  mode: z.enum(["demo", "production"]),
  organisation: z.object({
    name: z.string(),
    locale: z.string(),
    timeZone: z.string(),
    fiscalYearStart: z.number().int(),
    entryDueDay: z.number().int(),
    approval: z.boolean(),
    minimumCoverage: z.number(),
  }),
  person: z
    .object({
      code: codeSchema,
      name: z.string(),
      roles: z.array(
        z.object({
          role: roleSchema,
          unit: codeSchema.nullable(),
          from: dateSchema.nullable(),
          to: dateSchema.nullable(),
        }),
      ),
      /** Actions of the permission table that the person holds somewhere; the server checks each call again. */
      may: z.array(z.string()),
      home: z.enum(["overview", "entry", "snapshots"]),
    })
    .nullable(),
  /** Empty without a person. In tree order. */
  units: z.array(unitNodeSchema),
  /** The person's first unit. */
  unit: codeSchema.nullable(),
  /** The newest month at minimum coverage or past its due day, of the whole organisation. */
  period: monthSchema.nullable(),
  firstPeriod: monthSchema.nullable(),
  lastPeriod: monthSchema.nullable(),
  today: dateSchema,
  /** Rises with every command: caches of older answers are stale. */
  dataVersion: z.number().int(),
  /** Work that waits for the person: cells still to enter for the newest due month. */
  due: z.object({ entries: z.number().int(), unit: codeSchema.nullable(), month: monthSchema.nullable() }),
});
export type SessionView = z.infer<typeof sessionViewSchema>;

/** The one-click sign-ins of demo mode. */
export const demoPersonSchema = z.object({ code: z.string(), name: z.string(), role: roleSchema, does: z.string() });
