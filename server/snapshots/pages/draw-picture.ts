import type { Drawing, DrawnPath, DrawnText } from "../../../shared/charts/drawing.ts";
import { hatchPath } from "../../../shared/charts/drawing.ts";
import { drawLine, type Paper } from "./paper.ts";

type Place = { readonly x: number; readonly y: number; readonly scale: number };

/** A drawing in vectors: its paths and texts on the page. */
export function drawPicture(paper: Paper<unknown>, drawing: Drawing, { x, y, scale }: Place): void {
  const { doc } = paper;
  doc.save();
  doc.translate(x, y).scale(scale);
  for (const item of drawing.items) {
    if (item.kind === "path") drawPath(paper, item, drawing);
    else drawText(paper, item);
  }
  doc.restore();
}

function drawPath(
  { doc }: Paper<unknown>,
  { path, fill, hatch, stroke, width = 1, dash }: DrawnPath,
  whole: Drawing,
): void {
  if (hatch !== undefined) {
    doc.save();
    doc.path(path).clip();
    const box = { left: 0, top: 0, right: whole.width, bottom: whole.height };
    doc.path(hatchPath(box)).lineWidth(0.6).strokeColor(`#${hatch}`).stroke();
    doc.restore();
  }
  if (fill !== undefined) doc.path(path).fill(`#${fill}`);
  if (stroke === undefined) return;
  doc.lineWidth(width).strokeColor(`#${stroke}`);
  if (dash === undefined) doc.undash();
  else doc.dash(dash[0], { space: dash[1] });
  doc.path(path).stroke();
  doc.undash();
}

/** Letters stand on their baseline; the page counts from their top. */
const ASCENT = 0.97;
const ALIGN = { start: "left", middle: "center", end: "right" } as const;

function drawText(paper: Paper<unknown>, { text, x, y, size, anchor, colour, isBold }: DrawnText): void {
  const font = isBold === true ? "bold" : "regular";
  drawLine(paper, text, { x, y: y - size * ASCENT, size, font, colour, align: ALIGN[anchor] });
}
