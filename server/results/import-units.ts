import { checkUnits } from "../../shared/domain/imports/check-units.ts";
import type { ImportRow } from "../../shared/domain/imports/row.ts";
import { ALWAYS } from "../../shared/domain/month.ts";
import { type Importing, type ImportPlan, referenceWith } from "./import-plan.ts";

type UnitRow = ImportRow<"units">;

/** A row is a unit's name and kind, and its parent from a month on. */
export async function planUnits({ rows, store, reference }: Importing<"units">): Promise<ImportPlan> {
  const stored = new Map((await store.organisation.units()).map((unit) => [unit.code, unit]));
  const isStored = ({ code, name, kind, parent, from }: UnitRow) => {
    const unit = stored.get(code ?? "");
    const edge = reference.edges.find((one) => one.child === code && one.fromMonth === (from ?? ALWAYS));
    return unit?.name === name && unit.kind === kind && edge !== undefined && edge.parent === parent;
  };
  const unchanged = new Set(rows.filter(isStored).map(({ row }) => row));
  const changed = rows.filter(({ row }) => !unchanged.has(row));
  return {
    checked: checkUnits(rows, referenceWith(reference, unchanged)),
    unchanged: unchanged.size,
    write: async (inside) => {
      const units = changed.flatMap(({ code, name, kind }) =>
        code === null || name === null || kind === null ? [] : [{ code, name, kind }],
      );
      await inside.organisation.putUnits([...new Map(units.map((unit) => [unit.code, unit])).values()]);
      const edges = changed.flatMap(({ code, parent, from }) =>
        code === null ? [] : [{ child: code, from: from ?? ALWAYS, parent, ends: false, withdrawn: false }],
      );
      await inside.organisation.setEdges(edges);
      return changed.length;
    },
  };
}
