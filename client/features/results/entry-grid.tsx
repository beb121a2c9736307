import { longMonthName, longMonthText, shortMonthName } from "../../../shared/text/month-text.ts";
import { EntryRow, type RowSetting } from "./entry-row.tsx";
import type { SheetState } from "./entry-sheet.ts";
import type { useGrid } from "./use-grid.ts";
import "./entry-grid.css";
import { say } from "../../text/say.ts";

type EntryGridProps = { state: SheetState; setting: RowSetting; grid: ReturnType<typeof useGrid> };

/** The grid of a month: one row a KPI, one cell a number. */
export function EntryGrid({ state, setting, grid }: EntryGridProps) {
  const { view, locale } = setting;
  const month = longMonthText(view.month, locale);
  return (
    <table
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells keys move between is a grid
      role="grid"
      aria-label={say("entry.results", { month, unit: view.unit.name })}
      aria-readonly={!view.mayEnter}
      className="entry-grid"
      ref={grid.grid}
      onBlur={grid.onBlur}
    >
      <thead>
        <tr>
          <th scope="col">{say("words.kpi")}</th>
          {view.months.map((each) => (
            <th key={each} scope="col" className="number wide-cell">
              {shortMonthName(each, locale)}
            </th>
          ))}
          <th scope="col" className="number wide-cell">
            {say("words.target")}
          </th>
          <th scope="col" className="number entry-month">
            {longMonthName(view.month, locale)}
          </th>
          <th scope="col" className="wide-cell">
            {say("words.status")}
          </th>
          <th scope="col" className="wide-cell">
            {say("entry.comment")}
          </th>
        </tr>
      </thead>
      <tbody>
        {state.lines.map((line) => (
          <EntryRow key={line.row.kpi} line={line} setting={setting} />
        ))}
      </tbody>
    </table>
  );
}
