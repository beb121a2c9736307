/** A table for a terminal: columns as wide as their longest cell, heads underlined. */
export function textTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell.padEnd(column === heads.length - 1 ? 0 : (widths[column] ?? 0)))
      .join("  ")
      .trimEnd();
  const rule = line(widths.map((width) => "-".repeat(width)));
  return `${[line(heads), rule, ...rows.map(line)].join("\n")}`;
}
