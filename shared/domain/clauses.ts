/** Kinds of records that prove something to an auditor. */
export const EVIDENCE_KINDS = [
  "issue",
  "party",
  "need",
  "policy",
  "strategy",
  "theme",
  "grant",
  "risk",
  "opportunity",
  "objective",
  "plan_field",
  "proposal",
  "acknowledgement",
  "commitment",
  "dated_change",
  "action",
  "effective_action",
  "corrective_action",
  "competence_need",
  "training",
  "training_record",
  "kpi",
  "definition",
  "result",
  "satisfaction_kpi",
  "provider_kpi",
  "conformity_kpi",
  "review",
  "review_input",
  "decision",
  "audit_event",
  "snapshot",
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** A sub-clause with a short title of our own, and the kinds of records that satisfy it. */
export type Clause = {
  readonly number: string;
  readonly title: string;
  /** All of them are asked for; empty: the product keeps no record of it. */
  readonly evidence: readonly EvidenceKind[];
};

const elsewhere = (number: string, title: string): Clause => ({ number, title, evidence: [] });
const held = (number: string, title: string, ...evidence: readonly EvidenceKind[]): Clause => ({
  number,
  title,
  evidence,
});

/**
 * The requirements of each edition of ISO 9001 by their numbers; an edition to come is another list. The titles are short
 * paraphrases, no text of the standard.
 */
export const CLAUSES = {
  "9001:2015": [
    held("4.1", "What inside and outside bears on our purpose", "issue"),
    held("4.2", "Who has a stake in us, and what they need", "party", "need"),
    elsewhere("4.3", "What the management system covers"),
    held("4.4", "Processes, measured and improved", "kpi", "definition", "result"),
    held("5.1.1", "Leaders answer for the system and support others", "commitment", "review"),
    held("5.1.2", "Leaders keep their eyes on customers", "need", "satisfaction_kpi"),
    held("5.2.1", "A policy that fits us", "policy"),
    held("5.2.2", "The policy is made known", "policy", "acknowledgement"),
    held("5.3", "Who is responsible for what", "grant"),
    held("6.1.1", "Risks and opportunities are known", "risk", "opportunity"),
    held("6.1.2", "They are acted on, and the effect is judged", "risk", "action"),
    held("6.2.1", "Quality objectives, measurable and in line with the policy", "objective", "theme", "kpi"),
    held("6.2.2", "How objectives will be reached", "plan_field", "action"),
    held("6.3", "Changes are planned", "dated_change"),
    held("7.1.1", "Resources are provided", "plan_field", "decision"),
    elsewhere("7.1.2", "People for the processes"),
    elsewhere("7.1.3", "Buildings, equipment and systems"),
    elsewhere("7.1.4", "Surroundings in which the work is done"),
    held("7.1.5", "Measuring is trustworthy", "definition"),
    held("7.1.6", "Knowledge is kept and shared", "training"),
    held("7.2", "People are competent, with proof", "competence_need", "training", "training_record"),
    held("7.3", "People know the policy and their part", "acknowledgement", "commitment"),
    held("7.4", "Who is told what", "snapshot"),
    held("7.5.1", "What has to be documented", "definition"),
    held("7.5.2", "Documents are made and changed in order", "audit_event"),
    held("7.5.3", "Documents are kept safe and found", "audit_event", "snapshot"),
    held("8.1", "Operations are planned and kept under control", "kpi", "result"),
    elsewhere("8.2.1", "Talking with customers"),
    elsewhere("8.2.2", "What is required of products and services"),
    elsewhere("8.2.3", "Requirements are reviewed before they are promised"),
    elsewhere("8.2.4", "Requirements that change"),
    elsewhere("8.3", "Design and development"),
    held("8.4.1", "Providers are chosen and followed", "provider_kpi"),
    elsewhere("8.4.2", "How far providers are controlled"),
    elsewhere("8.4.3", "What providers are told"),
    elsewhere("8.5", "Producing and serving under control"),
    held("8.6", "Nothing is released before it conforms", "conformity_kpi"),
    held("8.7", "What does not conform is dealt with", "corrective_action"),
    held("9.1.1", "What is measured, how and when", "definition", "result"),
    held("9.1.2", "How satisfied customers are", "satisfaction_kpi"),
    held("9.1.3", "Data are analysed and used", "kpi", "snapshot"),
    elsewhere("9.2", "Internal audits"),
    held("9.3.1", "Top management reviews the system", "review"),
    held("9.3.2", "What a review looks at", "review_input"),
    held("9.3.3", "What a review decides", "decision"),
    held("10.1", "Improvement is sought", "opportunity", "action"),
    held("10.2", "Nonconformities are corrected and their causes removed", "corrective_action", "effective_action"),
    held("10.3", "Improvement goes on", "effective_action", "decision"),
  ],
} as const satisfies Readonly<Record<string, readonly Clause[]>>;

export type ClauseEdition = keyof typeof CLAUSES;
export const CLAUSE_EDITIONS = Object.keys(CLAUSES) as ClauseEdition[];

export type ClauseState = "met" | "partly" | "missing" | "elsewhere";

/** How far a sub-clause is satisfied by the kinds of records that it asks for. */
export function clauseState(asked: readonly EvidenceKind[], count: (kind: EvidenceKind) => number): ClauseState {
  if (asked.length === 0) return "elsewhere";
  const present = asked.filter((kind) => count(kind) > 0).length;
  if (present === asked.length) return "met";
  return present === 0 ? "missing" : "partly";
}
