/** A pause of this long ends a visit: milliseconds. */
const PAUSE = 3_600_000;

/** Instants: when one was last here, and when the visit before ended; null on the first, the same once its changes are seen. */
export type Visit = { readonly seen: string; readonly since: string | null };

/** The visit that goes on or begins at `now`, by what was kept of the one before. */
export function visitAt(kept: Visit | null, now: Date): Visit {
  const seen = now.toISOString();
  if (kept === null) return { seen, since: null };
  const isNew = now.getTime() - Date.parse(kept.seen) > PAUSE;
  if (isNew) return { seen, since: kept.seen };
  return { seen, since: kept.since === kept.seen ? seen : kept.since };
}

const keyOf = (person: string) => `plumbline-visit-${person}`;

/** Kept for each person on this device; what cannot be read counts as never here. */
export function keptVisit(person: string): Visit | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(person)) ?? "null");
    return isVisit(kept) ? kept : null;
  } catch {
    return null;
  }
}

export function keepVisit(person: string, visit: Visit): void {
  localStorage.setItem(keyOf(person), JSON.stringify(visit));
}

function isVisit(kept: unknown): kept is Visit {
  if (typeof kept !== "object" || kept === null || !("seen" in kept) || !("since" in kept)) return false;
  const { seen, since } = kept;
  return typeof seen === "string" && (since === null || typeof since === "string");
}
