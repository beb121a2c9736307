import type { HistoryView } from "../../../shared/contracts/results.ts";
import { say } from "../../text/say.ts";

type Revision = HistoryView["rows"][number];

/** The newest revision of a month, and how many came before it. */
export type Entry = Pick<Revision, "by" | "at" | "source" | "before"> & { changes: number };

/** By month; revisions come newest first. */
export function newestEntries(rows: readonly Revision[]): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const { period, by, at, source, before } of rows) {
    const newer = entries.get(period);
    if (newer === undefined) entries.set(period, { by, at, source, before, changes: 0 });
    else newer.changes += 1;
  }
  return entries;
}

/** "changed twice, was 4.2". */
export function changesText({ changes, before }: Entry): string {
  return say("kpi.changed", { count: changes, value: before });
}
