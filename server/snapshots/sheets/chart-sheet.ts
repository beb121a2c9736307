import { INK } from "../../../shared/charts/ink.ts";
import { PACK_WORDS } from "../../../shared/text/pack-text.ts";
import type { SheetCell, WorkbookSheet } from "../../files/write-workbook.ts";
import { chartXml, type NativeChart } from "../pack/chart-xml.ts";
import type { Pack, PackKpi } from "../pack/pack.ts";

const TABLE = "tblResults";
const CHOICE = "$B$2";
const HEAD_ROW = 5;
const FIRST_ROW = HEAD_ROW + 1;
/** Columns H and I hold the codes and names to choose from. */
const BESIDE = 2;
const SCENARIOS = [
  [PACK_WORDS.lastYear, "PY"],
  [PACK_WORDS.actual, "AC"],
  [PACK_WORDS.forecast, "FC"],
  [PACK_WORDS.target, "Target"],
] as const;

const heading = (value: string): SheetCell => ({ value, style: "heading" });

/** One KPI's year as a native chart: choose another code and numbers and chart follow, out of the table of the data. */
export function chartSheet(pack: Pack): WorkbookSheet | null {
  const { kpis, decisions, months } = pack;
  const chosen = decisions[0] ?? kpis[0];
  if (chosen === undefined) return null;
  const last = HEAD_ROW + Math.max(months.length, kpis.length);
  const list = `$H$${FIRST_ROW}:$H$${HEAD_ROW + kpis.length}`;
  const name = `IFERROR(INDEX($I$${FIRST_ROW}:$I$${last},MATCH(${CHOICE},$H$${FIRST_ROW}:$H$${last},0)),"")`;
  const heads = [heading("Month"), ...SCENARIOS.map(([word]) => heading(word))];
  const rows = Array.from({ length: last - HEAD_ROW }, (_, at): SheetCell[] => {
    const kpi = kpis[at];
    return [
      ...yearRow(chosen, at, months[at]?.month ?? null),
      null,
      null,
      kpi?.view.kpi ?? null,
      kpi?.view.name ?? null,
    ];
  });
  return {
    name: "Chart",
    widths: [12, 16, 12, 12, 12, 3, 3, 20, 40],
    rows: [
      [{ value: "The year of one KPI", style: "title" }],
      [heading("KPI"), { value: chosen.view.kpi, style: "bold" }, "← choose another code from the list"],
      [heading("Name"), { value: chosen.view.name, style: "text", formula: name }],
      [],
      [...heads, null, null, heading("KPI"), heading("Name")],
      ...rows,
    ],
    choice: { cell: CHOICE.replaceAll("$", ""), list },
    chart: {
      xml: chartXml(yearOf(pack, chosen), { sheet: "Chart", headRow: HEAD_ROW, isEmbedded: false }),
      ...{ name: "Year of the chosen KPI", alt: chosen.description },
      ...{ from: [0, last + BESIDE] as const, to: [9, last + BESIDE + 22] as const },
    },
  };
}

/** Last year, actual, forecast and target of a month, looked up by the chosen code. */
function yearRow({ year }: PackKpi, at: number, month: string | null): SheetCell[] {
  const cell = year[at];
  if (month === null || cell === undefined) return [null, null, null, null, null];
  const { point, forecast } = cell;
  const values = [point?.lastYear, point?.figure.value, forecast?.median, point?.target?.value];
  const row = FIRST_ROW + at;
  const numbers = SCENARIOS.map(([, column], index): SheetCell => {
    const where = `${TABLE}[KPI],${CHOICE},${TABLE}[Period],$A${row}`;
    const formula = `IF(COUNTIFS(${where},${TABLE}[${column}],">-1E+300")=0,"",SUMIFS(${TABLE}[${column}],${where}))`;
    return { value: values[index] ?? null, style: "number2", formula };
  });
  return [{ value: month, style: "month" }, ...numbers];
}

function yearOf({ months }: Pack, { year }: PackKpi): NativeChart {
  const solid = (colour: string) => ({ kind: "solid", colour }) as const;
  const series = (at: number, values: readonly (number | null | undefined)[]) => ({
    ...{ name: SCENARIOS[at]?.[0] ?? "", values: values.map((value) => value ?? null) },
  });
  return {
    categories: months.map(({ name }) => name),
    series: [
      {
        ...series(
          0,
          year.map(({ point }) => point?.lastYear),
        ),
        as: "bar",
        fill: solid(INK.lastYear),
      },
      {
        ...series(
          1,
          year.map(({ point }) => point?.figure.value),
        ),
        as: "bar",
        fill: solid(INK.actual),
      },
      {
        ...series(
          2,
          year.map(({ forecast }) => forecast?.median),
        ),
        ...{ as: "bar" as const, fill: { kind: "hatched" as const, colour: INK.actual } },
      },
      {
        ...series(
          3,
          year.map(({ point }) => point?.target?.value),
        ),
        as: "line",
        fill: solid(INK.ink),
      },
    ],
    ...{ format: "#,##0.00", overlap: 60, gap: 50, legend: true, categoryLabels: "low" },
  };
}
