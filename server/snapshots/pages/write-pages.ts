import type { PaperName } from "../../../shared/domain/paper-name.ts";
import { sealedBytes } from "../../files/sealed-bytes.ts";
import type { Pack } from "../pack/pack.ts";
import { addFeet } from "./feet.ts";
import { addKpiPage } from "./kpi-page.ts";
import { addActionPages, addBowlerPages, addThreadPages, addVerdictPage } from "./overview-pages.ts";
import { newPaper } from "./paper.ts";

/** The snapshot on paper: verdict, the year, one KPI a page (those to decide first), the thread, actions. */
export function pagesBytes(pack: Pack, printing: Printing = {}): AsyncGenerator<Buffer> {
  return sealedBytes(written(pack, printing), { as: { id: pack.id, sha256: pack.sha256 }, format: "pdf" });
}

type Printing = {
  readonly paper?: PaperName | undefined;
  readonly share?: ((written: number) => void) | undefined;
};

async function* written(pack: Pack, { paper: size = "a4", share }: Printing): AsyncGenerator<Uint8Array | string> {
  const { headline, scope, payload, id, sha256, takenAt } = pack;
  const subject = `Snapshot ${id}, SHA-256 ${sha256}`;
  const about = { title: `${headline} · ${scope}`, author: payload.organisation.name, subject, moment: takenAt };
  const paper = newPaper(pack, { size, about });
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
    ...{ name: "payload.json", type: "application/json", description: subject },
    ...{ creationDate: new Date(pack.takenAt), modifiedDate: new Date(pack.takenAt) },
  });
  paper.doc.end();
  for await (const piece of paper.doc) yield piece as Buffer;
  yield "%";
}
