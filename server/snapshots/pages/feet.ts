import { INK } from "../../../shared/charts/ink.ts";
import { drawLine, drawRule, type Paper, TEXT } from "./paper.ts";

type Feet = { readonly footLines: readonly [string, string]; readonly footRight: string };

/** As-of with zone, coverage, snapshot and hash, organisation, year, page x of y: on each page, as decoration. */
export function addFeet(paper: Paper<Feet>): void {
  const { doc, pack, left, right, bottom } = paper;
  const { count } = doc.bufferedPageRange();
  const look = { size: TEXT.least, colour: INK.ink3 };
  for (let page = 0; page < count; page += 1) {
    doc.switchToPage(page);
    doc.markContent("Artifact", { type: "Pagination", attached: ["Bottom"] });
    drawRule(paper, { y: bottom + 14 });
    drawLine(paper, pack.footLines[0], { ...look, x: left, y: bottom + 18 });
    drawLine(paper, pack.footLines[1], { ...look, x: left, y: bottom + 29 });
    drawLine(paper, `${pack.footRight} · page ${page + 1} of ${count}`, {
      ...look,
      x: right,
      y: bottom + 18,
      align: "right",
    });
    doc.endMarkedContent();
  }
}
