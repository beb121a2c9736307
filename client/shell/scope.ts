import { useNavigate, useSearch } from "@tanstack/react-router";
import type { Month } from "../../shared/domain/month.ts";
import type { ScopeSearch } from "../search.ts";
import { useSession } from "./session.tsx";

/** What is on the screen: the address where it says so, else the reader's own. */
export type Scope = { unit: string; period: Month; asOf: string | null };

/** Null while there is nothing to show: no unit that the reader may see, or no month yet. */
export function useScope(): Scope | null {
  const session = useSession();
  const search = useSearch({ strict: false }) as ScopeSearch;
  const unit = search.u ?? session.unit;
  const period = search.p ?? session.period;
  return unit === null || period === null ? null : { unit, period, asOf: search.asof ?? null };
}

/** The day as of which the screen is asked for, also where it has neither unit nor period; null for now. */
export function useAsOf(): string | null {
  return (useSearch({ strict: false }) as ScopeSearch).asof ?? null;
}

/** Changes part of the address, leaving defaults out of it. Back undoes each step. */
export function useChangeScope(): (change: ScopeSearch) => void {
  const session = useSession();
  const navigate = useNavigate();
  return (change) => {
    const defaults: ScopeSearch = { u: session.unit ?? undefined, p: session.period ?? undefined };
    const said = Object.entries(change).map(([key, value]) => [
      key,
      value === defaults[key as keyof ScopeSearch] ? undefined : value,
    ]);
    void navigate({ to: ".", search: (before: object) => ({ ...before, ...Object.fromEntries(said) }) });
  };
}
