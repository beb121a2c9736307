import type { RiskRating } from "../domain/risk-rating.ts";
import type { Break, BreakKind } from "../domain/strategy-thread.ts";

type Plural = { readonly one: string; readonly many: string };

const BREAK: Readonly<Record<BreakKind, Plural>> = {
  off_without_plan: { one: "KPI off target has no plan", many: "KPIs off target have no plan" },
  objective_without_kpi: { one: "objective has no KPI", many: "objectives have no KPI" },
  need_without_objective: { one: "need has no objective", many: "needs have no objective" },
  risk_without_action: { one: "high risk has no action", many: "high risks have no action" },
  theme_without_objective: { one: "theme has no objective this year", many: "themes have no objective this year" },
};

/** "2 needs have no objective". */
export function breakSentence({ kind, cards }: Break): string {
  return `${cards.length} ${BREAK[kind][cards.length === 1 ? "one" : "many"]}`;
}

/** The headline of the strategy's thread: every kind of break, worst first. */
export function threadHeadline(breaks: readonly Break[]): string {
  const said = breaks.map(breakSentence);
  return `From need to plan: ${said.length === 0 ? "every link holds" : said.join(", ")}`;
}

const RATING: Readonly<Record<RiskRating, string>> = { low: "low", medium: "medium", high: "high" };

/** "Risk · high". */
export function riskLine(kind: "risk" | "opportunity", rating: RiskRating): string {
  return `${kind === "risk" ? "Risk" : "Opportunity"} · ${RATING[rating]}`;
}

export const VERDICT_OF_RISK = {
  not_judged: "Not judged yet",
  effective: "Effective",
  not_effective: "Not effective",
} as const;

export const PARTY_KIND = {
  customer: "Customer",
  user: "User",
  employee: "Employee",
  owner: "Owner",
  supplier: "Supplier",
  authority: "Authority",
  society: "Society",
  other: "Other",
} as const;
