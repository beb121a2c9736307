import { canonicalJson } from "../../shared/domain/canonical-json.ts";
import type { OutCell } from "../../shared/files/csv-line.ts";
import { sealedBytes } from "../files/sealed-bytes.ts";
import { csvPieces } from "../files/write-csv.ts";
import type { PackSource } from "./pack/pack.ts";

/** The snapshot as JSON: the payload to the byte as it was hashed, its hash, and the signed end of the audit chain beside it. */
export function snapshotJson({ id, label, sha256, head, text }: PackSource): AsyncGenerator<Buffer> {
  const before = `{"id":${JSON.stringify(id)},"label":${JSON.stringify(label)},"sha256":"${sha256}","auditHead":${canonicalJson(head)}`;
  return sealedBytes([before, ',"payload":', text, ',"seal":"'], { as: { id, sha256 }, format: "json" });
}

const COLUMNS = [
  ...["kpi", "name", "unit_of_measure", "unit", "period", "value", "numerator", "denominator"],
  ...["target", "target_low", "target_high", "status", "reported", "due", "signal", "as_of", "snapshot", "sha256"],
  "seal",
];

/** A row for each KPI and period, each bearing what it was frozen by; the seal fills the last cell of the last row. */
function* snapshotRows({ id, sha256, payload }: PackSource): Generator<OutCell[]> {
  const names = new Map(payload.overview.kpis.map((kpi) => [kpi.kpi, kpi]));
  for (const { kpi, points } of payload.kpis) {
    const named = names.get(kpi);
    for (const { period, figure, target, statusWord, coverage, pointType } of points) {
      const value = figure.kind === "not_applicable" ? "n/a" : figure.value;
      yield [
        ...[kpi, named?.name ?? kpi, named?.unitOfMeasure ?? "", payload.unit.code, period, value],
        ...[figure.numerator, figure.denominator, target?.value ?? null, target?.low ?? null, target?.high ?? null],
        ...[statusWord, coverage.reported, coverage.due, pointType ?? "", payload.asOf, id, sha256, null],
      ];
    }
  }
}

export function snapshotCsv(source: PackSource): AsyncGenerator<Buffer> {
  const { id, sha256 } = source;
  return sealedBytes(withoutLastLineEnd(csvPieces(COLUMNS, snapshotRows(source))), {
    ...{ as: { id, sha256 }, format: "csv" },
  });
}

async function* withoutLastLineEnd(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let held = "";
  for await (const piece of pieces) {
    yield held;
    held = piece;
  }
  yield held.slice(0, -2);
}
