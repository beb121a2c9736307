import { createContext, useContext } from "react";
import type { ScopeSearch } from "../../search.ts";

/** What a link to a KPI adds to the address: empty on the live page, unit, period and moment on a frozen one. */
export const KpiSearch = createContext<ScopeSearch>({});

/** The address's search behind a link to a KPI. */
export function useKpiSearch(): (before: object) => ScopeSearch {
  const added = useContext(KpiSearch);
  return (before) => ({ ...before, ...added });
}
