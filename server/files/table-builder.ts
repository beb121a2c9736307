import type { Cell, Table } from "../../shared/domain/imports/table.ts";
import { FileRefused } from "./file-refused.ts";
import type { FileLimits } from "./limits.ts";

const DISTINCT_TEXTS = 8192;

export type RowsRead = (rows: number) => void;

/** Gathers rows into columns. The first row with anything in it is the header; equal texts of a column become one string. */
export class TableBuilder {
  readonly #limits: FileLimits;
  readonly #progress: RowsRead | undefined;
  #header: string[] | null = null;
  #headerRow = 0;
  #columns: Cell[][] = [];
  #known: (Map<string, string> | null)[] = [];
  readonly #rowNumbers: number[] = [];
  readonly #overlong: number[] = [];

  constructor(limits: FileLimits, progress?: RowsRead) {
    this.#limits = limits;
    this.#progress = progress;
  }

  /** `cells` may be shorter or longer than the header; holes count as empty. */
  add(rowNumber: number, cells: readonly (Cell | undefined)[]): void {
    if (isEmpty(cells)) return;
    if (this.#header === null) this.#begin(rowNumber, cells);
    else this.#append(rowNumber, cells);
  }

  #begin(rowNumber: number, cells: readonly (Cell | undefined)[]): void {
    const header = Array.from(cells, (cell) => (typeof cell === "object" ? "" : String(cell ?? "").trim()));
    while (header.at(-1) === "") header.pop();
    if (header.length > this.#limits.columns) throw new FileRefused("too-many-columns", rowNumber);
    this.#header = header;
    this.#headerRow = rowNumber;
    this.#columns = header.map(() => []);
    this.#known = header.map(() => new Map());
  }

  #append(rowNumber: number, cells: readonly (Cell | undefined)[]): void {
    if (this.#rowNumbers.length >= this.#limits.rows) throw new FileRefused("too-many-rows", rowNumber);
    this.#rowNumbers.push(rowNumber);
    const width = this.#columns.length;
    for (let i = 0; i < width; i += 1) this.#columns[i]?.push(this.#oneOf(i, rowNumber, cells[i] ?? ""));
    if (cells.length > width && !isEmpty(cells.slice(width))) this.#overlong.push(rowNumber);
    if (this.#rowNumbers.length % 20_000 === 0) this.#progress?.(this.#rowNumbers.length);
  }

  #oneOf(column: number, rowNumber: number, cell: Cell): Cell {
    if (typeof cell !== "string" || cell === "") return cell;
    if (cell.length > this.#limits.cellLength) throw new FileRefused("cell-too-long", rowNumber);
    const known = this.#known[column];
    if (known === null || known === undefined) return cell;
    const earlier = known.get(cell);
    if (earlier !== undefined) return earlier;
    if (known.size >= DISTINCT_TEXTS) this.#known[column] = null;
    else known.set(cell, cell);
    return cell;
  }

  finish(): Table {
    if (this.#header === null) throw new FileRefused("header-missing");
    if (this.#rowNumbers.length === 0) throw new FileRefused("rows-missing", this.#headerRow);
    return {
      header: this.#header,
      columns: this.#columns,
      rowNumbers: this.#rowNumbers,
      headerRow: this.#headerRow,
      overlong: this.#overlong,
    };
  }
}

function isEmpty(cells: readonly (Cell | undefined)[]): boolean {
  return cells.every((cell) => cell === undefined || (typeof cell === "string" && (cell === "" || cell.trim() === "")));
}
