/** Cells of a pasted block, row by row. */
export type Block = readonly (readonly string[])[];

/**
 * The block on the clipboard: its tab-separated text where that has rows or columns, else its HTML table. Null where it is
 * one cell, which is pasted as text.
 */
export function readClipboard(text: string, html: string): Block | null {
  const plain = readTabs(text);
  if (isBlock(plain)) return plain;
  const table = html === "" ? [] : readHtmlTable(html);
  return isBlock(table) ? table : null;
}

function isBlock(rows: Block): boolean {
  return rows.length > 1 || (rows[0]?.length ?? 0) > 1;
}

/** Tab-separated text as spreadsheets write it: a cell with a tab, line break or quote stands in quotes. */
export function readTabs(text: string): string[][] {
  const lines = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  const rows: string[][] = [];
  let cells: string[] = [];
  for (let at = 0; at <= lines.length; ) {
    const { cell, end } = cellAt(lines, at);
    cells.push(cell.trim());
    if (lines[end] !== "\t") {
      rows.push(cells);
      cells = [];
    }
    at = end + 1;
  }
  return rows.filter((row) => row.some((cell) => cell !== ""));
}

/** The cell that begins at `at`, and where it ends. */
function cellAt(lines: string, at: number): { cell: string; end: number } {
  const quoted = /"((?:[^"]|"")*)"(?=[\t\n]|$)/y;
  quoted.lastIndex = at;
  const [whole, inside] = quoted.exec(lines) ?? [];
  if (whole !== undefined && inside !== undefined) {
    return { cell: inside.replaceAll('""', '"'), end: at + whole.length };
  }
  const rest = lines.slice(at).search(/[\t\n]/);
  const end = rest < 0 ? lines.length : at + rest;
  return { cell: lines.slice(at, end), end };
}

function readHtmlTable(html: string): string[][] {
  const table = new DOMParser().parseFromString(html, "text/html").querySelector("table");
  if (table === null) return [];
  return [...table.rows].map((row) =>
    [...row.cells].map((cell) => (cell.textContent ?? "").replace(/\s+/g, " ").trim()),
  );
}
