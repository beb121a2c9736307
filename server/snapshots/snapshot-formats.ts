import type { Snapshot } from "../../db/store.ts";
import { snapshotCsv, snapshotJson, snapshotXlsx } from "./snapshot-file.ts";
import { payloadOf } from "./snapshots.service.ts";

export interface SnapshotFormat {
  readonly type: string;
  readonly write: (snapshot: Snapshot) => Iterable<string> | AsyncIterable<string | Buffer>;
}

/** The files that a snapshot can be written to, by their endings. */
export const SNAPSHOT_FORMATS: Readonly<Record<string, SnapshotFormat>> = {
  csv: {
    type: "text/csv; charset=utf-8",
    write: (snapshot) => snapshotCsv({ snapshot, payload: payloadOf(snapshot) }),
  },
  xlsx: {
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    write: (snapshot) => snapshotXlsx({ snapshot, payload: payloadOf(snapshot) }),
  },
  json: { type: "application/json; charset=utf-8", write: (snapshot) => [snapshotJson(snapshot)] },
};
