import { INK } from "../../../shared/charts/ink.ts";
import {
  addPage,
  asArtifact,
  drawLine,
  drawRule,
  figureAt,
  type Look,
  lineHeight,
  type Paper,
  type Structure,
  TEXT,
  wrapped,
} from "./paper.ts";

export type PageCell = {
  /** Each line may have a look of its own. */
  readonly lines: readonly { readonly text: string; readonly look?: Partial<Look> }[];
  readonly align?: "left" | "right";
  /** Draws beside the text: a small chart, with what it says in words. */
  readonly picture?: { readonly draw: (x: number, y: number) => void; readonly height: number; readonly alt: string };
};

export type PageRow = { readonly cells: readonly PageCell[] } | { readonly group: string };

export type PageTable = {
  readonly widths: readonly number[];
  readonly head: readonly { readonly text: string; readonly align?: "left" | "right" }[];
  readonly rows: readonly PageRow[];
  readonly size?: number;
  /** Starts every further page: its heading. Answers where the table goes on. */
  readonly onNewPage: () => number;
};

const PAD = { x: 3, y: 3.5 } as const;

/** A true table: no row is split, its head stands again on each page, and each cell is told as what it is. */
export function addPageTable(
  paper: Paper<unknown>,
  parent: Structure,
  { y: top, ...table }: PageTable & { readonly y: number },
): number {
  const { doc } = paper;
  const element = doc.struct("Table");
  parent.add(element);
  let y = addHead(paper, table, { y: top, parent: element });
  for (const [at, row] of table.rows.entries()) {
    const height = heightOf(paper, table, row);
    const next = table.rows[at + 1];
    // A group's name never stands alone at the foot of a page.
    const together = "group" in row && next !== undefined ? height + heightOf(paper, table, next) : height;
    if (y + together > paper.bottom) {
      addPage(paper);
      y = addHead(paper, table, { y: table.onNewPage(), parent: null });
    }
    addRow(paper, table, { row, y, height, parent: element });
    y += height;
  }
  element.end();
  return y;
}

/** On the first page as header cells; repeated, as decoration. */
function addHead(
  paper: Paper<unknown>,
  { widths, head }: PageTable,
  { y, parent }: { y: number; parent: Structure | null },
): number {
  const { doc, left } = paper;
  const height = lineHeight(TEXT.least) + 2 * PAD.y;
  const row = parent === null ? null : doc.struct("TR");
  if (row !== null) parent?.add(row);
  let x = left;
  for (const [index, { text, align = "left" }] of head.entries()) {
    const width = widths[index] ?? 0;
    const at = align === "right" ? x + width - PAD.x : x + PAD.x;
    const draw = () =>
      drawLine(paper, text, { x: at, y: y + PAD.y, size: TEXT.least, font: "bold", colour: INK.ink2, align });
    if (row === null) asArtifact(paper, draw);
    else addCell(paper, row, { tag: "TH", draw });
    x += width;
  }
  row?.end();
  asArtifact(paper, () => drawRule(paper, { y: y + height, colour: INK.control }));
  return y + height;
}

type Drawn = { readonly tag: "TH" | "TD"; readonly scope?: "Row" | "Column"; readonly draw: () => void };

function addCell({ doc }: Paper<unknown>, row: Structure, { tag, scope = "Column", draw }: Drawn): void {
  const options: { readonly alt?: string } & Record<string, unknown> = tag === "TH" ? { scope } : {};
  const cell = doc.struct(tag, options, draw);
  row.add(cell);
  cell.end();
}

type Lines = readonly { readonly text: string; readonly look: Look }[];

/** The lines of a cell, wrapped to its width. */
function linesOf(
  paper: Paper<unknown>,
  { size = TEXT.least, widths }: PageTable,
  [cell, index]: readonly [PageCell, number],
): Lines {
  const width = (widths[index] ?? 0) - 2 * PAD.x;
  return cell.lines.flatMap(({ text, look = {} }) => {
    const whole = { size, ...look };
    return wrapped(paper, text, { ...whole, width }).map((line) => ({ text: line, look: whole }));
  });
}

const heightOfLines = (lines: Lines) => lines.reduce((sum, { look }) => sum + lineHeight(look.size), 0);

function heightOf(paper: Paper<unknown>, table: PageTable, row: PageRow): number {
  if ("group" in row) return lineHeight(TEXT.small) + 2 * PAD.y;
  const heights = row.cells.map((cell, index) =>
    Math.max(heightOfLines(linesOf(paper, table, [cell, index])), cell.picture?.height ?? 0),
  );
  return Math.max(...heights) + 2 * PAD.y;
}

type Placed = { readonly row: PageRow; readonly y: number; readonly height: number; readonly parent: Structure };

function addRow(paper: Paper<unknown>, table: PageTable, { row, y, height, parent }: Placed): void {
  const { doc, left, right } = paper;
  const element = doc.struct("TR");
  parent.add(element);
  if ("group" in row) {
    asArtifact(paper, () => doc.rect(left, y, right - left, height).fill(`#${INK.sunken}`));
    const draw = () =>
      drawLine(paper, row.group, { x: left + PAD.x, y: y + PAD.y, size: TEXT.small, font: "bold", colour: INK.ink2 });
    addCell(paper, element, { tag: "TH", scope: "Row", draw });
  } else {
    let x = left;
    for (const [index, cell] of row.cells.entries()) {
      const width = table.widths[index] ?? 0;
      addBodyCell(paper, element, {
        cell,
        lines: linesOf(paper, table, [cell, index]),
        x,
        y,
        width,
        isFirst: index === 0,
      });
      x += width;
    }
  }
  element.end();
  asArtifact(paper, () => drawRule(paper, { y: y + height }));
}

type Body = {
  readonly cell: PageCell;
  readonly lines: Lines;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly isFirst: boolean;
};

function addBodyCell(paper: Paper<unknown>, row: Structure, { cell, lines, x, y, width, isFirst }: Body): void {
  const { doc } = paper;
  const { align = "left", picture } = cell;
  const draw = () => {
    let at = y + PAD.y;
    for (const { text, look } of lines) {
      drawLine(paper, text, { ...look, x: align === "right" ? x + width - PAD.x : x + PAD.x, y: at, align });
      at += lineHeight(look.size);
    }
  };
  if (picture === undefined) {
    addCell(paper, row, { tag: isFirst ? "TH" : "TD", scope: "Row", draw });
    return;
  }
  const element = doc.struct("TD");
  row.add(element);
  const figure = doc.struct("Figure", figureAt(picture.alt, [x, y, x + width, y + picture.height]), () =>
    picture.draw(x + PAD.x, y + PAD.y),
  );
  element.add(figure);
  figure.end();
  element.end();
}
