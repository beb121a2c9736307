import type { OutCell } from "../../shared/files/csv-line.ts";
import { PAYLOAD_CONTENT_TYPE, PAYLOAD_RELATION } from "./office-payload.ts";
import { drawingXml, type SheetChart } from "./workbook-drawing.ts";
import { type CellStyle, styleIndex, workbookStyles } from "./workbook-styles.ts";
import { columnName, escapedText, serialOf, textCell } from "./write-xlsx.ts";
import type { ZipPart } from "./zip-writer.ts";

/** A cell with a look; with a formula its `value` is what the formula gives, so that nothing needs to compute it first. */
export type StyledCell = { readonly value: OutCell; readonly style: CellStyle; readonly formula?: string };
export type SheetCell = OutCell | StyledCell;

export type WorkbookSheet = {
  readonly name: string;
  readonly widths: readonly number[];
  readonly rows: Iterable<readonly SheetCell[]>;
  /** Rows and columns that stay in sight. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  /** The whole sheet as one named table; its first row holds the headings. */
  readonly table?: { readonly name: string; readonly columns: readonly string[]; readonly rows: number };
  readonly chart?: SheetChart;
  /** A cell whose text is chosen from a list in the sheet. */
  readonly choice?: { readonly cell: string; readonly list: string };
  /** Rows that are printed on every page. */
  readonly repeated?: number;
  /** Marks numbers by a formula, written for the first cell of the range. */
  readonly missed?: readonly { readonly range: string; readonly formula: string; readonly decimals: number }[];
};

export type Workbook = { readonly sheets: readonly WorkbookSheet[]; readonly foot: string; readonly title: string };

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const DRAWN = "application/vnd.openxmlformats-officedocument";
const PIECE_LENGTH = 128 * 1024;

/** The parts of a workbook of several sheets, each row written as it is read; the payload's parts go beside them. */
export function* workbookSheetParts(workbook: Workbook): Generator<ZipPart> {
  const { sheets } = workbook;
  yield { name: "[Content_Types].xml", pieces: [contentTypes(sheets)] };
  yield { name: "_rels/.rels", pieces: [relations([["officeDocument", "xl/workbook.xml"]])] };
  yield { name: "xl/workbook.xml", pieces: [workbookXml(workbook)] };
  const parts: Relation[] = sheets.map((_, i) => ["worksheet", `worksheets/sheet${i + 1}.xml`]);
  const list = relations([...parts, ["styles", "styles.xml"]]);
  yield {
    name: "xl/_rels/workbook.xml.rels",
    pieces: [list.replace("</Relationships>", `${PAYLOAD_RELATION}</Relationships>`)],
  };
  yield { name: "xl/styles.xml", pieces: [workbookStyles()] };
  for (const [index, sheet] of sheets.entries()) {
    yield { name: `xl/worksheets/sheet${index + 1}.xml`, pieces: sheetPieces(sheet, workbook.foot) };
    yield* partsBeside(sheet, index + 1);
  }
}

/** The table or the chart of a sheet; none has both. */
function* partsBeside({ table, chart }: WorkbookSheet, number: number): Generator<ZipPart> {
  const links = `xl/worksheets/_rels/sheet${number}.xml.rels`;
  if (table !== undefined) {
    yield { name: links, pieces: [relations([["table", `../tables/table${number}.xml`]])] };
    yield { name: `xl/tables/table${number}.xml`, pieces: [tableXml(table, number)] };
  }
  if (chart === undefined) return;
  yield { name: links, pieces: [relations([["drawing", `../drawings/drawing${number}.xml`]])] };
  yield { name: `xl/drawings/drawing${number}.xml`, pieces: [drawingXml(chart, escapedText)] };
  const toChart = relations([["chart", `../charts/chart${number}.xml`]]);
  yield { name: `xl/drawings/_rels/drawing${number}.xml.rels`, pieces: [toChart] };
  yield { name: `xl/charts/chart${number}.xml`, pieces: [chart.xml] };
}

type Relation = readonly [type: string, target: string];

function relations(targets: readonly Relation[]): string {
  const list = targets.map(
    ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${list.join("")}</Relationships>`;
}

function contentTypes(sheets: readonly WorkbookSheet[]): string {
  const override = (part: string, type: string) =>
    `<Override PartName="/xl/${part}.xml" ContentType="${TYPES}.${type}+xml"/>`;
  const drawn = (part: string, type: string) =>
    `<Override PartName="/xl/${part}.xml" ContentType="${DRAWN}.${type}+xml"/>`;
  const listed = sheets.flatMap(({ table, chart }, i) => [
    override(`worksheets/sheet${i + 1}`, "worksheet"),
    ...(table === undefined ? [] : [override(`tables/table${i + 1}`, "table")]),
    ...(chart === undefined
      ? []
      : [drawn(`drawings/drawing${i + 1}`, "drawing"), drawn(`charts/chart${i + 1}`, "drawingml.chart")]),
  ]);
  return (
    `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>${override("workbook", "sheet.main")}${listed.join("")}` +
    `${override("styles", "styles")}${PAYLOAD_CONTENT_TYPE}</Types>`
  );
}

function workbookXml({ sheets }: Workbook): string {
  const list = sheets.map(
    ({ name }, i) => `<sheet name="${escapedText(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  );
  const titles = sheets.flatMap(({ name, repeated }, i) =>
    repeated === undefined
      ? []
      : [`<definedName name="_xlnm.Print_Titles" localSheetId="${i}">'${name}'!$1:$${repeated}</definedName>`],
  );
  const names = titles.length === 0 ? "" : `<definedNames>${titles.join("")}</definedNames>`;
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${list.join("")}</sheets>${names}</workbook>`;
}

function tableXml({ name, columns, rows }: NonNullable<WorkbookSheet["table"]>, id: number): string {
  const ref = `A1:${columnName(columns.length - 1)}${Math.max(2, rows + 1)}`;
  const list = columns.map((column, i) => `<tableColumn id="${i + 1}" name="${escapedText(column)}"/>`);
  return (
    `${XML}<table xmlns="${MAIN}" id="${id}" name="${name}" displayName="${name}" ref="${ref}" totalsRowShown="0">` +
    `<autoFilter ref="${ref}"/><tableColumns count="${columns.length}">${list.join("")}</tableColumns>` +
    '<tableStyleInfo name="TableStyleLight1" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>'
  );
}

function* sheetPieces(sheet: WorkbookSheet, foot: string): Generator<string> {
  const { rows, widths } = sheet;
  const columns = widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`);
  const names = widths.map((_, i) => columnName(i));
  let piece =
    `${XML}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
    `${viewXml(sheet)}<cols>${columns.join("")}</cols><sheetData>`;
  let number = 0;
  for (const row of rows) {
    number += 1;
    piece += `<row r="${number}">${row.map((cell, i) => cellXml(`${names[i]}${number}`, cell)).join("")}</row>`;
    if (piece.length < PIECE_LENGTH) continue;
    yield piece;
    piece = "";
  }
  yield `${piece}</sheetData>${missedXml(sheet)}${choiceXml(sheet)}${pageXml(foot)}${sheet.chart === undefined ? "" : '<drawing r:id="rId1"/>'}${sheet.table === undefined ? "" : '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>'}</worksheet>`;
}

function viewXml({ frozen }: WorkbookSheet): string {
  if (frozen === undefined) return '<sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews>';
  const { rows, columns } = frozen;
  const split = `${columns === 0 ? "" : ` xSplit="${columns}"`} ySplit="${rows}" topLeftCell="${columnName(columns)}${rows + 1}"`;
  const pane = columns === 0 ? "bottomLeft" : "bottomRight";
  return `<sheetViews><sheetView showGridLines="0" workbookViewId="0"><pane${split} activePane="${pane}" state="frozen"/></sheetView></sheetViews>`;
}

function missedXml({ missed = [] }: WorkbookSheet): string {
  return missed
    .map(
      ({ range, formula, decimals }, i) =>
        `<conditionalFormatting sqref="${range}"><cfRule type="expression" dxfId="${decimals}" priority="${i + 1}"><formula>${escapedText(formula)}</formula></cfRule></conditionalFormatting>`,
    )
    .join("");
}

function choiceXml({ choice }: WorkbookSheet): string {
  if (choice === undefined) return "";
  return `<dataValidations count="1"><dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${choice.cell}"><formula1>${choice.list}</formula1></dataValidation></dataValidations>`;
}

const LONGEST_FOOT = 200;

function pageXml(foot: string): string {
  const text = escapedText(foot.slice(0, LONGEST_FOOT).replaceAll("&", "&&"));
  return (
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>' +
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>' +
    `<headerFooter><oddFooter>&amp;L&amp;8${text}&amp;R&amp;8Page &amp;P of &amp;N</oddFooter></headerFooter>`
  );
}

function cellXml(reference: string, cell: SheetCell): string {
  if (cell === null) return "";
  const { value, style, formula }: StyledCell =
    typeof cell === "object" ? cell : { value: cell, style: typeof cell === "number" ? "plain" : "text" };
  const look = styleIndex(style);
  if (formula !== undefined) return formulaXml(reference, { value, formula, look });
  if (value === null || value === "") return "";
  if (typeof value === "number") return `<c r="${reference}" s="${look}"><v>${value}</v></c>`;
  const serial = style === "month" || style === "date" ? serialOf(value) : null;
  return serial === null ? textCell(reference, value, look) : `<c r="${reference}" s="${look}"><v>${serial}</v></c>`;
}

function formulaXml(reference: string, cell: { value: OutCell; formula: string; look: number }): string {
  const { value, formula, look } = cell;
  const type = typeof value === "number" ? "" : ' t="str"';
  return `<c r="${reference}" s="${look}"${type}><f>${escapedText(formula)}</f><v>${typeof value === "string" ? escapedText(value) : (value ?? "")}</v></c>`;
}
