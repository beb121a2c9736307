import { type ReactNode, useEffect, useState } from "react";
import "./just-updated.css";

/** How long a mark stands. */
const STAYS = 30_000;

type Kept = {
  readonly place: string;
  readonly values: ReadonlyMap<string, string>;
  readonly changed: ReadonlySet<string>;
};

/**
 * Which of the values on the screen have just changed under one's eyes. At another place (unit, month) nothing has: all of
 * it is new.
 */
export function useJustUpdated(place: string, values: ReadonlyMap<string, string>): ReadonlySet<string> {
  const [kept, keep] = useState<Kept>({ place, values, changed: new Set() });
  const isElsewhere = kept.place !== place;
  const differing = [...values].filter(([key, value]) => kept.values.has(key) && kept.values.get(key) !== value);
  if (isElsewhere || differing.length > 0 || values.size !== kept.values.size) {
    const changed = isElsewhere ? [] : [...kept.changed, ...differing.map(([key]) => key)];
    keep({ place, values, changed: new Set(changed) });
  }
  useEffect(() => {
    if (kept.changed.size === 0) return undefined;
    const gone = setTimeout(() => keep((now) => ({ ...now, changed: new Set() })), STAYS);
    return () => clearTimeout(gone);
  }, [kept.changed]);
  return kept.changed;
}

/** Says "Updated just now" in the place of a note, which keeps its room: nothing moves when it comes or goes. */
export function UpdatedNote({ isFresh, children }: { isFresh: boolean; children: ReactNode }) {
  if (!isFresh) return children;
  return (
    <span className="updated-note">
      <span className="updated-mark">Updated just now</span>
      <span className="updated-under">{children}</span>
    </span>
  );
}

/** Tells a reader who does not see the marks, once for each change. */
export function UpdatedAloud({ names }: { names: readonly string[] }) {
  return (
    <p className="visually-hidden" role="status">
      {names.length === 0 ? "" : `Updated just now: ${names.join(", ")}.`}
    </p>
  );
}
