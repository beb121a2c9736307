import { checkAssignments } from "../../shared/domain/imports/check-assignments.ts";
import { type Importing, type ImportPlan, referenceWith } from "./import-plan.ts";

/** A row is a time in which a unit, or every unit without children, reports a KPI. */
export async function planAssignments({ rows, store, reference }: Importing<"assignments">): Promise<ImportPlan> {
  const checked = checkAssignments(rows, referenceWith(reference, new Set()));
  const changing = new Set(checked.terms.map(({ row }) => row));
  return {
    checked,
    unchanged: rows.length - changing.size,
    write: async (inside) => {
      const kpis = await inside.kpis.idsOf(checked.terms.map(({ kpi }) => kpi));
      const units = await inside.organisation.unitIds(checked.terms.map(({ unit }) => unit));
      const stored = await store.kpis.termsOf({ kpis: [...kpis.values()], units: null });
      const known = new Map(stored.map((term) => [`${term.kpi} ${term.unit} ${term.from}`, term]));
      await inside.kpis.assign(
        checked.terms.map(({ kpi, unit, from, to }) => {
          const place = { kpi: kpis.get(kpi) ?? 0, unit: units.get(unit) ?? 0, from, to };
          const before = known.get(`${place.kpi} ${place.unit} ${from}`);
          const people = {
            enteredBy: before?.enteredBy ?? null,
            approver: before?.approver ?? null,
            deputy: before?.deputy ?? null,
          };
          return { ...place, ...people, notApplicableReason: before?.notApplicableReason ?? null, withdrawn: false };
        }),
      );
      return changing.size;
    },
  };
}
