import type { Readings } from "../../db/store.ts";
import type { EvidenceItem } from "../../shared/contracts/clauses.ts";
import type { DateText } from "../../shared/domain/calendar.ts";
import type { EvidenceKind } from "../../shared/domain/clauses.ts";
import type { AnalysisUse } from "../../shared/domain/kpi-definition.ts";
import { isGrantInForce } from "../../shared/domain/permissions.ts";

/** Every record that proves something, by kind, in the order of the record. */
export type Evidence = ReadonlyMap<EvidenceKind, readonly EvidenceItem[]>;

type Asked = {
  readonly readings: Readings;
  readonly today: DateText;
  readonly isReadable: (unit: string) => boolean;
};
type Part = Partial<Record<EvidenceKind, readonly EvidenceItem[]>>;

/** The newest that are named: they stand for the others. */
const MOST_SNAPSHOTS = 1000;

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);
const at =
  (path: string) =>
  (code: string, text: string, on: string | null = null): EvidenceItem => ({
    ...{ code, text, on },
    path,
  });

/** Reads what is recorded as of a moment, as far as the reader's units go. People are named by their codes. */
export async function readEvidence(asked: Asked): Promise<Evidence> {
  const parts = [
    await contextPart(asked),
    await directionPart(asked),
    await objectivesPart(asked),
    await actionsPart(asked),
    await competencePart(asked),
    await kpisPart(asked),
    await reviewsPart(asked),
    await trailPart(asked),
  ];
  return new Map(parts.flatMap((part) => Object.entries(part) as [EvidenceKind, readonly EvidenceItem[]][]));
}

async function contextPart({ readings: { context }, isReadable }: Asked): Promise<Part> {
  const item = at("/context");
  const risks = (await context.risks()).filter(({ unit }) => isReadable(unit));
  const ofKind = (kind: "risk" | "opportunity") =>
    risks.filter((risk) => risk.kind === kind).map(({ code, text }) => item(code, text));
  return {
    issue: (await context.issues())
      .filter(({ unit }) => isReadable(unit))
      .map(({ code, text, reviewedOn }) => item(code, text, reviewedOn)),
    party: (await context.parties()).map(({ code, name }) => item(code, name)),
    need: (await context.needs())
      .filter(({ unit }) => isReadable(unit))
      .map(({ code, text, reviewedOn }) => item(code, text, reviewedOn)),
    risk: ofKind("risk"),
    opportunity: ofKind("opportunity"),
  };
}

async function directionPart({ readings: { strategy, people }, today, isReadable }: Asked): Promise<Part> {
  const item = at("/policy");
  const codes = new Map((await people.list()).map(({ id, code }) => [id, code]));
  const grants = (await people.grants()).filter((grant) => isGrantInForce(grant, today));
  return {
    policy: (await strategy.policies())
      .filter(({ approvedBy, validFrom }) => approvedBy !== null && validFrom <= today)
      .map(({ validFrom, sentences }) => item(`Policy ${validFrom}`, `${sentences.length} sentences`, validFrom)),
    strategy: (await strategy.strategies()).map(({ code, name }) => item(code, name)),
    theme: (await strategy.themes()).map(({ code, name }) => item(code, name)),
    grant: grants
      .filter(({ unit }) => unit === null || isReadable(unit))
      .map(({ personId, role, unit, from }) =>
        at("/settings/people")(codes.get(personId) ?? "", `${role}, ${unit ?? "whole organisation"}`, from),
      ),
  };
}

async function objectivesPart({ readings, isReadable }: Asked): Promise<Part> {
  const { objectives, agreement } = readings;
  const readable = (await objectives.list(null)).filter(({ unit }) => isReadable(unit));
  const known = new Map(readable.map(({ code, statement }) => [code, statement]));
  const approved = readable.filter(({ state }) => state === "approved" || state === "closed");
  const item = (code: string, text: string, on: string | null = null) => at(`/objectives/${code}`)(code, text, on);
  const isKnown = ({ objective }: { readonly objective: string }) => known.has(objective);
  return {
    objective: approved.map(({ code, statement }) => item(code, statement)),
    plan_field: approved
      .filter(({ plan }) => Object.values(plan).every((field) => field !== ""))
      .map(({ code, plan }) => item(code, plan.what)),
    proposal: (await agreement.proposals(null))
      .filter(isKnown)
      .map(({ objective, outcome, at: said }) => item(objective, outcome, dayOf(said))),
    acknowledgement: (await agreement.acknowledgements())
      .filter(isKnown)
      .map(({ objective, person, at: said }) =>
        at(`/objectives/${objective}`)(`${objective} ${person}`, "read", dayOf(said)),
      ),
    commitment: (await agreement.commitments())
      .filter(isKnown)
      .map(({ person, objective, text, reviewedOn }) => at("/commitments")(`${person} ${objective}`, text, reviewedOn)),
  };
}

async function actionsPart({ readings, isReadable }: Asked): Promise<Part> {
  const all = (await readings.actions.list({ units: null, kpis: null })).filter(({ unit }) => isReadable(unit));
  const items = (found: typeof all) =>
    found.map(({ code, title, startedOn }) => at(`/actions/${code}`)(code, title, startedOn));
  const changes = await readings.results.datedChanges({ states: ["proposed", "approved", "rejected"] });
  return {
    action: items(all),
    effective_action: items(all.filter(({ state }) => state === "effective")),
    corrective_action: items(all.filter(({ kind }) => kind === "corrective")),
    dated_change: changes
      .filter(({ unit }) => unit === null || isReadable(unit.code))
      .map(({ no, reason, at: said }) => at("/months")(`Change ${no}`, reason, dayOf(said))),
  };
}

async function competencePart({ readings: { trainings }, isReadable }: Asked): Promise<Part> {
  const item = at("/trainings");
  const here = ({ unit }: { readonly unit: string }) => isReadable(unit);
  return {
    competence_need: (await trainings.needs()).filter(here).map(({ code, competence }) => item(code, competence)),
    training: (await trainings.list()).filter(here).map(({ code, title }) => item(code, title)),
    training_record: (await trainings.records())
      .filter(here)
      .map(({ person, training, heldOn }) => item(`${person} ${training}`, heldOn, heldOn)),
  };
}

async function kpisPart({ readings: { kpis } }: Asked): Promise<Part> {
  const definitions = await kpis.definitionsOf(null);
  const withResults = await kpis.withResults();
  const listed = (await kpis.list()).flatMap(({ id, code }) => {
    const versions = definitions.get(id) ?? [];
    const newest = versions.at(-1);
    return newest === undefined ? [] : [{ id, code, versions, newest, item: at(`/kpis/${code}`)(code, newest.name) }];
  });
  const forUse = (use: AnalysisUse) => listed.filter(({ newest }) => newest.uses.includes(use)).map(({ item }) => item);
  return {
    kpi: listed.map(({ item }) => item),
    definition: listed.flatMap(({ code, versions }) =>
      versions.map(({ name }, index) => at(`/kpis/${code}?view=definition`)(`${code} version ${index + 1}`, name)),
    ),
    result: listed.filter(({ id }) => withResults.has(id)).map(({ item }) => item),
    satisfaction_kpi: forUse("customer-satisfaction"),
    provider_kpi: forUse("external-providers"),
    conformity_kpi: forUse("conformity"),
  };
}

async function reviewsPart({ readings, isReadable }: Asked): Promise<Part> {
  const held = (await readings.reviews.meetings(null)).filter(
    ({ state, unit }) => state === "held" && isReadable(unit),
  );
  const days = new Map(held.map(({ code, heldOn }) => [code, heldOn]));
  const inputs = (await readings.reviews.inputs([...days.keys()])).filter(({ covered }) => covered);
  const decisions = (await readings.reviews.decisions({ units: null, kpis: null })).filter(
    ({ unit, evidence }) => isReadable(unit) && evidence !== null,
  );
  const snapshots = (await readings.snapshots.list(null, MOST_SNAPSHOTS)).filter(({ unit }) => isReadable(unit));
  return {
    review: held.map(({ code, title, heldOn }) => at(`/reviews/${code}`)(code, title, heldOn)),
    review_input: inputs.map(({ review, input, note }) =>
      at(`/reviews/${review}?show=minutes`)(`${review} ${input}`, note, days.get(review) ?? null),
    ),
    decision: decisions.map(({ code, text, decidedOn }) => at(`/decisions/${code}`)(code, text, decidedOn)),
    snapshot: snapshots.map(({ id, label, takenAt }) =>
      at(`/snapshots/${id}`)(`Snapshot ${id.slice(-6)}`, label, dayOf(takenAt)),
    ),
  };
}

/** The trail is one chain: its newest event stands for all before it. */
async function trailPart({ readings: { audit } }: Asked): Promise<Part> {
  const newest = await audit.newestInstant();
  return { audit_event: newest === 0 ? [] : [at("/clauses")("Audit trail", "One chain of hashes", dayOf(newest))] };
}
