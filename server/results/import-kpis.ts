import { compareDecimals, decimalNumber, decimalOfNumber, ONE } from "../../shared/domain/decimal.ts";
import { checkKpis } from "../../shared/domain/imports/check-kpis.ts";
import type { ReferenceKpi } from "../../shared/domain/imports/reference.ts";
import type { ImportRow } from "../../shared/domain/imports/row.ts";
import { type KpiDefinition, versionOf } from "../../shared/domain/kpi-definition.ts";
import { ALWAYS } from "../../shared/domain/month.ts";
import type { Tolerance } from "../../shared/domain/tolerance.ts";
import { type Importing, type ImportPlan, referenceWith } from "./import-plan.ts";

type KpiRow = ImportRow<"kpis">;
type Definition = Omit<KpiDefinition, "version">;

/** A row is a version of a KPI, its theme, and the tolerance from the same month on. */
export async function planKpis({ rows, store, reference }: Importing<"kpis">): Promise<ImportPlan> {
  const unchanged = new Set(
    rows.filter((row) => isStored(row, reference.kpis.get(row.code ?? ""))).map(({ row }) => row),
  );
  const changed = rows.filter(({ row }) => !unchanged.has(row));
  const listed = new Map((await store.kpis.list()).map((kpi) => [kpi.code, kpi]));
  return {
    checked: checkKpis(rows, referenceWith(reference, unchanged)),
    unchanged: unchanged.size,
    write: async (inside) => {
      const themes = await inside.strategy.themeIds();
      const said = changed.map(({ code, theme }) => {
        const known = listed.get(code ?? "");
        const ofTheme = theme === null ? null : (themes.get(theme) ?? null);
        return { code: code ?? "", owner: known?.owner ?? null, theme: ofTheme, timing: known?.timing ?? "lagging" };
      });
      const ids = await inside.kpis.put([...new Map(said.map((kpi) => [kpi.code, kpi])).values()]);
      const kpiOf = ({ code }: KpiRow) => ids.get(code ?? "") ?? 0;
      await inside.kpis.define(
        changed.map((row) => ({
          kpi: kpiOf(row),
          definition: definitionOf(
            row,
            versionOf(reference.kpis.get(row.code ?? "")?.versions ?? [], row.from ?? ALWAYS),
          ),
        })),
      );
      const tolerances = changed.filter((row) => row.tolerance !== null || hasTolerance(row, reference.kpis));
      await inside.kpis.setTolerances(
        tolerances.map((row) => ({ kpi: kpiOf(row), validFrom: row.from ?? ALWAYS, tolerance: toleranceOf(row) })),
      );
      return changed.length;
    },
  };
}

function isStored(row: KpiRow, stored: ReferenceKpi | undefined): boolean {
  const from = row.from ?? ALWAYS;
  const before = stored === undefined ? null : versionOf(stored.versions, from);
  if (before === null || before.validFrom !== from || stored?.theme !== row.theme) return false;
  const tolerance = stored.tolerances.findLast((one) => one.from <= from);
  const isTolerated = (tolerance?.amount ?? null) === row.tolerance && (tolerance?.kind ?? null) === row.toleranceKind;
  const after = definitionOf(row, before);
  const isSameMultiplier = compareDecimals(before.multiplier, after.multiplier) === 0;
  const names = Object.keys(after).filter((name) => name !== "multiplier") as (keyof Definition)[];
  return isTolerated && isSameMultiplier && names.every((name) => String(before[name]) === String(after[name]));
}

/** What a row says; what a file of KPIs cannot say stays as it was. */
function definitionOf(row: KpiRow, before: KpiDefinition | null): Definition {
  const { multiplier } = row;
  return {
    validFrom: row.from ?? ALWAYS,
    name: row.name ?? "",
    description: row.description,
    formula: before?.formula ?? null,
    source: before?.source ?? null,
    exclusions: before?.exclusions ?? null,
    unitOfMeasure: row.unitOfMeasure ?? "",
    decimals: row.decimals ?? 0,
    direction: row.direction ?? "neutral",
    input: row.input ?? "value",
    numeratorLabel: row.numeratorLabel,
    denominatorLabel: row.denominatorLabel,
    multiplier: multiplier === null ? ONE : decimalOfNumber(multiplier),
    expression: row.expression,
    frequency: row.frequency ?? "month",
    minimum: row.minimum,
    maximum: row.maximum,
    orgRule: row.orgRule ?? "none",
    timeRule: row.timeRule ?? "last",
    chartKind: before?.chartKind ?? "auto",
    uses: before?.uses ?? [],
  };
}

function toleranceOf({ tolerance, toleranceKind }: KpiRow): Tolerance | null {
  if (tolerance === null || toleranceKind === null) return null;
  const amount = decimalOfNumber(tolerance);
  return decimalNumber(amount) === 0 ? null : { kind: toleranceKind, amount };
}

/** Whether an earlier tolerance would go on where the row names none. */
function hasTolerance({ code, from }: KpiRow, kpis: ReadonlyMap<string, ReferenceKpi>): boolean {
  return (kpis.get(code ?? "")?.tolerances ?? []).some((one) => one.from <= (from ?? ALWAYS));
}
