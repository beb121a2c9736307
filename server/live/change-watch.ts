import type { Readings } from "../../db/store.ts";

/** Something was recorded: at a unit, or (null) for the whole organisation. */
export type Change = { readonly seq: number; readonly unit: string | null };

export type Listener = {
  readonly told: (changes: readonly Change[]) => void;
  /** The watch has ended or lost the database; whoever listens may begin anew. */
  readonly ended: () => void;
};

/** Tells of what anyone records, this server or another one on the same database, the command line included. */
export interface ChangeWatch {
  /** Of what came after a sequence, until the function that it answers is called. */
  listen(listener: Listener, after: number): () => void;
  stop(): void;
}

const EVERY = 1_000;
const MOST = 500;

/**
 * Asks the audit trail once a second what was recorded after the newest known, and only while someone listens. Polling,
 * not LISTEN and NOTIFY: it is the same on SQLite, sees what another process writes there, needs no connection of its own,
 * passes through poolers of connections, and costs one look at the end of an index however many listen.
 */
export function watchChanges(store: Pick<Readings, "audit">): ChangeWatch {
  const listeners = new Set<Listener>();
  let newest = 0;
  let timer: NodeJS.Timeout | null = null;
  let isStopped = false;

  const look = async () => {
    try {
      const changes = await store.audit.changes({ after: newest, limit: MOST });
      newest = changes.at(-1)?.seq ?? newest;
      if (changes.length > 0) for (const { told } of listeners) told(changes);
      again();
    } catch {
      endAll();
    }
  };
  const again = () => {
    timer = listeners.size === 0 ? null : setTimeout(() => void look(), EVERY).unref();
  };
  const endAll = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const ending = [...listeners];
    listeners.clear();
    for (const { ended } of ending) ended();
  };
  return {
    listen: (listener, after) => {
      if (isStopped) queueMicrotask(listener.ended);
      else listeners.add(listener);
      if (timer === null) {
        newest = after;
        again();
      }
      return () => void listeners.delete(listener);
    },
    stop: () => {
      isStopped = true;
      endAll();
    },
  };
}
