import type { ClauseMatrix, EvidenceItem, EvidencePack } from "../../shared/contracts/clauses.ts";
import { EVIDENCE_FORMAT } from "../../shared/contracts/clauses.ts";
import {
  CLAUSE_EDITIONS,
  CLAUSES,
  type Clause,
  type ClauseEdition,
  type ClauseState,
  clauseState,
  type EvidenceKind,
} from "../../shared/domain/clauses.ts";
import { AppError } from "../../shared/domain/failures.ts";
import { maySomewhere, unitsOf } from "../../shared/domain/permissions.ts";
import { CLAUSE_STATE, evidenceCount, matrixHeadline, missingSentence } from "../../shared/text/clause-text.ts";
import type { Actor } from "../access/actor.ts";
import { readingsAsOf } from "../as-of.ts";
import { type Evidence, readEvidence } from "./evidence.ts";

type Asked = { readonly edition?: ClauseEdition | undefined; readonly asOf?: string | undefined };

/** Newest records that a line of the matrix names. */
const NAMED = 3;

/** Every requirement with the records that satisfy it, as far as the reader's units go. */
export async function clauseMatrix(actor: Actor, asked: Asked): Promise<ClauseMatrix> {
  const { matrix } = await matrixOf(actor, asked, "read");
  return { ...matrix, editions: [...CLAUSE_EDITIONS], mayExport: maySomewhere(actor.holder, "read-evidence") };
}

/** The matrix and every record behind it, for a file that stands alone. */
export async function evidencePack(actor: Actor, asked: Asked): Promise<EvidencePack> {
  if (!maySomewhere(actor.holder, "read-evidence")) throw new AppError("not-allowed");
  const organisation = await actor.store.organisation.find();
  if (organisation === null) throw new AppError("no-organisation");
  const chain = await actor.store.signedHead();
  const { matrix, evidence, moment } = await matrixOf(actor, asked, "read-evidence");
  return {
    format: EVIDENCE_FORMAT,
    organisation: organisation.name,
    asOf: new Date(moment ?? actor.now()).toISOString(),
    by: actor.by,
    chain,
    matrix,
    records: [...evidence].map(([kind, items]) => ({
      kind,
      word: evidenceCount(kind, items.length),
      items: [...items],
    })),
  };
}

async function matrixOf(actor: Actor, { edition = "9001:2015", asOf }: Asked, right: "read" | "read-evidence") {
  const { readings, today, moment } = await readingsAsOf(actor, asOf);
  const readable = unitsOf(actor.holder, right);
  const evidence = await readEvidence({
    ...{ readings, today },
    isReadable: (unit) => readable === "all" || readable.has(unit),
  });
  const clauses = CLAUSES[edition].map((clause) => rowOf(clause, evidence));
  const count = (state: ClauseState) => clauses.filter((clause) => clause.state === state).length;
  const totals = {
    ...{ met: count("met"), partly: count("partly") },
    ...{ missing: count("missing"), elsewhere: count("elsewhere") },
  };
  return { evidence, moment, matrix: { edition, headline: matrixHeadline(totals), clauses } };
}

function rowOf({ number, title, evidence: asked }: Clause, evidence: Evidence): ClauseMatrix["clauses"][number] {
  const itemsOf = (kind: EvidenceKind) => evidence.get(kind) ?? [];
  const state = clauseState(asked, (kind) => itemsOf(kind).length);
  return {
    ...{ number, title, state, stateWord: CLAUSE_STATE[state] },
    evidence: asked
      .filter((kind) => itemsOf(kind).length > 0)
      .map((kind) => {
        const items = newestFirst(itemsOf(kind));
        const count = items.length;
        return {
          kind,
          word: evidenceCount(kind, count),
          count,
          latest: items[0]?.on ?? null,
          items: items.slice(0, NAMED),
        };
      }),
    missing: missingSentence(asked.filter((kind) => itemsOf(kind).length === 0)),
  };
}

function newestFirst(items: readonly EvidenceItem[]): EvidenceItem[] {
  return items.toSorted((a, b) => ((a.on ?? "") < (b.on ?? "") ? 1 : -1));
}
