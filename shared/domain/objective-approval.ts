/** What an objective must have before it is approved (rule of record 1; ISO 9001:2015, 6.2.1 and 6.2.2). */
export const APPROVAL_NEEDS = [
  "theme",
  "policy_sentence",
  "kpi_with_targets",
  "what",
  "resources",
  "who",
  "when",
  "evaluation",
] as const;
export type ApprovalNeed = (typeof APPROVAL_NEEDS)[number];

type PlanFields = Readonly<Record<"what" | "resources" | "who" | "when" | "evaluation", string>>;

export type ApprovalFacts = {
  /** Whether the theme belongs to a strategy that covers the objective's year. */
  readonly isThemeInForce: boolean;
  readonly hasPolicySentence: boolean;
  /** KPIs of the objective with a target in its year. */
  readonly kpisWithTargets: number;
  readonly plan: PlanFields;
};

/** What is missing, in the order of `APPROVAL_NEEDS`; empty: it may be approved. */
export function missingForApproval(facts: ApprovalFacts): ApprovalNeed[] {
  const isThere: Readonly<Record<ApprovalNeed, boolean>> = {
    theme: facts.isThemeInForce,
    policy_sentence: facts.hasPolicySentence,
    kpi_with_targets: facts.kpisWithTargets > 0,
    what: facts.plan.what.trim() !== "",
    resources: facts.plan.resources.trim() !== "",
    who: facts.plan.who.trim() !== "",
    when: facts.plan.when.trim() !== "",
    evaluation: facts.plan.evaluation.trim() !== "",
  };
  return APPROVAL_NEEDS.filter((need) => !isThere[need]);
}

type Child = { readonly code: string; readonly parent: string | null };

/** Whether `parent` may stand above `code`: it exists, is another, and does not itself stand below it. */
export function mayStandBelow(objectives: readonly Child[], code: string, parent: string): boolean {
  const parentOf = new Map(objectives.map((objective) => [objective.code, objective.parent]));
  const seen = new Set<string>();
  for (let at: string | null = parent; at !== null && !seen.has(at); at = parentOf.get(at) ?? null) {
    if (at === code || !parentOf.has(at)) return false;
    seen.add(at);
  }
  return true;
}

/** Objectives so that each stands below its parent, with its depth; those whose parent is not among them are at the top. */
export function objectiveTree<T extends Child>(objectives: readonly T[]): { objective: T; depth: number }[] {
  const known = new Set(objectives.map(({ code }) => code));
  const below = Map.groupBy(objectives, ({ parent }) => (parent !== null && known.has(parent) ? parent : ""));
  const placed: { objective: T; depth: number }[] = [];
  const place = (parent: string, depth: number) => {
    for (const objective of below.get(parent) ?? []) {
      placed.push({ objective, depth });
      place(objective.code, depth + 1);
    }
  };
  place("", 0);
  return placed;
}

/** The next free code of a year in the manner `O-26-01`. */
export function nextObjectiveCode(codes: readonly string[], fiscalYear: number): string {
  const prefix = `O-${String(fiscalYear % 100).padStart(2, "0")}-`;
  const numbers = codes.flatMap((code) => {
    const number = code.startsWith(prefix) ? Number(code.slice(prefix.length)) : Number.NaN;
    return Number.isInteger(number) ? [number] : [];
  });
  return `${prefix}${String(Math.max(0, ...numbers) + 1).padStart(2, "0")}`;
}
