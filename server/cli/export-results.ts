import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Month, parseMonth } from "../../shared/domain/month.ts";
import type { OutCell } from "../../shared/files/csv-line.ts";
import type { Actor } from "../access/actor.ts";
import { namesOf, scopeOf } from "../api/scope.ts";
import { importFile } from "../files/import-file.ts";
import { type Command, type Invocation, Misuse, optionText, positional } from "./command.ts";
import { withInstallation } from "./installation.ts";

const PAGE = 5_000;
export const exportResultsCommand: Command = {
  name: "export results",
  usage: "FILE [--unit U] [--from M] [--to M] [--as EMAIL]",
  summary: "writes the results that count to CSV or XLSX, by the file's ending; they can be imported again",
  options: {
    unit: { type: "string" },
    from: { type: "string" },
    to: { type: "string" },
    as: { type: "string" },
  },
  positionals: [1, 1],
  run(invocation) {
    const file = positional(invocation, 0);
    const isWorkbook = file.toLowerCase().endsWith(".xlsx");
    if (!isWorkbook && !file.toLowerCase().endsWith(".csv")) throw new Misuse("FILE must end in .csv or .xlsx.");
    const asked = {
      unit: optionText(invocation, "unit") ?? undefined,
      from: askedMonth(invocation, "from"),
      to: askedMonth(invocation, "to"),
    };
    return withInstallation(invocation, async ({ actor }) => {
      const rows = resultRows(await actor(), asked);
      const pieces = importFile("results", { ending: isWorkbook ? "xlsx" : "csv", rows });
      await pipeline(Readable.from(pieces), createWriteStream(file));
      return undefined;
    });
  },
};

function askedMonth(invocation: Invocation, name: string): Month | null {
  const text = optionText(invocation, name);
  const month = text === null ? null : parseMonth(text);
  if (text !== null && month === null) throw new Misuse(`--${name} must be written as 2026-04.`);
  return month;
}

type Asked = { readonly unit: string | undefined; readonly from: Month | null; readonly to: Month | null };

async function* resultRows(actor: Actor, { unit, from, to }: Asked): AsyncGenerator<OutCell[]> {
  const scope = await scopeOf(actor, { unit });
  const { units } = await namesOf(scope, undefined);
  let after: { assignment: number; period: Month } | null = null;
  for (;;) {
    const page = await scope.readings.results.list({
      units: scope.units === null ? null : [...units.keys()],
      kpis: null,
      ...{ from, to, after, limit: PAGE },
    });
    for (const { unitCode, kpiCode, period, kind, value, numerator, denominator, comment } of page) {
      if (kind === "missing") continue;
      const shown = kind === "not_applicable" ? "n/a" : value;
      yield [unitCode, kpiCode, period, shown, numerator, denominator, comment];
    }
    const last = page.at(-1);
    if (page.length < PAGE || last === undefined) return;
    after = { assignment: last.assignment, period: last.period };
  }
}
