import { FileRefused } from "./file-refused.ts";
import { attribute, type XmlEvents, XmlScanner } from "./xml-scanner.ts";
import { partPieces, type ZipArchive, type ZipEntry } from "./zip-archive.ts";

/** What a number of a cell means by its style: a plain number, a date, or a share shown as per cent. */
export type NumberStyle = "number" | "date" | "percent";

export interface Workbook {
  sheet: ZipEntry;
  strings: readonly string[];
  styles: readonly NumberStyle[];
  /** Whether serial dates count from 1904 instead of 1900. */
  from1904: boolean;
}

const NOTHING = () => undefined;
const DATE_FORMATS = /^(?:1[4-9]|2[0-2]|2[7-9]|3[0-6]|4[5-7]|5[0-8])$/;
const PERCENT_FORMATS = /^(?:9|10)$/;
const MOST_STRINGS = 4_000_000;

/** Opens the sheet named like `wanted`, else the first that is not hidden. */
export async function openWorkbook(zip: ZipArchive, wanted: string | undefined): Promise<Workbook> {
  const root = await relationsOf(zip, "_rels/.rels", "");
  const main = root.find(({ type }) => type.endsWith("/officeDocument"))?.target ?? "xl/workbook.xml";
  const part = zip.entries.get(main);
  if (part === undefined) throw new FileRefused("file-kind-unknown");
  const { sheets, from1904 } = await sheetsOf(zip, part);
  const folder = main.slice(0, main.lastIndexOf("/") + 1);
  const relations = await relationsOf(zip, `${folder}_rels/${main.slice(folder.length)}.rels`, folder);
  const named = sheets.find(({ name }) => wanted !== undefined && name.trim().toLowerCase() === wanted.toLowerCase());
  const chosen = named ?? sheets.find(({ hidden }) => !hidden) ?? sheets[0];
  const sheet = zip.entries.get(relations.find(({ id }) => id === chosen?.relation)?.target ?? "");
  if (sheet === undefined) throw new FileRefused("sheet-missing");
  const ofType = (type: string) => zip.entries.get(relations.find((one) => one.type.endsWith(type))?.target ?? "");
  const [stylePart, stringPart] = [ofType("/styles"), ofType("/sharedStrings")];
  return {
    sheet,
    from1904,
    styles: stylePart === undefined ? [] : await stylesOf(zip, stylePart),
    strings: stringPart === undefined ? [] : await stringsOf(zip, stringPart),
  };
}

/** Scans one part to its end. */
export async function scanPart(zip: ZipArchive, part: ZipEntry, { most, events }: { most: number; events: XmlEvents }) {
  const scanner = new XmlScanner(events);
  for await (const piece of partPieces(zip, part, most)) scanner.write(piece);
  scanner.end();
}

interface Relation {
  id: string;
  type: string;
  /** Name of the part, from the root of the archive. */
  target: string;
}

async function relationsOf(zip: ZipArchive, name: string, folder: string): Promise<Relation[]> {
  const part = zip.entries.get(name);
  const relations: Relation[] = [];
  if (part === undefined) return relations;
  const open = (element: string, attributes: string) => {
    if (element !== "Relationship" || attribute(attributes, "TargetMode") === "External") return;
    const target = attribute(attributes, "Target") ?? "";
    relations.push({
      id: attribute(attributes, "Id") ?? "",
      type: attribute(attributes, "Type") ?? "",
      target: target.startsWith("/") ? target.slice(1) : folder + target.replace(/^\.\//, ""),
    });
  };
  await scanPart(zip, part, { most: zip.limits.partBytes, events: { open, close: NOTHING, text: NOTHING } });
  return relations;
}

async function sheetsOf(zip: ZipArchive, part: ZipEntry) {
  const sheets: { name: string; relation: string; hidden: boolean }[] = [];
  let from1904 = false;
  const open = (element: string, attributes: string) => {
    if (element === "workbookPr") from1904 = /^(?:1|true)$/.test(attribute(attributes, "date1904") ?? "");
    if (element !== "sheet") return;
    const relation = /\s\w+:id\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1] ?? "";
    const hidden = (attribute(attributes, "state") ?? "visible") !== "visible";
    sheets.push({ name: attribute(attributes, "name") ?? "", relation, hidden });
  };
  await scanPart(zip, part, { most: zip.limits.partBytes, events: { open, close: NOTHING, text: NOTHING } });
  return { sheets, from1904 };
}

async function stylesOf(zip: ZipArchive, part: ZipEntry): Promise<NumberStyle[]> {
  const codes = new Map<string, string>();
  const styles: NumberStyle[] = [];
  let inCells = false;
  const open = (element: string, attributes: string) => {
    if (element === "numFmt")
      codes.set(attribute(attributes, "numFmtId") ?? "", attribute(attributes, "formatCode") ?? "");
    if (element === "cellXfs") inCells = true;
    if (element !== "xf" || !inCells) return;
    const format = attribute(attributes, "numFmtId") ?? "0";
    styles.push(styleOf(format, codes.get(format)));
  };
  const close = (element: string) => {
    if (element === "cellXfs") inCells = false;
  };
  await scanPart(zip, part, { most: zip.limits.partBytes, events: { open, close, text: NOTHING } });
  return styles;
}

/** Number formats by ECMA-376 part 1, 18.8.30: built-in ones by number, others by the letters that are not literal text. */
function styleOf(format: string, code: string | undefined): NumberStyle {
  if (code === undefined) {
    if (PERCENT_FORMATS.test(format)) return "percent";
    return DATE_FORMATS.test(format) ? "date" : "number";
  }
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, "").replace(/General/gi, "");
  if (bare.includes("%")) return "percent";
  return /[dmyhs]/i.test(bare) || /\[(?:h+|m+|s+)\]/i.test(code) ? "date" : "number";
}

async function stringsOf(zip: ZipArchive, part: ZipEntry): Promise<string[]> {
  const strings: string[] = [];
  const collector = new TextCollector();
  const open = (element: string) => {
    if (element === "si") collector.begin();
    else collector.open(element);
  };
  const close = (element: string) => {
    collector.close(element);
    if (element !== "si") return;
    if (strings.length >= MOST_STRINGS) throw new FileRefused("workbook-swollen");
    strings.push(collector.text);
  };
  const text = (piece: string) => collector.add(piece);
  await scanPart(zip, part, { most: zip.limits.stringsBytes, events: { open, close, text } });
  return strings;
}

/** Gathers the text of a string's runs, without the reading aids (`rPh`) of East Asian strings. */
export class TextCollector {
  text = "";
  #inText = false;
  #inAid = false;

  begin(): void {
    this.text = "";
    this.#inAid = false;
    this.#inText = false;
  }

  open(element: string): void {
    if (element === "rPh") this.#inAid = true;
    if (element === "t") this.#inText = !this.#inAid;
  }

  close(element: string): void {
    if (element === "rPh") this.#inAid = false;
    if (element === "t") this.#inText = false;
  }

  add(piece: string): void {
    if (this.#inText) this.text += piece.includes("_x") ? piece.replace(/_x([0-9A-Fa-f]{4})_/g, fromHex) : piece;
  }
}

function fromHex(_whole: string, hex: string): string {
  return String.fromCharCode(Number.parseInt(hex, 16));
}
