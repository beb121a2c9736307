import { PACK_WORDS } from "../../../shared/text/pack-text.ts";
import type { SheetCell, WorkbookSheet } from "../../files/write-workbook.ts";
import { columnName } from "../../files/write-xlsx.ts";
import type { Pack, PackKpi } from "../pack/pack.ts";
import { numberCell } from "./plain-sheets.ts";

const TABLE = "tblResults";
const COLUMNS = ["KPI", "Unit", "Period", "AC", "Target", "PY", "FC", "Status", "Comment", "Who", "When"] as const;
const heading = (value: string): SheetCell => ({ value, style: "heading" });

/** Every frozen month of every KPI at the snapshot's unit, as one named table. */
export function dataSheet(pack: Pack): WorkbookSheet {
  const rows = pack.kpis.flatMap((kpi) => dataRows(pack, kpi));
  return {
    name: "Data",
    widths: [20, 14, 11, 13, 13, 13, 13, 15, 40, 20, 12],
    frozen: { rows: 1, columns: 0 },
    repeated: 1,
    table: { name: TABLE, columns: COLUMNS, rows: rows.length },
    rows: [COLUMNS.map(heading), ...rows],
  };
}

function dataRows({ payload, names }: Pack, { view, frozen }: PackKpi): SheetCell[][] {
  const unit = payload.unit.code;
  const own = payload.results.find((results) => results.kpi === view.kpi && results.unit === unit);
  const reports = new Map((own?.reports ?? []).map((report) => [report[0], report]));
  const known = frozen.points.map(({ period, figure, target, lastYear, statusWord }): SheetCell[] => {
    const [, , , , comment = null, by = null, at = null] = reports.get(period) ?? [];
    return [
      ...[view.kpi, unit, { value: period, style: "month" as const }],
      figure.kind === "not_applicable" ? "n/a" : numberCell(figure.value, view.decimals),
      target === null ? null : (numberCell(target.value, view.decimals) ?? target.label),
      ...[numberCell(lastYear, view.decimals), null, statusWord, comment, by === null ? null : (names[by] ?? by)],
      at === null ? null : { value: at.slice(0, 10), style: "date" },
    ];
  });
  const coming = frozen.forecast.map(({ period, median }): SheetCell[] => [
    ...[view.kpi, unit, { value: period, style: "month" as const }, null, null, null],
    ...[numberCell(median, view.decimals), "Forecast", null, null, null],
  ]);
  return [...known, ...coming];
}

const FIRST_MONTH = 3;
const HEAD_ROW = 4;

/** The fiscal year of every KPI, computed from the table: change a number there and the year follows. */
export function bowlerSheet(pack: Pack): WorkbookSheet {
  const { months, kpis, headline, scope } = pack;
  const heads: SheetCell[] = [
    ...["KPI", "Name", "Scenario"].map(heading),
    ...months.map(({ month }): SheetCell => ({ value: month, style: "month" })),
    ...[PACK_WORDS.yearToDate, "Status"].map(heading),
  ];
  const last = columnName(FIRST_MONTH + months.length - 1);
  const missed = kpis.flatMap(({ view }, index) => {
    const row = HEAD_ROW + 1 + 2 * index;
    const first = columnName(FIRST_MONTH);
    const sign = { lower: ">", higher: "<", band: null, neutral: null }[view.direction];
    if (sign === null) return [];
    const shown = (at: number) => `ROUND(${first}${at},${view.decimals})`;
    const formula = `AND(ISNUMBER(${first}${row}),ISNUMBER(${first}${row + 1}),${shown(row)}${sign}${shown(row + 1)})`;
    return [{ range: `${first}${row}:${last}${row}`, formula, decimals: view.decimals }];
  });
  return {
    name: "Bowler",
    widths: [20, 38, 11, ...months.map(() => 11), 13, 16],
    frozen: { rows: HEAD_ROW, columns: FIRST_MONTH },
    repeated: HEAD_ROW,
    missed,
    rows: [
      [{ value: headline, style: "title" }],
      [`${scope} · ${PACK_WORDS.missed}`],
      [],
      heads,
      ...kpis.flatMap((kpi, index) => bowlerRows(kpi, HEAD_ROW + 1 + 2 * index)),
    ],
  };
}

/** Actual and target of one KPI; both rows look up the code in the first column. */
function bowlerRows({ view, year }: PackKpi, row: number): SheetCell[][] {
  const { kpi, name, decimals, ytd, statusWord } = view;
  const cell = (column: string, at: number, value: number | null): SheetCell => {
    const look = column === "AC" ? "number" : "muted";
    const style = `${look}${decimals as 0 | 1 | 2 | 3 | 4 | 5 | 6}` as const;
    return { value, style, formula: lookUp(column, { at, row: column === "AC" ? row : row + 1 }) };
  };
  const targets = year.map(({ point }, at) => cell("Target", at, point?.target?.value ?? null));
  const actuals = year.map(({ point }, at) => cell("AC", at, point?.figure.value ?? null));
  return [
    [kpi, { value: name, style: "bold" }, "AC", ...actuals, numberCell(ytd.figure.value, decimals), statusWord],
    [
      { value: kpi, style: "muted" },
      null,
      { value: "Target", style: "muted" },
      ...targets,
      numberCell(ytd.target?.value ?? null, decimals, "muted"),
    ],
  ];
}

/** The one number of the table for the row's KPI and the column's month; empty where it holds none. */
function lookUp(column: string, { at, row }: { readonly at: number; readonly row: number }): string {
  const month = `${columnName(FIRST_MONTH + at)}$${HEAD_ROW}`;
  const where = `${TABLE}[KPI],$A${row},${TABLE}[Period],${month}`;
  return `IF(COUNTIFS(${where},${TABLE}[${column}],">-1E+300")=0,"",SUMIFS(${TABLE}[${column}],${where}))`;
}

const IMPORTED = ["unit", "kpi", "period", "value", "numerator", "denominator", "comment"] as const;

/** The units' own results behind the figures, in the columns that the import takes. */
export function resultsSheet({ payload }: Pack): WorkbookSheet {
  return {
    name: "Results",
    widths: [16, 20, 11, 14, 14, 14, 60],
    frozen: { rows: 1, columns: 0 },
    repeated: 1,
    rows: resultRows(payload.results),
  };
}

function* resultRows(results: Pack["payload"]["results"]): Generator<SheetCell[]> {
  yield IMPORTED.map(heading);
  for (const { unit, kpi, reports } of results) {
    for (const [period, value, numerator, denominator, comment] of reports) {
      yield [unit, kpi, { value: period, style: "month" }, value, numerator, denominator, comment];
    }
  }
}
