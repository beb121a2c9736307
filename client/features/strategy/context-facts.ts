import type { ContextView } from "../../../shared/contracts/strategy.ts";

export type ContextNeed = ContextView["needs"][number];
export type ContextRisk = ContextView["risks"][number];
export type ContextIssue = ContextView["issues"][number];
export type ContextParty = ContextView["parties"][number];

/** Codes of needs that no objective of the newest year answers. */
export function unansweredNeeds({ needs, choices }: ContextView): ReadonlySet<string> {
  const present = new Set(choices.objectives.map(({ code }) => code));
  return new Set(
    needs.filter(({ objectives }) => !objectives.some((code) => present.has(code))).map(({ code }) => code),
  );
}

/** Codes of high risks without an action. */
export function untreatedRisks({ risks }: ContextView): ReadonlySet<string> {
  const found = risks.filter(
    ({ kind, rating, actions }) => kind === "risk" && rating === "high" && actions.length === 0,
  );
  return new Set(found.map(({ code }) => code));
}

export function contextHeadline(view: ContextView): string {
  const needs = unansweredNeeds(view).size;
  const risks = untreatedRisks(view).size;
  const said = [
    needs === 0 ? [] : [`${needs} ${needs === 1 ? "need has" : "needs have"} no objective`],
    risks === 0 ? [] : [`${risks} high ${risks === 1 ? "risk has" : "risks have"} no action`],
  ].flat();
  return said.length === 0 ? "Every need has an objective, and every high risk an action" : said.join(", ");
}

/** The risks in each field of the matrix, by `likelihood consequence`. */
export function matrixOf(risks: readonly ContextRisk[]): ReadonlyMap<string, readonly ContextRisk[]> {
  return Map.groupBy(risks, ({ likelihood, consequence }) => `${likelihood} ${consequence}`);
}
