import { describe, expect, test } from "vitest";
import { readTable } from "../../../server/files/read-table.ts";
import { decimalOfNumber, ONE } from "../../../shared/domain/decimal.ts";
import { checkAssignments } from "../../../shared/domain/imports/check-assignments.ts";
import { checkKpis } from "../../../shared/domain/imports/check-kpis.ts";
import { checkResults } from "../../../shared/domain/imports/check-results.ts";
import { checkTargets } from "../../../shared/domain/imports/check-targets.ts";
import { checkThemes } from "../../../shared/domain/imports/check-themes.ts";
import { checkUnits, edgesAfter } from "../../../shared/domain/imports/check-units.ts";
import type { ImportKind } from "../../../shared/domain/imports/columns.ts";
import type { ReferenceData } from "../../../shared/domain/imports/reference.ts";
import type { ImportRow } from "../../../shared/domain/imports/row.ts";
import { parseRows } from "../../../shared/domain/imports/rows.ts";
import type { KpiDefinition } from "../../../shared/domain/kpi-definition.ts";
import { aKpi, aReference, told } from "../../support/import-world.ts";
import { aeFiles, type ImportFiles, mtaFiles } from "../../support/real-input.ts";
import { referenceText } from "../../support/reference.ts";

async function rowsIn<Kind extends ImportKind>(kind: Kind, text: string): Promise<ImportRow<Kind>[]> {
  const { rows, errors } = parseRows(kind, await readTable(Buffer.from(text), { sheet: kind }), "auto");
  expect(told(errors)).toEqual([]);
  return rows;
}

function definitionOf(row: ImportRow<"kpis">): Partial<KpiDefinition> {
  const { input, decimals, direction, orgRule, timeRule, unitOfMeasure, minimum, maximum, multiplier } = row;
  if (input === null || decimals === null || direction === null || orgRule === null || timeRule === null)
    throw new Error("not whole");
  const factor = multiplier === null ? ONE : decimalOfNumber(multiplier);
  return {
    input,
    decimals,
    direction,
    orgRule,
    timeRule,
    unitOfMeasure: unitOfMeasure ?? "",
    minimum,
    maximum,
    multiplier: factor,
  };
}

/** Imports the files one after the other into an organisation that begins empty. */
async function imported(files: ImportFiles) {
  const world: ReferenceData = aReference({}, { units: new Set(), edges: [], themes: new Map(), fiscalYearStart: 4 });
  const units = await rowsIn("units", files.units);
  expect(told(checkUnits(units, world).errors)).toEqual([]);
  const withUnits = { ...world, units: new Set(units.map(({ code }) => code ?? "")), edges: edgesAfter(units, []) };
  const themes = await rowsIn("themes", files.themes);
  expect(told(checkThemes(themes, withUnits).errors)).toEqual([]);
  const withThemes = {
    ...withUnits,
    themes: new Map(themes.map(({ code, strategy }) => [code ?? "", { strategy: strategy ?? "" }])),
  };
  const kpis = await rowsIn("kpis", files.kpis);
  expect(told(checkKpis(kpis, withThemes).errors)).toEqual([]);
  const withKpis = { ...withThemes, kpis: new Map(kpis.map((row) => [row.code ?? "", aKpi(definitionOf(row))])) };
  const assigned = checkAssignments(await rowsIn("assignments", files.assignments), withKpis);
  expect(told(assigned.errors)).toEqual([]);
  const terms = new Map(
    kpis.map(({ code }) => [
      code ?? "",
      new Map(assigned.terms.filter(({ kpi }) => kpi === code).map((term) => [term.unit, [term]])),
    ]),
  );
  const whole = { ...withKpis, terms };
  const targets = await rowsIn("targets", files.targets);
  expect(told(checkTargets(targets, whole).errors)).toEqual([]);
  const results = await rowsIn("results", files.results);
  expect(told(checkResults(results, whole).errors)).toEqual([]);
  return { units, kpis, targets, results };
}

const ae = referenceText("data/ae.csv");
const mta = referenceText("data/mta.csv");

describe("published data become an organisation's files without a question", () => {
  test.skipIf(ae === null)("English A&E departments", async () => {
    const { units, kpis, targets, results } = await imported(aeFiles(ae ?? ""));
    expect([units.length, kpis.length, targets.length, results.length]).toEqual([69, 3, 6, 4695]);
    const [first] = results;
    expect(first).toMatchObject({
      unit: "ATQ02",
      kpi: "ae_other_within_4h_pct",
      period: "2016-04",
      value: 100,
      numerator: 3750,
      denominator: 3750,
    });
  });

  test.skipIf(mta === null)("New York MTA", async () => {
    const { units, kpis, results } = await imported(mtaFiles(mta ?? ""));
    expect([units.length, kpis.length, results.length]).toEqual([4, 54, 5687]);
    expect(kpis.map(({ code }) => code)).toContain("OTP-Terminal-F-Line");
  });
});
