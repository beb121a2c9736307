import type { FileFault } from "../../shared/domain/imports/file-fault.ts";

/** A file that is not taken, and the row (as a spreadsheet shows it) where that was seen; 1 where it is the file as a whole. */
export class FileRefused extends Error {
  readonly fault: FileFault;
  readonly row: number;
  constructor(fault: FileFault, row = 1, options: ErrorOptions = {}) {
    super(fault, options);
    this.name = "FileRefused";
    this.fault = fault;
    this.row = row;
  }
}
