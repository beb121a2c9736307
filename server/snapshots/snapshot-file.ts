import { createHash } from "node:crypto";
import type { Snapshot } from "../../db/store.ts";
import type { SnapshotPayload } from "../../shared/contracts/snapshot-payload.ts";
import { canonicalJson } from "../../shared/domain/canonical-json.ts";
import { csvPieces, type OutCell } from "../files/write-csv.ts";
import { type SheetColumn, xlsxBytes } from "../files/write-xlsx.ts";

/** SHA-256 of a payload's canonical text, hexadecimal. */
export function hashOf(payload: string): string {
  return createHash("sha256").update(payload).digest("hex");
}

/** The snapshot as JSON: the payload to the byte as it was hashed, its hash, and the signed end of the audit chain beside it. */
export function snapshotJson({ id, label, sha256, head, payload }: Snapshot): string {
  return `{"id":${JSON.stringify(id)},"label":${JSON.stringify(label)},"sha256":"${sha256}","auditHead":${canonicalJson(head)},"payload":${payload}}\n`;
}

export type FileVerdict =
  | { readonly kind: "original"; readonly id: string; readonly sha256: string }
  | { readonly kind: "altered"; readonly expected: string; readonly found: string }
  | { readonly kind: "no-snapshot" };

/** Whether an exported JSON file is as it was written: recomputes the hash of its payload, needs no database. */
export function verifySnapshotJson(text: string): FileVerdict {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return { kind: "no-snapshot" };
  }
  if (typeof file !== "object" || file === null || !("payload" in file) || !("sha256" in file)) {
    return { kind: "no-snapshot" };
  }
  const found = hashOf(canonicalJson(file.payload));
  const expected = String(file.sha256);
  if (found !== expected) return { kind: "altered", expected, found };
  return { kind: "original", id: "id" in file ? String(file.id) : "", sha256: expected };
}

const COLUMNS: readonly SheetColumn[] = [
  { heading: "kpi", kind: "text", width: 18 },
  { heading: "name", kind: "text", width: 40 },
  { heading: "unit_of_measure", kind: "text", width: 20 },
  { heading: "unit", kind: "text" },
  { heading: "period", kind: "month", width: 10 },
  { heading: "value", kind: "number" },
  { heading: "numerator", kind: "number" },
  { heading: "denominator", kind: "number" },
  { heading: "target", kind: "number" },
  { heading: "target_low", kind: "number" },
  { heading: "target_high", kind: "number" },
  { heading: "status", kind: "text" },
  { heading: "reported", kind: "number", width: 10 },
  { heading: "due", kind: "number", width: 10 },
  { heading: "signal", kind: "text", width: 20 },
  { heading: "as_of", kind: "text", width: 26 },
  { heading: "snapshot", kind: "text", width: 38 },
  { heading: "sha256", kind: "text", width: 66 },
];

type Frozen = { readonly snapshot: Snapshot; readonly payload: SnapshotPayload };

/** A row for each KPI and period, each bearing what it was frozen by. */
function* snapshotRows({ snapshot, payload }: Frozen): Generator<OutCell[]> {
  const names = new Map(payload.overview.kpis.map((kpi) => [kpi.kpi, kpi]));
  for (const { kpi, points } of payload.kpis) {
    const named = names.get(kpi);
    for (const { period, figure, target, statusWord, coverage, pointType } of points) {
      const value = figure.kind === "not_applicable" ? "n/a" : figure.value;
      yield [
        ...[kpi, named?.name ?? kpi, named?.unitOfMeasure ?? "", payload.unit.code, period, value],
        ...[figure.numerator, figure.denominator, target?.value ?? null, target?.low ?? null, target?.high ?? null],
        ...[statusWord, coverage.reported, coverage.due, pointType ?? "", payload.asOf, snapshot.id, snapshot.sha256],
      ];
    }
  }
}

export function snapshotCsv(frozen: Frozen): AsyncGenerator<string> {
  return csvPieces(
    COLUMNS.map(({ heading }) => heading),
    snapshotRows(frozen),
  );
}

export function snapshotXlsx(frozen: Frozen): AsyncGenerator<Buffer> {
  return xlsxBytes({ name: "Snapshot", columns: COLUMNS, rows: snapshotRows(frozen) });
}
