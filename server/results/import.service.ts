import type { Readings, Written } from "../../db/store.ts";
import type { ImportReport } from "../../shared/contracts/imports.ts";
import type { ImportKind } from "../../shared/domain/imports/columns.ts";
import type { FileFault } from "../../shared/domain/imports/file-fault.ts";
import { type FindingList, firstFindings } from "../../shared/domain/imports/finding.ts";
import type { ImportRow } from "../../shared/domain/imports/row.ts";
import { parseRows } from "../../shared/domain/imports/rows.ts";
import type { Table } from "../../shared/domain/imports/table.ts";
import type { DecimalSetting } from "../../shared/domain/number-recognition.ts";
import type { Holder } from "../../shared/domain/permissions.ts";
import { issueOfFile, issueOfFinding } from "../../shared/text/import.ts";
import { type Actor, holderWithin } from "../access/actor.ts";
import { planAssignments } from "./import-assignments.ts";
import { planKpis } from "./import-kpis.ts";
import { planPeople } from "./import-people.ts";
import type { Importing, ImportPlan } from "./import-plan.ts";
import { readReference } from "./import-reference.ts";
import { planResults } from "./import-results.ts";
import { planTargets } from "./import-targets.ts";
import { planThemes } from "./import-themes.ts";
import { planUnits } from "./import-units.ts";

export type ImportRequest = {
  readonly kind: ImportKind;
  readonly table: Table;
  readonly decimal: DecimalSetting;
  /** Judges the file and stores nothing. */
  readonly dryRun: boolean;
  /** What brings the rows: a file unless it is said. */
  readonly source?: "import" | "api";
};

export type ImportProgress = { readonly phase: "checking" | "storing" | "rolling-up"; readonly rows: number };

export type ImportHooks = {
  readonly progress?: (progress: ImportProgress) => void;
  /** Gives the import up: nothing of it is stored. */
  readonly signal?: AbortSignal;
};

/**
 * Takes a table into the record, all of it or nothing, in one command with one audit event. Everything that is wrong
 * with it is in the report, and a table that is refused leaves nothing behind. Rows that say what is stored already
 * are not written again.
 */
export async function importTable(
  actor: Actor,
  request: ImportRequest,
  hooks: ImportHooks = {},
): Promise<ImportReport> {
  const { kind, table, decimal, source = "import" } = request;
  hooks.progress?.({ phase: "checking", rows: 0 });
  const { rows, errors } = parseRows(kind, table, decimal);
  const parsed: Parsed = { kind, rows, errors, source };
  hooks.signal?.throwIfAborted();
  if (request.dryRun) {
    const plan = await planOf(actor, { store: actor.store, holder: actor.holder }, parsed);
    return reportOf(parsed, plan, 0);
  }
  try {
    return await actor.store.command(eventOf(actor, parsed), (store, written) =>
      carryOut({ actor, parsed, hooks }, store, written),
    );
  } catch (error) {
    if (error instanceof Refusal) return error.report;
    throw error;
  }
}

/** The report of a file that was refused before any of its rows was looked at. */
export function refusedFile(fault: FileFault, row: number): ImportReport {
  return { outcome: "refused", rows: 0, stored: 0, unchanged: 0, errors: [issueOfFile(fault, row)], warnings: [] };
}

/** Rolls the command back and carries its report out. */
class Refusal extends Error {
  readonly report: ImportReport;
  constructor(report: ImportReport) {
    super("import refused");
    this.report = report;
  }
}

type Parsed = {
  readonly kind: ImportKind;
  readonly rows: readonly ImportRow<ImportKind>[];
  readonly errors: FindingList;
  readonly source: "import" | "api";
};
type Work = { readonly actor: Actor; readonly parsed: Parsed; readonly hooks: ImportHooks };

async function carryOut(
  { actor, parsed, hooks }: Work,
  store: Parameters<ImportPlan["write"]>[0],
  written: Written,
): Promise<ImportReport> {
  const plan = await planOf(actor, { store, holder: await holderWithin(store, actor) }, parsed);
  const judged = reportOf(parsed, plan, 0);
  if (judged.outcome === "refused") throw new Refusal(judged);
  const stored = await plan.write(store, (rows) => {
    hooks.signal?.throwIfAborted();
    hooks.progress?.({ phase: "storing", rows });
  });
  const report = reportOf(parsed, plan, stored);
  if (stored === 0) written.leaveNoEvent();
  else written.describe({ after: { rows: report.rows, stored, unchanged: report.unchanged } });
  hooks.progress?.({ phase: "rolling-up", rows: stored });
  return report;
}

function eventOf(actor: Actor, { kind }: Parsed) {
  return { actor: actor.by, command: "imported", entity: kind };
}

async function planOf(
  actor: Actor,
  { store, holder }: { readonly store: Readings; readonly holder: Holder },
  { kind, rows, source }: Parsed,
): Promise<ImportPlan> {
  const units = kind === "results" ? fewUnits(rows as readonly ImportRow<"results">[]) : null;
  const reference = await readReference(store, { holder, today: actor.today, units });
  const importing = { rows, store, reference, by: actor.person?.id ?? null, source };
  return PLANS[kind](importing as never);
}

/** A save of a few units' results is judged by what is known of these; with more than this many all of it is read. */
const FEW_UNITS = 200;

function fewUnits(rows: readonly ImportRow<"results">[]): readonly string[] | null {
  const units = new Set<string>();
  for (const { unit } of rows) {
    if (unit !== null) units.add(unit);
    if (units.size > FEW_UNITS) return null;
  }
  return [...units];
}

const PLANS = {
  units: planUnits,
  themes: planThemes,
  kpis: planKpis,
  assignments: planAssignments,
  targets: planTargets,
  people: planPeople,
  results: planResults,
} as const satisfies { [Kind in ImportKind]: (importing: Importing<Kind>) => Promise<ImportPlan> };

function reportOf({ rows, errors }: Parsed, plan: ImportPlan, stored: number): ImportReport {
  const { checked, unchanged } = plan;
  const isRefused = errors.count + checked.errors.count > 0;
  const warnings = firstFindings(checked.warnings).map(issueOfFinding);
  return {
    outcome: isRefused ? "refused" : outcomeOf(warnings.length),
    rows: rows.length,
    stored: isRefused ? 0 : stored,
    unchanged: isRefused ? 0 : unchanged,
    errors: firstFindings(errors, checked.errors).map(issueOfFinding),
    warnings,
  };
}

function outcomeOf(warnings: number): ImportReport["outcome"] {
  return warnings > 0 ? "accepted-with-warnings" : "accepted";
}
