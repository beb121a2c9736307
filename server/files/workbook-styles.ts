const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** The looks of cells in a workbook of several sheets, by name; `number0` to `number6` show so many decimals. */
export const CELL_STYLES = [
  ...["plain", "text", "month", "date", "heading", "title", "wrapped", "muted", "bold"],
  ...["number0", "number1", "number2", "number3", "number4", "number5", "number6"],
  ...["muted0", "muted1", "muted2", "muted3", "muted4", "muted5", "muted6"],
] as const;
export type CellStyle = (typeof CELL_STYLES)[number];

const INDEX = new Map(CELL_STYLES.map((name, index) => [name, index]));

export function styleIndex(style: CellStyle): number {
  return INDEX.get(style) ?? 0;
}

const FIRST_FORMAT = 164;
const DECIMALS = Array.from({ length: 7 }, (_, digits) => `#,##0${digits === 0 ? "" : `.${"0".repeat(digits)}`}`);
const FORMATS = ["yyyy\\-mm", "yyyy\\-mm\\-dd", ...DECIMALS];
const FONT = { plain: 0, bold: 1, title: 2, muted: 3 } as const;

/** The part `xl/styles.xml`; `missed` formats a number that misses its target, for each count of decimals. */
export function workbookStyles(): string {
  const format = (index: number) => FIRST_FORMAT + index;
  const more = ' quotePrefix="1" applyNumberFormat="1"';
  const text = (look: Look = {}) => xf(49, { more, ...look });
  const looks = [
    xf(0),
    text(),
    xf(format(0)),
    xf(format(1)),
    text({ font: FONT.bold }),
    text({ font: FONT.title }),
    text({ inside: '<alignment vertical="top" wrapText="1"/>' }),
    text({ font: FONT.muted }),
    text({ font: FONT.bold }),
    ...DECIMALS.map((_, digits) => xf(format(2 + digits))),
    ...DECIMALS.map((_, digits) => xf(format(2 + digits), { font: FONT.muted })),
  ];
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><styleSheet xmlns="${MAIN}">` +
    `<numFmts count="${FORMATS.length}">${FORMATS.map((code, i) => `<numFmt numFmtId="${format(i)}" formatCode="${code}"/>`).join("")}</numFmts>` +
    `<fonts count="4">${font(11)}${font(11, "<b/>")}${font(16, "<b/>")}${font(11, "", "FF636B75")}</fonts>` +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${looks.length}">${looks.join("")}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
    `<dxfs count="${DECIMALS.length}">${DECIMALS.map(missed).join("")}</dxfs></styleSheet>`
  );
}

/** A diamond and the colour of a miss: told apart without colour. */
function missed(code: string, digits: number): string {
  const id = FIRST_FORMAT + FORMATS.length + digits;
  return `<dxf><font><color rgb="FFC0341D"/></font><numFmt numFmtId="${id}" formatCode="&quot;◆ &quot;${code}"/></dxf>`;
}

function font(size: number, more = "", colour = "FF15181C"): string {
  return `<font>${more}<sz val="${size}"/><color rgb="${colour}"/><name val="Calibri"/></font>`;
}

type Look = { readonly more?: string; readonly font?: number; readonly inside?: string };

function xf(format: number, { more = ' applyNumberFormat="1"', font = 0, inside = "" }: Look = {}): string {
  const start = `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyFont="1"${more}`;
  return inside === "" ? `${start}/>` : `${start} applyAlignment="1">${inside}</xf>`;
}
