import { strToU8, type Zippable, zipSync } from "fflate";

const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

export interface WorkbookText {
  /** XML inside `sheetData`, one sheet each, by name. */
  sheets: Record<string, string>;
  hidden?: string[];
  strings?: string;
  styles?: string;
  workbookPr?: string;
  /** Parts that replace or join the usual ones. */
  parts?: Record<string, string | Uint8Array>;
}

/** A workbook written by hand, part by part: what a test wants to say about a file, no library has polished away. */
export function workbookBytes({
  sheets,
  hidden = [],
  strings,
  styles,
  workbookPr = "",
  parts = {},
}: WorkbookText): Uint8Array {
  const names = Object.keys(sheets);
  const listed = names.map((name, i) => {
    const state = hidden.includes(name) ? ' state="hidden"' : "";
    return `<sheet name="${name}" sheetId="${i + 1}"${state} r:id="rId${i + 1}"/>`;
  });
  const related = names.map((_, i) => relation(`rId${i + 1}`, "worksheet", `worksheets/sheet${i + 1}.xml`));
  const all: Record<string, string | Uint8Array> = {
    "_rels/.rels": relations([relation("rId1", "officeDocument", "xl/workbook.xml")]),
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${workbookPr}<sheets>${listed.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations([
      ...related,
      relation("rIdS", "styles", "styles.xml"),
      relation("rIdT", "sharedStrings", "/xl/sharedStrings.xml"),
    ]),
    ...Object.fromEntries(
      names.map((name, i) => [
        `xl/worksheets/sheet${i + 1}.xml`,
        `<?xml version="1.0"?><worksheet xmlns="${MAIN}"><sheetData>${sheets[name]}</sheetData></worksheet>`,
      ]),
    ),
    ...(strings === undefined ? {} : { "xl/sharedStrings.xml": `<sst xmlns="${MAIN}">${strings}</sst>` }),
    ...(styles === undefined ? {} : { "xl/styles.xml": `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>` }),
    ...parts,
  };
  const zippable: Zippable = {};
  for (const [name, part] of Object.entries(all)) zippable[name] = typeof part === "string" ? strToU8(part) : part;
  return zipSync(zippable);
}

/** A row of inline strings and numbers. */
export function xmlRow(row: number, cells: readonly (string | number)[]): string {
  const written = cells.map((cell) =>
    typeof cell === "number" ? `<c><v>${cell}</v></c>` : `<c t="inlineStr"><is><t>${cell}</t></is></c>`,
  );
  return `<row r="${row}">${written.join("")}</row>`;
}

function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
}

function relations(list: string[]): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join("")}</Relationships>`;
}
