import { readFile } from "node:fs/promises";
import type { ImportIssue, ImportReport } from "../../shared/contracts/imports.ts";
import { IMPORT_KINDS, type ImportKind } from "../../shared/domain/imports/columns.ts";
import { DECIMAL_SETTINGS, type DecimalSetting } from "../../shared/domain/number-recognition.ts";
import type { Actor } from "../access/actor.ts";
import { FileRefused } from "../files/file-refused.ts";
import { readTable } from "../files/read-table.ts";
import { type ImportRequest, importTable, refusedFile } from "../results/import.service.ts";
import { type Command, type Invocation, isGiven, Misuse, optionText, positional } from "./command.ts";
import { withInstallation } from "./installation.ts";

/** The command was carried out, and the file was refused with its reasons. */
const REFUSED = 1;

export const importCommand: Command = {
  name: "import",
  usage: "KIND FILE [--dry-run] [--as EMAIL] [--decimal point|comma|auto] [--json]",
  summary: "takes a CSV or XLSX file into the record: all of it, or nothing and every reason",
  help: [
    `KIND is one of ${IMPORT_KINDS.join(", ")}. New organisations begin with units and end with results.`,
    "--dry-run judges the file and stores nothing. --json prints the report alone.",
  ],
  options: {
    "dry-run": { type: "boolean" },
    as: { type: "string" },
    decimal: { type: "string" },
    json: { type: "boolean" },
  },
  positionals: [2, 2],
  async run(invocation) {
    const kind = kindOf(positional(invocation, 0));
    const decimal = decimalOf(optionText(invocation, "decimal") ?? "auto");
    const path = positional(invocation, 1);
    const bytes = await readFile(path).catch((cause: unknown) => {
      throw new Misuse(`${path} cannot be read.`, { cause });
    });
    const dryRun = isGiven(invocation, "dry-run");
    return withInstallation(invocation, async ({ actor }) => {
      const report = await reportOn(await actor(), { kind, decimal, dryRun, bytes }, invocation);
      if (isGiven(invocation, "json")) invocation.terminal.say(JSON.stringify(report));
      else tell(report, { dryRun, invocation });
      return report.outcome === "refused" ? REFUSED : undefined;
    });
  },
};

function kindOf(text: string): ImportKind {
  const kind = IMPORT_KINDS.find((known) => known === text);
  if (kind === undefined) throw new Misuse(`KIND must be one of ${IMPORT_KINDS.join(", ")}.`);
  return kind;
}

function decimalOf(text: string): DecimalSetting {
  const setting = DECIMAL_SETTINGS.find((known) => known === text);
  if (setting === undefined) throw new Misuse(`--decimal must be one of ${DECIMAL_SETTINGS.join(", ")}.`);
  return setting;
}

type Given = Omit<ImportRequest, "table"> & { readonly bytes: Uint8Array };

async function reportOn(actor: Actor, { bytes, ...request }: Given, { terminal }: Invocation): Promise<ImportReport> {
  try {
    const table = await readTable(bytes, { sheet: request.kind });
    const progress = ({ phase, rows }: { phase: string; rows: number }) => {
      if (phase === "storing" && rows % 50_000 === 0) terminal.note(`  ${rows} rows …`);
    };
    return await importTable(actor, { ...request, table }, { progress });
  } catch (error) {
    if (error instanceof FileRefused) return refusedFile(error.fault, error.row);
    throw error;
  }
}

function tell(report: ImportReport, { dryRun, invocation }: { dryRun: boolean; invocation: Invocation }): void {
  const { terminal } = invocation;
  for (const issue of report.errors) terminal.note(issueLine(issue));
  for (const issue of report.warnings) terminal.note(`Warning: ${issueLine(issue)}`);
  const { rows, stored, unchanged, errors } = report;
  if (report.outcome === "refused") {
    terminal.say(
      `Refused: ${errors.length} ${errors.length === 1 ? "error" : "errors"} in ${rows} rows. Nothing was stored.`,
    );
  } else if (dryRun)
    terminal.say(`${rows} rows read, and nothing is wrong with them. Nothing was stored: this was a trial.`);
  else terminal.say(`${rows} rows read, ${stored} stored, ${unchanged} said what was there already.`);
}

function issueLine({ row, column, code, message }: ImportIssue): string {
  return `Row ${row}${column === "" ? "" : `, ${column}`}: ${message} (${code})`;
}
