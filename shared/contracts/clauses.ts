import { z } from "zod";
import { CLAUSE_EDITIONS, EVIDENCE_KINDS } from "../domain/clauses.ts";
import { asOfSchema } from "./primitives.ts";

const editionSchema = z.enum(CLAUSE_EDITIONS as [(typeof CLAUSE_EDITIONS)[number]]);

export const clausesInput = z.object({ edition: editionSchema.optional(), asOf: asOfSchema.optional() });

/** A record that proves something: its code, what it says, its day where it has one, and where it is seen. */
export const evidenceItemSchema = z.object({
  code: z.string(),
  text: z.string(),
  on: z.iso.date().nullable(),
  path: z.string(),
});
export type EvidenceItem = z.infer<typeof evidenceItemSchema>;

const evidenceSchema = z.object({
  kind: z.enum(EVIDENCE_KINDS),
  /** "3 needs". */
  word: z.string(),
  count: z.number().int(),
  latest: z.iso.date().nullable(),
  /** The newest few. */
  items: z.array(evidenceItemSchema),
});

/** Each requirement of an edition with the records that satisfy it and what is missing, as of a moment. */
export const clauseMatrixSchema = z.object({
  edition: editionSchema,
  editions: z.array(editionSchema),
  headline: z.string(),
  clauses: z.array(
    z.object({
      number: z.string(),
      title: z.string(),
      state: z.enum(["met", "partly", "missing", "elsewhere"]),
      stateWord: z.string(),
      evidence: z.array(evidenceSchema),
      missing: z.string(),
    }),
  ),
  /** Whether the reader may take the evidence away as a file. */
  mayExport: z.boolean(),
});
export type ClauseMatrix = z.infer<typeof clauseMatrixSchema>;

export const EVIDENCE_FORMAT = "plumbline-evidence-1";

/** What the auditor's pack holds: the matrix and every record behind it, people by code. */
export const evidencePackSchema = z.object({
  format: z.literal(EVIDENCE_FORMAT),
  organisation: z.string(),
  asOf: z.iso.datetime(),
  /** Code of who took it. */
  by: z.string(),
  /** The end of the audit chain at that moment, signed. */
  chain: z.object({ seq: z.number().int(), hash: z.string(), signature: z.string() }),
  matrix: clauseMatrixSchema.omit({ editions: true, mayExport: true }),
  records: z.array(z.object({ kind: z.enum(EVIDENCE_KINDS), word: z.string(), items: z.array(evidenceItemSchema) })),
});
export type EvidencePack = z.infer<typeof evidencePackSchema>;
