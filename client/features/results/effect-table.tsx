import type { Effect } from "../../../shared/contracts/dated-changes.ts";
import { monthText } from "../../../shared/text/month-text.ts";
import { statusWord } from "../../../shared/text/series-text.ts";
import { useSession } from "../../shell/session.tsx";
import { TableBox } from "../../ui/table-box.tsx";

/** Cells of locked months, before and after. */
export function EffectTable({ effects, total }: { effects: readonly Effect[]; total: number }) {
  const { organisation, units } = useSession();
  const { locale } = organisation;
  if (total === 0) return <p className="secondary">No figure and no status of a locked month changes.</p>;
  const nameOf = (code: string) => units.find((unit) => unit.code === code)?.name ?? code;
  return (
    <TableBox label="What changes in locked months">
      <table className="table month-table">
        <caption className="small secondary effect-caption">
          {total === 1 ? "1 cell of a locked month" : `${total} cells of locked months`}
          {total > effects.length ? `, the first ${effects.length} shown` : ""}
        </caption>
        <thead>
          <tr>
            <th scope="col">Unit and KPI</th>
            <th scope="col">Month</th>
            <th scope="col" className="number">
              Figure
            </th>
            <th scope="col" className="number">
              Target
            </th>
            <th scope="col">Status</th>
          </tr>
        </thead>
        <tbody>
          {effects.map((effect) => (
            <tr key={`${effect.unit} ${effect.kpi} ${effect.month}`}>
              <th scope="row">
                {effect.kpi}
                <span className="row-note">{nameOf(effect.unit)}</span>
              </th>
              <td>{monthText(effect.month, locale)}</td>
              <td className="number">{arrow(effect.before, effect.after)}</td>
              <td className="number">{arrow(effect.targetBefore, effect.targetAfter)}</td>
              <td>{arrow(statusWord(effect.statusBefore, locale), statusWord(effect.statusAfter, locale))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function arrow(before: string, after: string): string {
  return before === after ? after : `${before} → ${after}`;
}
