import { createContext, useContext } from "react";
import { SCOPE_KEYS, type ScopeSearch } from "../../search.ts";

/** What a link to a KPI adds to the address: empty on the live page, unit, period and moment on a frozen one. */
export const KpiSearch = createContext<ScopeSearch>({});

/** The address's search behind a link to a KPI: the scope goes along, the choices of the page do not. */
export function useKpiSearch(): (before: object) => ScopeSearch {
  const added = useContext(KpiSearch);
  return (before) => {
    const scope = Object.entries(before).filter(([key]) => (SCOPE_KEYS as readonly string[]).includes(key));
    return { ...Object.fromEntries(scope), ...added };
  };
}
