import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { ImportKind } from "../../shared/domain/imports/columns.ts";

export type WorkloadSize = "S" | "M" | "L";

/** The files of a workload, as an organisation would import them one after the other. */
export type Workload = {
  readonly files: readonly { readonly kind: ImportKind; readonly bytes: Uint8Array }[];
  readonly results: number;
};

type Row = readonly string[];

const KINDS: Readonly<Record<string, string>> = { region: "area" };
const RULES: Readonly<Record<string, { org: string; time: string }>> = {
  sum: { org: "sum", time: "sum" },
  ratio: { org: "ratio", time: "ratio" },
  avg: { org: "mean", time: "mean" },
  last: { org: "sum", time: "last" },
};

/** Makes the workload with the reference's generator (bench/gen.mjs) and writes it in the columns of imports. */
export async function makeWorkload(reference: string, size: WorkloadSize): Promise<Workload> {
  const folder = mkdtempSync(path.join(tmpdir(), "plumbline-workload-"));
  try {
    const { generate } = await import(pathToFileURL(path.join(reference, "bench/gen.mjs")).href);
    generate(size, folder);
    const read = (name: string): Row[] =>
      readFileSync(path.join(folder, `${name}.csv`), "utf8")
        .trimEnd()
        .split("\n")
        .slice(1)
        .map((line) => line.split(","));
    return convert(read);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function convert(read: (name: string) => Row[]): Workload {
  const [units, kpis, targets, results] = [read("units"), read("kpis"), read("targets"), read("results")];
  const unitCodes = new Map(units.map(([id = "", , , code = ""]) => [id, code]));
  const kpiCodes = new Map(kpis.map(([id = "", code = ""]) => [id, code]));
  const place = ([kpi = "", unit = "", period = ""]: Row) =>
    `${unitCodes.get(unit)},${kpiCodes.get(kpi)},${period.slice(0, 4)}-${period.slice(4)}`;
  const first = `${results[0]?.[2]?.slice(0, 4)}-${results[0]?.[2]?.slice(4)}`;
  const files = [
    file(
      "units",
      "code,name,kind,parent",
      units.map(
        ([, parent = "", level = "", code, name]) =>
          `${code},${name},${KINDS[level] ?? level},${unitCodes.get(parent) ?? ""}`,
      ),
    ),
    file("kpis", KPI_HEADER, kpis.map(kpiLine)),
    file(
      "assignments",
      "kpi,unit,from",
      [...kpiCodes.values()].map((kpi) => `${kpi},*,${first}`),
    ),
    file(
      "targets",
      "unit,kpi,period,value",
      targets.map((row) => `${place(row)},${targetOf(row)}`),
    ),
    file(
      "results",
      "unit,kpi,period,value,numerator,denominator",
      results.map((row) => `${place(row)},${figureOf(row)}`),
    ),
  ];
  return { files, results: results.length };
}

const KPI_HEADER =
  "code,name,unit_of_measure,decimals,direction,input,multiplier,org_rule,time_rule,tolerance,tolerance_kind";

function kpiLine([, code, name, agg = "", direction, unit, , band]: Row): string {
  const { org = "sum", time = "sum" } = RULES[agg] ?? {};
  const ratio = agg === "ratio";
  const better = direction === "down" ? "lower" : "higher";
  const tolerance = (Number(band) * 100).toFixed(1);
  return `${code},${name},${unit},2,${better},${ratio ? "ratio" : "value"},${ratio ? 100 : 1},${org},${time},${tolerance},percent`;
}

function targetOf([, , , numerator = "", denominator = ""]: Row): string {
  return denominator === "" ? numerator : ((100 * Number(numerator)) / Number(denominator)).toFixed(2);
}

function figureOf([, , , numerator = "", denominator = ""]: Row): string {
  return denominator === "" ? `${numerator},,` : `,${numerator},${denominator}`;
}

function file(kind: ImportKind, header: string, lines: readonly string[]) {
  return { kind, bytes: Buffer.from(`${header}\n${lines.join("\n")}\n`) };
}
