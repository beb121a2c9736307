import type { ClauseState, EvidenceKind } from "../domain/clauses.ts";

/** What a kind of record is called, one of it and many. */
const KIND: Readonly<Record<EvidenceKind, readonly [one: string, many: string]>> = {
  issue: ["internal or external issue", "internal and external issues"],
  party: ["interested party", "interested parties"],
  need: ["need", "needs"],
  policy: ["policy in force", "versions of the policy"],
  strategy: ["strategy", "strategies"],
  theme: ["theme", "themes"],
  grant: ["role held", "roles held"],
  risk: ["risk", "risks"],
  opportunity: ["opportunity", "opportunities"],
  objective: ["approved objective", "approved objectives"],
  plan_field: ["objective with a whole plan", "objectives with a whole plan"],
  proposal: ["proposal", "proposals"],
  acknowledgement: ["acknowledgement", "acknowledgements"],
  commitment: ["commitment", "commitments"],
  dated_change: ["planned change", "planned changes"],
  action: ["action", "actions"],
  effective_action: ["action proven effective", "actions proven effective"],
  corrective_action: ["corrective action", "corrective actions"],
  competence_need: ["competence need", "competence needs"],
  training: ["training", "trainings"],
  training_record: ["training record", "training records"],
  kpi: ["KPI", "KPIs"],
  definition: ["KPI definition", "KPI definitions"],
  result: ["KPI with results", "KPIs with results"],
  satisfaction_kpi: ["KPI of customer satisfaction", "KPIs of customer satisfaction"],
  provider_kpi: ["KPI of external providers", "KPIs of external providers"],
  conformity_kpi: ["KPI of conformity", "KPIs of conformity"],
  review: ["management review held", "management reviews held"],
  review_input: ["input covered", "inputs covered"],
  decision: ["decision with evidence", "decisions with evidence"],
  audit_event: ["audit trail", "audit trails"],
  snapshot: ["snapshot", "snapshots"],
};

/** "3 needs", "1 need". */
export function evidenceCount(kind: EvidenceKind, count: number): string {
  return `${count} ${KIND[kind][count === 1 ? 0 : 1]}`;
}

export const CLAUSE_STATE: Readonly<Record<ClauseState, string>> = {
  met: "Records are there",
  partly: "Some records are missing",
  missing: "No record",
  elsewhere: "Kept elsewhere",
};

/** "No commitment and no management review held is recorded." Empty where nothing is missing. */
export function missingSentence(kinds: readonly EvidenceKind[]): string {
  if (kinds.length === 0) return "";
  return `No ${kinds.map((kind) => KIND[kind][0]).join(" and no ")} is recorded.`;
}

type Totals = { readonly met: number; readonly partly: number; readonly missing: number; readonly elsewhere: number };

/** "30 of 34 sub-clauses have their records; 2 lack some, 2 have none, 13 are kept elsewhere". */
export function matrixHeadline({ met, partly, missing, elsewhere }: Totals): string {
  const asked = met + partly + missing;
  const rest = [
    ...(partly === 0 ? [] : [`${partly} ${partly === 1 ? "lacks" : "lack"} some`]),
    ...(missing === 0 ? [] : [`${missing} ${missing === 1 ? "has" : "have"} none`]),
    `${elsewhere} ${elsewhere === 1 ? "is" : "are"} kept elsewhere`,
  ];
  return `${met} of ${asked} sub-clauses have their records; ${rest.join(", ")}`;
}
