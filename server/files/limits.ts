const MB = 1024 * 1024;

/** What a file may hold. Sizes are looked at before anything is parsed, the rest while it is. */
export const FILE_LIMITS = {
  csvBytes: 64 * MB,
  xlsxBytes: 32 * MB,
  rows: 1_000_000,
  columns: 64,
  /** The longest text that a spreadsheet's cell can hold. */
  cellLength: 32_767,
  workbookEntries: 1_000,
  /** Of the parts that are read: the sheet is streamed, the others stand in memory. */
  sheetBytes: 512 * MB,
  stringsBytes: 96 * MB,
  partBytes: 8 * MB,
  /** How far a part larger than `ratioFrom` may swell; sheets of real results swell 5 to 40 times. */
  ratio: 150,
  ratioFrom: 4 * MB,
  readingSeconds: 120,
  memoryMb: 768,
} as const;

export type FileLimits = { readonly [name in keyof typeof FILE_LIMITS]: number };
