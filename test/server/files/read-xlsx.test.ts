import readExcelFile from "read-excel-file/node";
import { describe, expect, test } from "vitest";
import writeExcelFile from "write-excel-file/node";
import { readTable } from "../../../server/files/read-table.ts";
import { xlsxBytes } from "../../../server/files/write-xlsx.ts";
import type { Cell } from "../../../shared/domain/imports/table.ts";
import { workbookBytes, xmlRow } from "../../support/workbook-bytes.ts";

const STYLES =
  '<numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm"/><numFmt numFmtId="165" formatCode="#,##0.00&quot; days&quot;"/>' +
  '<numFmt numFmtId="166" formatCode="[Red]0.0%"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/>' +
  '<xf numFmtId="165"/><xf numFmtId="10"/><xf numFmtId="166"/><xf numFmtId="46"/></cellXfs>';

async function cellOf(xml: string, more: { strings?: string; workbookPr?: string } = {}): Promise<Cell | undefined> {
  const rows = `${xmlRow(1, ["value"])}<row r="2">${xml}</row>`;
  return (await readTable(workbookBytes({ sheets: { a: rows }, styles: STYLES, ...more }))).columns[0]?.[0];
}

describe("a cell of a workbook", () => {
  test.each<[string, string, Cell]>([
    ["a number, as stored", '<c r="A2"><v>94.2</v></c>', 94.2],
    ["a number with the noise of its double", '<c r="A2"><v>1.1000000000000001</v></c>', 1.1],
    ["a number with an exponent", '<c r="A2"><v>1.5E-3</v></c>', 0.0015],
    ["a number shown with literal text", '<c r="A2" s="3"><v>1234.5</v></c>', 1234.5],
    ["a real date", '<c r="A2" s="1"><v>46296</v></c>', { kind: "date", date: "2026-10-01" }],
    ["a real date with a time", '<c r="A2" s="2"><v>46296.75</v></c>', { kind: "date", date: "2026-10-01" }],
    ["a date text", '<c r="A2" t="d"><v>2026-10-01T00:00:00</v></c>', { kind: "date", date: "2026-10-01" }],
    ["a day before the false leap day", '<c r="A2" s="1"><v>59</v></c>', { kind: "date", date: "1900-02-28" }],
    ["a time of day", '<c r="A2" s="1"><v>0.5</v></c>', { kind: "fault", shown: "a time of day" }],
    ["a percentage, as shown", '<c r="A2" s="4"><v>0.942</v></c>', { kind: "percent", value: 94.2 }],
    ["a percentage by a format of its own", '<c r="A2" s="5"><v>1.15</v></c>', { kind: "percent", value: 115 }],
    ["a formula by its cached value", '<c r="A2"><f>1+1</f><v>2</v></c>', 2],
    ["a formula's text", '<c r="A2" t="str"><f>A1</f><v>a &amp; b</v></c>', "a & b"],
    [
      "a formula never computed",
      '<c r="A2"><f>1+1</f></c>',
      { kind: "fault", shown: "a formula without a computed value" },
    ],
    ["a failed formula", '<c r="A2" t="e"><f>1/0</f><v>#DIV/0!</v></c>', { kind: "fault", shown: "#DIV/0!" }],
    ["a truth value", '<c r="A2" t="b"><v>1</v></c>', { kind: "truth", value: true }],
    ["a text that looks like a number", '<c r="A2" t="inlineStr"><is><t>1,234</t></is></c>', "1,234"],
    [
      "a text in runs",
      '<c r="A2" t="inlineStr"><is><r><t>a </t></r><r><t>b</t></r><rPh><t>x</t></rPh></is></c>',
      "a b",
    ],
    ["an escaped text", '<c r="A2" t="inlineStr"><is><t>&lt;a_x000D_&#x41;_x005F_x0041_</t></is></c>', "<a\rA_x0041_"],
    ["a number beyond the limits", '<c r="A2"><v>1E+300</v></c>', { kind: "fault", shown: "1E+300" }],
    ["a cell without address", "<c><v>7</v></c>", 7],
    ["attributes in single quotes", "<c r = 'A2' s='1'><v>46296</v></c>", { kind: "date", date: "2026-10-01" }],
  ])("%s", async (_name, xml, cell) => expect(await cellOf(xml)).toEqual(cell));

  test("a shared string, and a date since 1904", async () => {
    const strings = "<si><t>x</t></si><si><r><t>y</t></r><r><t>z</t></r></si>";
    expect(await cellOf('<c r="A2" t="s"><v>1</v></c>', { strings })).toBe("yz");
    const workbookPr = '<workbookPr date1904="1"/>';
    expect(await cellOf('<c r="A2" s="1"><v>44834</v></c>', { workbookPr })).toEqual({
      kind: "date",
      date: "2026-10-01",
    });
  });
});

describe("the sheet that is read", () => {
  const sheets = { Notes: xmlRow(1, ["n"]) + xmlRow(2, [1]), Results: xmlRow(1, ["r"]) + xmlRow(2, [2]) };
  const headerOf = async (bytes: Uint8Array, sheet?: string) => (await readTable(bytes, { sheet })).header;

  test("is the one named like the kind, else the first that is not hidden", async () => {
    expect(await headerOf(workbookBytes({ sheets }), "results")).toEqual(["r"]);
    expect(await headerOf(workbookBytes({ sheets }), "targets")).toEqual(["n"]);
    expect(await headerOf(workbookBytes({ sheets, hidden: ["Notes"] }))).toEqual(["r"]);
  });

  test("keeps row numbers across gaps, and columns by their letters", async () => {
    const xml = `<row r="2"><c r="B2" t="inlineStr"><is><t>b</t></is></c></row><row r="9"><c r="B9"><v>1</v></c><c r="AA9"><v>2</v></c></row>`;
    const table = await readTable(workbookBytes({ sheets: { a: xml } }));
    expect(table).toMatchObject({
      header: ["", "b"],
      headerRow: 2,
      rowNumbers: [9],
      columns: [[""], [1]],
      overlong: [9],
    });
  });

  test("may be written with a prefix on every name", async () => {
    const rows = (xmlRow(1, ["a"]) + xmlRow(2, [5])).replace(/<(\/?)/g, "<$1x:");
    const sheet = `<x:worksheet xmlns:x="m"><x:sheetData>${rows}</x:sheetData></x:worksheet>`;
    const table = await readTable(workbookBytes({ sheets: { a: "" }, parts: { "xl/worksheets/sheet1.xml": sheet } }));
    expect(table).toMatchObject({ header: ["a"], columns: [[5]] });
  });
});

const COLUMNS = [
  { heading: "unit", kind: "text" as const },
  { heading: "period", kind: "month" as const },
  { heading: "value", kind: "number" as const },
  { heading: "comment", kind: "text" as const },
];
const ROWS = [
  ["B-1", "2026-10", 94.2, "=1+1"],
  ["B-2", "2026-11", "n/a", " <b> & _x0041_ \u0001\nÄ上\ufffd "],
  ["B-3", "2026-12", -1e-7, null],
];

async function written(): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of xlsxBytes({ name: "results", columns: COLUMNS, rows: ROWS })) pieces.push(piece);
  return Buffer.concat(pieces);
}

describe("workbooks of other programs, and ours in theirs", () => {
  test("what we write comes back: texts as texts, months as dates, numbers exact", async () => {
    const { columns, header } = await readTable(await written(), { sheet: "results" });
    expect(header).toEqual(["unit", "period", "value", "comment"]);
    expect(columns[0]).toEqual(["B-1", "B-2", "B-3"]);
    expect(columns[1]).toEqual(["10", "11", "12"].map((month) => ({ kind: "date", date: `2026-${month}-01` })));
    expect(columns[2]).toEqual([94.2, "n/a", -1e-7]);
    expect(columns[3]).toEqual(["=1+1", ROWS[1]?.[3], ""]);
  });

  test("an independent reader sees the same in it, and no formula", async () => {
    const bytes = await written();
    const [sheet] = await readExcelFile(bytes);
    expect(sheet?.data[1]).toEqual(["B-1", new Date("2026-10-01T00:00:00Z"), 94.2, "=1+1"]);
  });

  test("an independent writer's workbook is read", async () => {
    const wanted = [["B-1"], [{ kind: "date", date: "2026-10-01" }], [94.2]];
    const rows = [
      [{ value: "unit" }, { value: "period" }, { value: "value" }],
      [{ value: "B-1" }, { value: new Date("2026-10-01T00:00:00Z"), format: "yyyy-mm" }, { value: 94.2 }],
    ];
    const buffer = await writeExcelFile(rows).toBuffer();
    expect((await readTable(buffer)).columns).toEqual(wanted);
  });
});
