import type { Writings } from "../../db/store.ts";
import type { ImportReport } from "../../shared/contracts/imports.ts";
import type { PutResultsInput } from "../../shared/contracts/put-results.ts";
import { AppError } from "../../shared/domain/failures.ts";
import type { Cell, Table } from "../../shared/domain/imports/table.ts";
import { may } from "../../shared/domain/permissions.ts";
import { newestOf } from "../../shared/domain/revision.ts";
import { type Actor, holderWithin } from "../access/actor.ts";
import { readDesk } from "./desk.ts";
import { importTable } from "./import.service.ts";

type Row = PutResultsInput["results"][number];
const COLUMNS = ["unit", "kpi", "period", "value", "numerator", "denominator", "comment"] as const;
const HEADER_ROWS = 2;

/**
 * Takes results of another system, all of them or nothing, as a file of the same rows would be taken; rows are counted
 * as if a header stood above them. A row that was changed since its `expectedRevision` refuses the whole with both values.
 */
export async function putResults(actor: Actor, { results, decimal }: PutResultsInput): Promise<ImportReport> {
  if (decimal === undefined) refuseTexts(results);
  const { store } = actor;
  const checked: Actor = {
    ...actor,
    store: {
      ...store,
      command: (event, work) =>
        store.command(event, async (inner, written) => {
          await refuseStale(inner, actor, results);
          return work(inner, written);
        }),
    },
  };
  const request = { kind: "results", dryRun: false, source: "api", decimal: decimal ?? "point" } as const;
  return importTable(checked, { ...request, table: tableOf(results) });
}

/** A number in a text could be read two ways: without a declaration none is taken. */
function refuseTexts(rows: readonly Row[]): void {
  const isText = (amount: Row["value"]) => typeof amount === "string" && /\d/.test(amount);
  if (rows.some(({ value, numerator, denominator }) => [value, numerator, denominator].some(isText))) {
    throw new AppError("unreadable", {
      problem: "Send numbers as JSON numbers, or say in `decimal` how they are written in texts.",
    });
  }
}

function tableOf(rows: readonly Row[]): Table {
  return {
    header: [...COLUMNS],
    columns: COLUMNS.map((name) => rows.map((row): Cell => row[name] ?? "")),
    rowNumbers: rows.map((_, index) => index + HEADER_ROWS),
    headerRow: 1,
    overlong: [],
  };
}

/** Rows beyond the actor's rights are left to the import, which names them without telling what stands there. */
async function refuseStale(store: Writings, actor: Actor, rows: readonly Row[]): Promise<void> {
  const holder = await holderWithin(store, actor);
  const guarded = rows.filter(
    ({ expectedRevision, unit }) => expectedRevision !== undefined && may(holder, "enter-results", unit),
  );
  if (guarded.length === 0) return;
  const { seats } = await readDesk(store, guarded, actor.today);
  const conflicts = guarded.flatMap((yours, at) => {
    const seat = seats[at];
    if (seat === undefined || "refused" in seat) return [];
    const newest = newestOf(seat.open.counting, seat.open.pending);
    if ((newest?.n ?? 0) === yours.expectedRevision) return [];
    const { unit, kpi, period } = yours;
    const { kind = "missing", value = null, numerator = null, denominator = null } = newest ?? {};
    return [{ unit, kpi, period, revision: newest?.n ?? 0, theirs: { kind, value, numerator, denominator }, yours }];
  });
  if (conflicts.length > 0) throw new AppError("stale-version", { conflicts });
}
