import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { BoardView } from "../../../shared/contracts/completeness.ts";
import { shortMonthName } from "../../../shared/text/month-text.ts";
import { api } from "../../api.ts";
import { PageFailure } from "../../shell/page-failure.tsx";
import type { Scope } from "../../shell/scope.ts";
import { useLocale } from "../../shell/session.tsx";
import { SkeletonRows, Waiting } from "../../ui/skeleton.tsx";
import { TableBox } from "../../ui/table-box.tsx";

type Cell = BoardView["units"][number]["cells"][number];

/** Which units reported which months in time, late or not at all. */
export function CompletenessBoard({ scope }: { scope: Scope }) {
  const { unit, period: month } = scope;
  const locale = useLocale();
  const board = useQuery(api.results.completeness.queryOptions({ unit, month }, { placeholderData: keepPreviousData }));
  if (board.error !== null)
    return <PageFailure what="The board" error={board.error} onRetry={() => void board.refetch()} />;
  if (board.data === undefined) {
    return (
      <Waiting what="the board">
        <SkeletonRows rows={10} />
      </Waiting>
    );
  }
  const { headline, months, units } = board.data;
  return (
    <div className="months-states" data-dimmed={board.isPlaceholderData || undefined}>
      <h2>{headline}</h2>
      <TableBox label="Completeness by unit and month">
        <table className="table month-table board">
          <thead>
            <tr>
              <th scope="col">Unit</th>
              {months.map((each) => (
                <th key={each} scope="col">
                  {shortMonthName(each, locale)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {units.map((row) => (
              <tr key={row.unit.code}>
                <th scope="row" style={{ paddingInlineStart: 10 + row.depth * 16 }}>
                  {row.unit.name}
                </th>
                {row.cells.map((cell) => (
                  <td key={cell.month}>
                    <BoardCell cell={cell} unit={row.unit.code} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </div>
  );
}

const TONE = {
  none: "muted",
  open: "secondary",
  on_time: "tone-good",
  late: "tone-watch",
  missing: "tone-bad",
} as const;

const SHAPES = {
  none: <path d="M4 8h8" />,
  open: <circle cx="8" cy="8" r="5" strokeDasharray="3 2.300" />,
  on_time: <path d="m3.500 8.500 3 3 6-7" />,
  late: <path d="M8 4.200V8l2.800 1.800M13.200 8A5.200 5.200 0 1 1 8 2.800 5.200 5.200 0 0 1 13.200 8z" />,
  missing: <path d="M3.500 3.500h9v9h-9z" strokeDasharray="3 2.300" />,
};

function BoardCell({ cell, unit }: { cell: Cell; unit: string }) {
  if (cell.state === "none") return <span className="visually-hidden">{cell.word}</span>;
  return (
    <Link to="/entry" search={{ u: unit, p: cell.month }} className={`period-state board-cell ${TONE[cell.state]}`}>
      <svg
        width="14"
        height="14"
        viewBox="0 0 16 16"
        aria-hidden="true"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.8"
      >
        {SHAPES[cell.state]}
      </svg>
      {cell.word}
    </Link>
  );
}
