import { INK } from "../../../shared/charts/ink.ts";
import { sealedBytes } from "../../files/sealed-bytes.ts";
import type { Pack } from "../pack/pack.ts";
import { addKpiPage } from "./kpi-page.ts";
import { addActionPages, addBowlerPages, addThreadPages, addVerdictPage } from "./overview-pages.ts";
import { drawLine, drawRule, newPaper, type Paper, type PaperName, TEXT } from "./paper.ts";

/** The snapshot on paper: verdict, the year, one KPI a page (those to decide first), the thread, actions. */
export function pagesBytes(pack: Pack, size: PaperName = "A4"): AsyncGenerator<Buffer> {
  return sealedBytes(written(pack, size), { as: { id: pack.id, sha256: pack.sha256 }, format: "pdf" });
}

async function* written(pack: Pack, size: PaperName): AsyncGenerator<Uint8Array | string> {
  const paper = newPaper(pack, size);
  addVerdictPage(paper);
  addBowlerPages(paper);
  const decided = new Set(pack.decisions);
  for (const kpi of [...pack.decisions, ...pack.kpis.filter((kpi) => !decided.has(kpi))]) addKpiPage(paper, kpi);
  addThreadPages(paper);
  addActionPages(paper);
  addFeet(paper);
  paper.root.end();
  paper.doc.file(Buffer.from(pack.text), {
    ...{ name: "payload.json", type: "application/json", description: `Snapshot ${pack.id}, SHA-256 ${pack.sha256}` },
    ...{ creationDate: new Date(pack.takenAt), modifiedDate: new Date(pack.takenAt) },
  });
  paper.doc.end();
  for await (const piece of paper.doc) yield piece as Buffer;
  yield "%";
}

/** As-of with zone, coverage, snapshot and hash, organisation, year, page x of y: on each page, as decoration. */
function addFeet(paper: Paper): void {
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
