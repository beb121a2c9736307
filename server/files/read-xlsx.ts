import type { Cell, Table } from "../../shared/domain/imports/table.ts";
import { readMachineNumber } from "../../shared/domain/number-recognition.ts";
import { FileRefused } from "./file-refused.ts";
import type { FileLimits } from "./limits.ts";
import { type RowsRead, TableBuilder } from "./table-builder.ts";
import { openWorkbook, scanPart, TextCollector, type Workbook } from "./workbook.ts";
import { attribute, type XmlEvents } from "./xml-scanner.ts";
import { openZip } from "./zip-archive.ts";

const DAY_MS = 86_400_000;
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
/** 31 December 9999, the last day that a spreadsheet knows. */
const LAST_SERIAL = 2_958_465;
const MOST_COLUMNS = 16_384;

export interface XlsxReading {
  limits: FileLimits;
  /** The sheet of this name is read, else the first one. */
  sheet?: string | undefined;
  progress?: RowsRead | undefined;
}

/**
 * Reads one sheet, streaming: numbers as they are stored and not as they are shown, real dates as dates, formulas by their
 * cached value, failed formulas as faults.
 */
export async function readXlsx(bytes: Uint8Array, { limits, sheet, progress }: XlsxReading): Promise<Table> {
  const zip = openZip(bytes, limits);
  const workbook = await openWorkbook(zip, sheet);
  const table = new TableBuilder(limits, progress);
  await scanPart(zip, workbook.sheet, { most: limits.sheetBytes, events: new SheetReader(workbook, table) });
  return table.finish();
}

class SheetReader implements XmlEvents {
  readonly #workbook: Workbook;
  readonly #table: TableBuilder;
  readonly #string = new TextCollector();
  #inSheet = false;
  #inValue = false;
  #row = 0;
  #cells: (Cell | undefined)[] = [];
  #column = -1;
  #type = "";
  #style = "";
  #value = "";
  #formula = false;

  constructor(workbook: Workbook, table: TableBuilder) {
    this.#workbook = workbook;
    this.#table = table;
  }

  open(name: string, attributes: string): void {
    if (name === "sheetData") this.#inSheet = true;
    if (!this.#inSheet) return;
    if (name === "row") this.#openRow(attributes);
    else if (name === "c") this.#openCell(attributes);
    else if (name === "v") this.#inValue = true;
    else if (name === "f") this.#formula = true;
    else this.#string.open(name);
  }

  close(name: string): void {
    if (!this.#inSheet) return;
    if (name === "v") this.#inValue = false;
    else if (name === "c") this.#cells[this.#column] = this.#cell();
    else if (name === "row") this.#table.add(this.#row, this.#cells);
    else if (name === "sheetData") this.#inSheet = false;
    else this.#string.close(name);
  }

  text(text: string): void {
    if (this.#inValue) this.#value += text;
    else if (this.#inSheet) this.#string.add(text);
  }

  #openRow(attributes: string): void {
    const given = attribute(attributes, "r");
    const row = given === null ? this.#row + 1 : Number(given);
    if (!Number.isInteger(row) || row <= this.#row) throw new FileRefused("workbook-broken", Math.max(1, this.#row));
    this.#row = row;
    this.#cells = [];
    this.#column = -1;
  }

  #openCell(attributes: string): void {
    const reference = attribute(attributes, "r");
    const column = reference === null ? this.#column + 1 : columnOf(reference);
    if (column <= this.#column || column >= MOST_COLUMNS)
      throw new FileRefused("workbook-broken", Math.max(1, this.#row));
    this.#column = column;
    this.#type = attribute(attributes, "t") ?? "n";
    this.#style = attribute(attributes, "s") ?? "";
    this.#value = "";
    this.#formula = false;
    this.#string.begin();
  }

  #cell(): Cell {
    const value = this.#value;
    switch (this.#type) {
      case "inlineStr":
        return this.#string.text;
      case "str":
        return value;
      case "s":
        return this.#shared(value);
      case "b":
        return { kind: "truth", value: value === "1" };
      case "e":
        return { kind: "fault", shown: value };
      case "d":
        return /^\d{4}-\d\d-\d\d/.test(value)
          ? { kind: "date", date: value.slice(0, 10) }
          : { kind: "fault", shown: value };
      default:
        if (value !== "") return this.#number(value);
        return this.#formula ? { kind: "fault", shown: "a formula without a computed value" } : "";
    }
  }

  #shared(index: string): string {
    const text = this.#workbook.strings[Number(index)];
    if (text === undefined) throw new FileRefused("workbook-broken", this.#row);
    return text;
  }

  #number(text: string): Cell {
    const number = readMachineNumber(text);
    const style = this.#workbook.styles[Number(this.#style)] ?? "number";
    if (number === null) return { kind: "fault", shown: text.slice(0, 40) };
    if (style === "percent") return { kind: "percent", value: hundredfold(number) };
    return style === "date" ? dateOf(number, this.#workbook.from1904) : number;
  }
}

function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length; i += 1) {
    const letter = reference.charCodeAt(i) & ~0x20;
    if (letter < 0x41 || letter > 0x5a) break;
    column = column * 26 + letter - 0x40;
    if (column > MOST_COLUMNS) break;
  }
  return column - 1;
}

/** 100 times, by moving the point: a product of doubles would miss 94.2. */
function hundredfold(value: number): number {
  const [mantissa = "0", exponent = "0"] = String(value).split("e");
  return Number(`${mantissa}e${Number(exponent) + 2}`);
}

/** Spreadsheets that count from 1900 know a 29 February 1900; days before it stand one apart. */
function dateOf(serial: number, from1904: boolean): Cell {
  if (serial < 1 || serial > LAST_SERIAL) return { kind: "fault", shown: "a time of day" };
  const day = Math.floor(serial);
  const epoch = from1904 ? EPOCH_1904 : EPOCH_1900 + (day < 60 ? DAY_MS : 0);
  return { kind: "date", date: new Date(epoch + day * DAY_MS).toISOString().slice(0, 10) };
}
