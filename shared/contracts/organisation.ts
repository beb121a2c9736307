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
  /** What single sign-on is called; null where it is not set up. */
  singleSignOn: z.string().nullable(),
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
      /** A language tag; null while the person reads in the organisation's. */
      language: z.string().nullable(),
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

const emailSchema = z
  .email()
  .max(254)
  .transform((email) => email.toLowerCase());
const nameSchema = z.string().trim().min(1).max(300);
/** What is too short or too well known is told by the rules of passwords, in a sentence of its own. */
const passwordSchema = z.string().max(1000);
const tokenSchema = z.string().min(20).max(200);
/** The version that the writer saw; a stale one is refused with both values. */
const versionSchema = z.number().int().min(0);

export const settingsSchema = z.object({
  name: nameSchema,
  locale: z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "not a language tag"),
  timeZone: z.string().min(1).max(100),
  fiscalYearStart: z.number().int().min(1).max(12),
  entryDueDay: z.number().int().min(1).max(28),
  approval: z.boolean(),
  minimumCoverage: z.number().min(0).max(100),
  retentionYears: z.number().int().min(1).max(100),
});
/** Null: the organisation's. */
export const chooseLanguageInput = z.object({ language: settingsSchema.shape.locale.nullable() });
export const settingsViewSchema = settingsSchema.extend({ version: versionSchema });
export type ChangeSettingsInput = z.infer<typeof settingsViewSchema>;

/** An own, empty organisation with its first administrator. */
export const setUpInput = z.object({
  token: tokenSchema,
  organisation: nameSchema,
  email: emailSchema,
  name: nameSchema,
  password: passwordSchema,
  fiscalYearStart: z.number().int().min(1).max(12),
  timeZone: z.string().min(1).max(100),
  locale: settingsSchema.shape.locale,
  /** Makes the founder quality manager besides, who keeps strategy, KPIs, targets and results. */
  keepsObjectives: z.boolean(),
});
export type SetUpInput = z.infer<typeof setUpInput>;

/** Where an organisation of one's own is set up, with its one-time token behind a `#`. */
export const setUpPathSchema = z.object({ path: z.string() });

export const invitationInput = z.object({ token: tokenSchema });
export const invitationViewSchema = z.object({
  organisation: z.string(),
  name: z.string(),
  email: z.string(),
  /** A new password for an account that there is already. */
  hasAccount: z.boolean(),
});
export const acceptInvitationInput = z.object({
  token: tokenSchema,
  /** As the person writes it; left out, the name stays. */
  name: nameSchema.optional(),
  password: passwordSchema,
});
export const acceptedInvitationSchema = z.object({ email: z.string() });
export const requestResetInput = z.object({ email: emailSchema });

/** How far an organisation of one's own has come: how many there are of each. */
export const setUpProgressSchema = z.object({
  units: z.number().int(),
  themes: z.number().int(),
  objectives: z.number().int(),
  kpis: z.number().int(),
  assignments: z.number().int(),
  people: z.number().int(),
  hasResults: z.boolean(),
});
export type SetUpProgress = z.infer<typeof setUpProgressSchema>;

export const grantSchema = z.object({
  role: roleSchema,
  /** Null: the whole organisation. */
  unit: codeSchema.nullable(),
  from: dateSchema.nullable(),
  to: dateSchema.nullable(),
});
export type GrantInput = z.infer<typeof grantSchema>;

export const personViewSchema = z.object({
  code: codeSchema,
  name: z.string(),
  email: z.string().nullable(),
  state: z.enum(["active", "suspended", "left"]),
  hasAccount: z.boolean(),
  grants: z.array(grantSchema.extend({ no: z.number().int(), version: versionSchema })),
});
export type PersonView = z.infer<typeof personViewSchema>;
export const peopleViewSchema = z.object({ people: z.array(personViewSchema) });

export const addPersonInput = z.object({ email: emailSchema, name: nameSchema, grants: z.array(grantSchema).max(50) });
export const personInput = z.object({ person: codeSchema });
export const personStateInput = personInput.extend({ state: z.enum(["active", "suspended", "left"]) });
export const grantRoleInput = personInput.extend({ grant: grantSchema });
/** The last day of a role; before today it ends at once. */
export const endRoleInput = z.object({ no: z.number().int(), version: versionSchema, to: dateSchema });
export const withdrawRoleInput = z.object({ no: z.number().int(), version: versionSchema });
/** The path of a one-time link; the address before it is the reader's own. */
export const linkViewSchema = z.object({ path: z.string(), mailed: z.boolean() });

export const keyViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  start: z.string(),
  scope: z.enum(["read", "write"]),
  person: codeSchema,
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime().nullable(),
});
export const keysViewSchema = z.object({ keys: z.array(keyViewSchema) });
export const createKeyInput = z.object({
  name: z.string().trim().min(1).max(100),
  scope: z.enum(["read", "write"]),
  days: z.number().int().min(1).max(3650).nullable(),
});
/** The key is shown once and never again. */
export const createdKeySchema = z.object({ id: z.string(), key: z.string() });
export const revokeKeyInput = z.object({ id: z.string().min(1).max(100) });

export const unitKindSchema = z.enum(["group", "area", "country", "branch", "factory", "function"]);
export const addUnitInput = z.object({
  code: codeSchema,
  name: nameSchema,
  kind: unitKindSchema,
  /** Null for the first unit of all. */
  parent: codeSchema.nullable(),
  from: monthSchema.nullable(),
});
export const describeUnitInput = z.object({
  unit: codeSchema,
  name: nameSchema,
  kind: unitKindSchema,
  version: versionSchema,
});
export const moveUnitInput = z.object({ unit: codeSchema, parent: codeSchema, from: monthSchema });
/** A unit of today's tree or of another time, with all its places in the tree. */
export const unitHistorySchema = z.object({
  code: codeSchema,
  name: z.string(),
  kind: z.string(),
  version: versionSchema,
  /** In today's tree; null for a unit that is not in it. */
  depth: z.number().int().nullable(),
  places: z.array(z.object({ parent: codeSchema.nullable(), from: monthSchema, to: monthSchema.nullable() })),
});
export type UnitHistory = z.infer<typeof unitHistorySchema>;
export const unitsViewSchema = z.object({ units: z.array(unitHistorySchema) });
export const endUnitInput = z.object({ unit: codeSchema, from: monthSchema });
