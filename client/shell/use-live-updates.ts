import { type Query, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import type { UnitNode } from "../../shared/contracts/organisation.ts";
import { useScope } from "./scope.ts";
import { useSession } from "./session.tsx";

/** Changes that come close together are shown together. */
const GATHER = 300;
/** At least this long between two refreshes, however busy the others are. */
const REST = 2_000;

/** Views that change with the record. The entry sheet is left alone: it asks before it takes in what another wrote. */
const LIVE_WORDS = ["insight", "strategy", "objectives", "actions", "reviews", "snapshots", "results"];
const LEFT_ALONE = ["results.entry", "insight.find"];

type Told = { readonly seq: number; readonly units: readonly string[] };

/**
 * Brings the screen up to date when a colleague's work changes what is on it. The stream is open only while the window is
 * seen: a browser has few connections to one address. What was missed meanwhile is asked for on return.
 */
export function useLiveUpdates(): void {
  const { dataVersion, units } = useSession();
  const unit = useScope()?.unit ?? null;
  const queries = useQueryClient();
  const seen = useRef(dataVersion);
  const place = useRef({ unit, units });
  place.current = { unit, units };

  useEffect(() => {
    let stream: EventSource | null = null;
    let waiting: ReturnType<typeof setTimeout> | null = null;
    let refreshedAt = 0;
    const refresh = () => {
      waiting = null;
      refreshedAt = Date.now();
      void queries.invalidateQueries({ predicate: isLive });
    };
    const take = (event: MessageEvent<string>) => {
      const told = JSON.parse(event.data) as Told;
      if (told.seq <= seen.current) return;
      seen.current = told.seq;
      const concerns = event.type === "hello" || told.units.some((where) => isNear(where, place.current));
      if (concerns) waiting ??= setTimeout(refresh, Math.max(GATHER, refreshedAt + REST - Date.now()));
    };
    const attend = () => {
      if (document.hidden) {
        stream?.close();
        stream = null;
      } else if (stream === null) {
        stream = new EventSource("/api/live");
        stream.addEventListener("hello", take);
        stream.addEventListener("change", take);
      }
    };
    attend();
    document.addEventListener("visibilitychange", attend);
    return () => {
      document.removeEventListener("visibilitychange", attend);
      stream?.close();
      if (waiting !== null) clearTimeout(waiting);
    };
  }, [queries]);
}

/** Whether what was recorded at a unit ("" for all of them) can show at the unit of the screen: at it, below or above it. */
function isNear(where: string, { unit, units }: { unit: string | null; units: readonly UnitNode[] }): boolean {
  if (where === "" || unit === null || where === unit) return true;
  const parents = new Map(units.map(({ code, parent }) => [code, parent]));
  return isBelow(where, unit, parents) || isBelow(unit, where, parents) || !parents.has(where);
}

function isBelow(unit: string, top: string, parents: ReadonlyMap<string, string | null>): boolean {
  for (let at = parents.get(unit) ?? null; at !== null; at = parents.get(at) ?? null) {
    if (at === top) return true;
  }
  return false;
}

/** What was asked as of another day stays as it is. */
function isLive({ queryKey }: Query): boolean {
  const [path, asked] = queryKey as [readonly string[], { input?: { asOf?: string } }?];
  const name = path.join(".");
  if (name === "organisation.session") return true;
  return LIVE_WORDS.includes(path[0] ?? "") && !LEFT_ALONE.includes(name) && asked?.input?.asOf === undefined;
}
