import type { DateText } from "../../shared/domain/calendar.ts";
import { inForce } from "../in-force.ts";
import { nextNumber } from "../numbering.ts";
import { referencesTo } from "../references.ts";
import { identityOf, type Said, sayVersion } from "../versions.ts";
import type { Reading, Writing } from "../writing.ts";

export type DecisionKind = "improvement" | "system_change" | "resources" | "other";

export type Decision = {
  /** Its number, `D-0001`. */
  readonly code: string;
  readonly version: number;
  readonly kind: DecisionKind;
  /** Codes. */
  readonly unit: string;
  readonly kpi: string | null;
  readonly owner: string | null;
  readonly text: string;
  readonly options: string;
  readonly rationale: string;
  readonly decidedOn: DateText;
  readonly reviewOn: DateText | null;
  /** Public id of the snapshot that holds what was seen. */
  readonly evidence: string | null;
} & DecisionMore;

/** What a decision may hold beside it; left out in a saying, there is none. */
type DecisionMore = {
  /** Number of the review in which it was taken. */
  readonly review: string | null;
  /** Number of the earlier decision that it takes the place of. */
  readonly supersedes: string | null;
  /** JSON: the view that was on screen. */
  readonly seen: string | null;
};

type Scope = { readonly units: readonly string[] | null; readonly kpis: readonly string[] | null };

export function reviewsReader({ db, moment }: Reading) {
  return {
    /** Decisions on units and KPIs (null: on all), the newest first. */
    decisions: async ({ units, kpis }: Scope): Promise<Decision[]> => {
      if (units?.length === 0 || kpis?.length === 0) return [];
      let query = db
        .selectFrom("decision as d")
        .innerJoin("decision_version as v", "v.decision_id", "d.id")
        .innerJoin("unit as u", "u.id", "v.unit_id")
        .leftJoin("kpi as k", "k.id", "v.kpi_id")
        .leftJoin("person as owner", "owner.id", "v.owner_id")
        .leftJoin("review as r", "r.id", "v.review_id")
        .leftJoin("decision as old", "old.id", "v.supersedes_id")
        .where(inForce("v", moment))
        .select(["d.code", "v.n as version", "v.kind", "u.code as unit", "k.code as kpi", "owner.code as owner"])
        .select(["v.text", "v.options", "v.rationale", "v.decided_on as decidedOn", "v.review_on as reviewOn"])
        .select(["v.evidence_snapshot as evidence", "r.code as review", "old.code as supersedes", "v.seen"])
        .orderBy("v.decided_on", "desc")
        .orderBy("d.id", "desc");
      if (units !== null) query = query.where("u.code", "in", [...units]);
      if (kpis !== null) query = query.where("k.code", "in", [...kpis]);
      const rows = await query.execute();
      return rows.map(({ decidedOn, reviewOn, ...row }) => ({
        ...row,
        decidedOn: decidedOn as DateText,
        reviewOn: reviewOn as DateText | null,
      }));
    },
  };
}

/** Without `code` it is a new decision, which gets the next number. */
export type DecisionSaying = Omit<Decision, "code" | "version" | keyof DecisionMore> &
  Partial<DecisionMore> & {
    readonly code: string | null;
    readonly expectedVersion?: number;
  };

export function reviewsWriter(writing: Writing) {
  return {
    decide: async (saying: DecisionSaying): Promise<Said & { readonly code: string }> => {
      const code = saying.code ?? (await nextNumber(writing, "decision"));
      const units = await referencesTo(writing, "unit", [saying.unit]);
      const kpis = await referencesTo(writing, "kpi", [saying.kpi]);
      const people = await referencesTo(writing, "person", [saying.owner]);
      const reviews = await referencesTo(writing, "review", [saying.review ?? null]);
      const decisions = await referencesTo(writing, "decision", [saying.supersedes ?? null]);
      const said = await sayVersion(writing, "decision_version", {
        key: { decision_id: await identityOf(writing, "decision", code) },
        values: {
          kind: saying.kind,
          unit_id: units.of(saying.unit),
          kpi_id: kpis.ofOptional(saying.kpi),
          text: saying.text,
          options: saying.options,
          rationale: saying.rationale,
          owner_id: people.ofOptional(saying.owner),
          decided_on: saying.decidedOn,
          review_on: saying.reviewOn,
          evidence_snapshot: saying.evidence,
          review_id: reviews.ofOptional(saying.review ?? null),
          supersedes_id: decisions.ofOptional(saying.supersedes ?? null),
          seen: saying.seen ?? null,
        },
        expectedVersion: saying.expectedVersion,
      });
      return { ...said, code };
    },
  };
}
