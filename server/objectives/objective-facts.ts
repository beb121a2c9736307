import type { Objective, ObjectiveKpi, Readings } from "../../db/store.ts";
import type { DateText } from "../../shared/domain/calendar.ts";
import { monthsOfYear } from "../../shared/domain/calendar.ts";
import { type ApprovalNeed, missingForApproval } from "../../shared/domain/objective-approval.ts";
import { ancestorsOf, treeOfMonth } from "../../shared/domain/tree.ts";

type Source = Pick<Readings, "strategy" | "objectives" | "kpis" | "organisation">;

/** Themes of the strategies that cover a fiscal year. */
export async function themesOfYear({ strategy }: Pick<Readings, "strategy">, fiscalYear: number) {
  const strategies = await strategy.strategies();
  const covering = strategies.filter(({ fromYear, toYear }) => fromYear <= fiscalYear && fiscalYear <= toYear);
  return (await strategy.themes()).filter((theme) => covering.some(({ code }) => code === theme.strategy));
}

/** Sentences of every policy that is in force on some day of a fiscal year: an objective of it may cite any of them. */
export async function citableSentences(source: Pick<Readings, "strategy">, { fiscalYear, startMonth }: YearOf) {
  const months = monthsOfYear(fiscalYear, startMonth);
  const [first, last] = [`${months[0]}-01`, `${months.at(-1)}-31`];
  const approved = (await source.strategy.policies()).filter(({ approvedBy }) => approvedBy !== null);
  const begun = approved.filter(({ validFrom }) => validFrom <= last);
  const since = begun.findIndex(({ validFrom }) => validFrom <= first);
  return begun.slice(0, since === -1 ? begun.length : since + 1).flatMap(({ sentences }) => sentences);
}

/** The policy that is in force on the last day of a fiscal year. */
export function policyOfYear({ strategy }: Pick<Readings, "strategy">, { fiscalYear, startMonth }: YearOf) {
  const last = monthsOfYear(fiscalYear, startMonth).at(-1) ?? "";
  return strategy.policyOn(`${last}-28` as DateText);
}

type YearOf = { readonly fiscalYear: number; readonly startMonth: number };
type Asked = Pick<Objective, "code" | "unit" | "theme" | "fiscalYear" | "policySentence" | "plan">;

/** What an objective still lacks for its approval. */
export async function approvalNeeds(
  source: Source,
  objective: Asked,
  { kpis, startMonth }: { readonly kpis: readonly ObjectiveKpi[]; readonly startMonth: number },
): Promise<ApprovalNeed[]> {
  const { fiscalYear, theme, plan, policySentence } = objective;
  const themes = await themesOfYear(source, fiscalYear);
  const sentences = await citableSentences(source, { fiscalYear, startMonth });
  const measured = kpis.filter((link) => link.objective === objective.code).map(({ kpi }) => kpi);
  return missingForApproval({
    isThemeInForce: themes.some(({ code }) => code === theme),
    hasPolicySentence: sentences.some(({ id }) => id === policySentence),
    kpisWithTargets: await withTargets(source, { kpis: measured, unit: objective.unit, fiscalYear, startMonth }),
    plan,
  });
}

type Measured = YearOf & { readonly kpis: readonly string[]; readonly unit: string };

/** How many of the KPIs have a target in the year: at the unit, above it, or at a unit below. */
async function withTargets(source: Source, { kpis, unit, fiscalYear, startMonth }: Measured): Promise<number> {
  if (kpis.length === 0) return 0;
  const months = monthsOfYear(fiscalYear, startMonth);
  const [from = "" as never] = months;
  const to = months.at(-1) ?? from;
  const ids = await source.kpis.idsOf(kpis);
  const tree = treeOfMonth(await source.organisation.edges(), to);
  const above = new Set([unit, ...ancestorsOf(tree, unit)]);
  const units = await source.organisation.unitIds([...tree.parentOf.keys()]);
  const near = [...units].filter(([code]) => above.has(code) || ancestorsOf(tree, code).includes(unit));
  const targets = await source.kpis.targetsOf({ kpis: [...ids.values()], units: near.map(([, id]) => id), from, to });
  return new Set(targets.map(({ kpi }) => kpi)).size;
}
