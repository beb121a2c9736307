import type { OverviewKpi, OverviewView } from "../../../shared/contracts/insight.ts";
import { FILTER_KEYS, type KpiFilter } from "../../search.ts";
import { say } from "../../text/say.ts";
import type { Option } from "../../ui/form-fields.tsx";

type Key = (typeof FILTER_KEYS)[number];

/** What a KPI has of each kind that one may filter by: the value of the address and its words. */
const TRAIT: Readonly<Record<Key, (kpi: OverviewKpi) => Option | null>> = {
  theme: ({ theme }) => (theme == null ? null : { value: theme.code, label: theme.name }),
  owner: ({ owner, ownerCode }) => (owner === null ? null : { value: ownerCode ?? owner, label: owner }),
  status: ({ status, statusWord }) => ({ value: status, label: statusWord }),
  signal: ({ verdict }) => ({ value: verdict.variation, label: verdict.variationWord }),
};

/** The same overview with the KPIs that the filter lets pass. */
export function filteredOverview(view: OverviewView, filter: KpiFilter): OverviewView {
  const kpis = view.kpis.filter((kpi) => passes(kpi, filter));
  if (kpis.length === view.kpis.length) return view;
  const codes = new Set(kpis.map(({ kpi }) => kpi));
  const groups = view.groups.map((group) => ({ ...group, kpis: group.kpis.filter((code) => codes.has(code)) }));
  return { ...view, kpis, groups: groups.filter((group) => group.kpis.length > 0) };
}

/** How many KPIs each choice would show while the other choices stay. */
export function filterChoices(view: OverviewView, filter: KpiFilter): Readonly<Record<Key, Option[]>> {
  const choices = FILTER_KEYS.map((key) => [key, choicesOf(view, key, filter)] as const);
  return Object.fromEntries(choices) as Record<Key, Option[]>;
}

/** The choices in force, each in words. */
export function activeFilters(view: OverviewView, filter: KpiFilter): { key: Key; label: string }[] {
  return FILTER_KEYS.flatMap((key) => {
    const value = filter[key];
    if (value === undefined) return [];
    const named = view.kpis.map(TRAIT[key]).find((trait) => trait?.value === value);
    return [{ key, label: named?.label ?? value }];
  });
}

function choicesOf(view: OverviewView, key: Key, filter: KpiFilter): Option[] {
  const others = { ...filter, [key]: undefined };
  const counts = new Map<string, { label: string; count: number }>();
  for (const kpi of view.kpis) {
    const trait = TRAIT[key](kpi);
    if (trait === null) continue;
    const known = counts.get(trait.value) ?? { label: trait.label, count: 0 };
    counts.set(trait.value, { ...known, count: known.count + (passes(kpi, others) ? 1 : 0) });
  }
  const found = [...counts].map(([value, { label, count }]) => ({ value, label: `${label} (${count})` }));
  return [{ value: "", label: say("leader.any") }, ...found];
}

function passes(kpi: OverviewKpi, filter: KpiFilter): boolean {
  return FILTER_KEYS.every((key) => filter[key] === undefined || TRAIT[key](kpi)?.value === filter[key]);
}
