import type { EntryView } from "../../../shared/contracts/results.ts";
import { shortMonthName } from "../../../shared/text/month-text.ts";
import { say } from "../../text/say.ts";
import { StatusMark } from "../../ui/status-mark.tsx";
import type { Part } from "./cell-reading.ts";
import { type CellActions, EntryCell } from "./entry-cell.tsx";
import { EntryNotice } from "./entry-notice.tsx";
import type { EntrySheet, Typed } from "./entry-sheet.ts";
import { moved, type Position } from "./grid-moves.ts";
import { type Notice, noticeOf, type RowLook, rowLook } from "./row-look.ts";
import { isUnsaved, type Line } from "./sheet-line.ts";

export type RowSetting = {
  sheet: EntrySheet;
  view: EntryView;
  active: Position | null;
  typed: Typed | null;
  locale: string;
  timeZone: string;
  actionsAt: (at: Position) => CellActions;
  onExplain: (kpi: string) => void;
  goTo: (position: Position) => void;
};

/** One KPI: its last months, target, cells, live status and what is asked about them. */
export function EntryRow({ line, setting }: { line: Line; setting: RowSetting }) {
  const { row } = line;
  const { view, typed, active, locale } = setting;
  const look = rowLook(line, typed, locale);
  const notice = noticeOf(line, active?.kpi === row.kpi && typed?.kpi === row.kpi, setting);
  const noticeId = notice === null ? undefined : `notice-${row.kpi}`;
  const isActive = active?.kpi === row.kpi;
  return (
    <>
      <tr className="entry-row" data-active={isActive || undefined} data-unsaved={isUnsaved(line) || undefined}>
        <th scope="row">
          <span className="entry-name">{row.name}</span>
          <span className="entry-sub">{subline(line)}</span>
          {row.stateNote === null ? null : <span className="entry-sub tone-watch">{row.stateNote}</span>}
          {look.status === "missing" && notice === null ? null : (
            <span className="entry-narrow">
              <StatusMark status={look.status} word={look.statusWord} />
              <Remark line={line} look={look} onExplain={setting.onExplain} />
            </span>
          )}
        </th>
        {view.months.map((month) => (
          <td key={month} className="number muted wide-cell">
            {row.last.find((period) => period.month === month)?.shown ??
              lastOf(line, locale, month === view.months.at(-1))}
          </td>
        ))}
        <td className="number secondary wide-cell">{row.target?.label ?? "–"}</td>
        <td className="entry-cells" data-parts={row.input === "ratio" ? 2 : 1}>
          <Cells line={line} setting={setting} notice={notice} noticeId={noticeId} />
          {row.input === "ratio" ? <output className="entry-value">{look.shown}</output> : null}
        </td>
        <td className="entry-status wide-cell">
          <StatusMark status={look.status} word={look.statusWord} />
        </td>
        <td className="entry-remark wide-cell">
          <Remark line={line} look={look} onExplain={setting.onExplain} />
        </td>
      </tr>
      {notice === null ? null : (
        <tr className="entry-notice-row">
          <td colSpan={view.months.length + 5}>
            <EntryNotice
              {...{ sheet: setting.sheet, kpi: row.kpi, notice, id: noticeId }}
              onDone={(where) => setting.goTo(placeAfter(setting, row.kpi, where))}
            />
          </td>
        </tr>
      )}
    </>
  );
}

function placeAfter({ sheet }: RowSetting, kpi: string, where: "here" | "next"): Position {
  const here: Position = { kpi, part: "first" };
  return where === "here" ? here : (moved(sheet.gridRows(), here, "down") ?? here);
}

/** What is counted, and which way is better; of a ratio what is divided by what. */
function subline({ row }: Line): string {
  if (row.input === "value") return `${row.unitOfMeasure} · ${say(`entry.better.${row.direction}`)}`;
  return `${row.unitOfMeasure} · ${row.numeratorLabel} ÷ ${row.denominatorLabel}`;
}

type RemarkProps = { line: Line; look: RowLook; onExplain: (kpi: string) => void };

function Remark({ line, look, onExplain }: RemarkProps) {
  return look.remark === "" ? null : (
    <button type="button" tabIndex={-1} className="link-button" onClick={() => onExplain(line.row.kpi)}>
      {say(`entry.remark.${look.remark}`)}
    </button>
  );
}

/** A KPI that is not monthly shows its newest period, with its month, in the last column. */
function lastOf({ row }: Line, locale: string, isLastColumn: boolean): string {
  const newest = row.last.at(-1);
  return isLastColumn && newest !== undefined ? `${newest.shown} ${shortMonthName(newest.month, locale)}` : "";
}

type CellsProps = { line: Line; setting: RowSetting; notice: Notice | null; noticeId: string | undefined };

function Cells({ line, setting, notice, noticeId }: CellsProps) {
  const { row, problem } = line;
  const { view, typed, active } = setting;
  const texts = typed?.kpi === row.kpi ? typed.texts : line.texts;
  const parts: readonly Part[] = row.input === "ratio" ? ["first", "second"] : ["first"];
  return parts.map((part) => (
    <EntryCell
      key={part}
      {...{ row, part, ...setting.actionsAt({ kpi: row.kpi, part }) }}
      text={texts[part]}
      hint={hintOf(line)}
      isTabStop={active?.kpi === row.kpi && active.part === part}
      isInvalid={notice?.tone === "bad" && problem !== null && problem.part === part}
      isDoubted={notice?.tone === "bad" && problem === null}
      describedBy={noticeId}
      readOnly={!view.mayEnter}
    />
  ));
}

function hintOf({ row }: Line): string {
  return row.input === "ratio" || row.usual === null ? "" : say("entry.usual", { range: row.usual.shown });
}
