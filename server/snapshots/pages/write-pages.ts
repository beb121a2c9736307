import { INK } from "../../../shared/charts/ink.ts";
import type { PaperName } from "../../../shared/files/paper-name.ts";
import { sealedBytes } from "../../files/sealed-bytes.ts";
import type { Pack } from "../pack/pack.ts";
import { addKpiPage } from "./kpi-page.ts";
import { addActionPages, addBowlerPages, addThreadPages, addVerdictPage } from "./overview-pages.ts";
import { drawLine, drawRule, newPaper, type Paper, TEXT } from "./paper.ts";

/** The snapshot on paper: verdict, the year, one KPI a page (those to decide first), the thread, actions. */
export function pagesBytes(pack: Pack, printing: Printing = {}): AsyncGenerator<Buffer> {
  return sealedBytes(written(pack, printing), { as: { id: pack.id, sha256: pack.sha256 }, format: "pdf" });
}

type Printing = {
  readonly paper?: PaperName | undefined;
  readonly share?: ((written: number) => void) | undefined;
};

async function* written(pack: Pack, { paper: size = "a4", share }: Printing): AsyncGenerator<Uint8Array | string> {
  const paper = newPaper(pack, size);
  addVerdictPage(paper);
  addBowlerPages(paper);
  const decided = new Set(pack.decisions);
  const kpis = [...pack.decisions, ...pack.kpis.filter((kpi) => !decided.has(kpi))];
  for (const [at, kpi] of kpis.entries()) {
    addKpiPage(paper, kpi);
    share?.((at + 1) / (kpis.length + 1));
  }
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
