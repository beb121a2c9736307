import type { PaperName } from "../../../shared/domain/paper-name.ts";
import { addFeet } from "../pages/feet.ts";
import { openPage } from "../pages/open-page.ts";
import { addPageTable } from "../pages/page-table.ts";
import { addText, newPaper, type Paper, TEXT } from "../pages/paper.ts";
import type { MinutesPack } from "./minutes-pack.ts";
import {
  DECISION_HEADS,
  decisionCells,
  EXCEPTION_HEADS,
  exceptionCells,
  INPUT_HEADS,
  inputCells,
  notes,
  present,
} from "./minutes-words.ts";

type Part = {
  readonly title: string;
  readonly subtitle: string;
  readonly heads: readonly string[];
  readonly shares: readonly number[];
  readonly rows: readonly string[][];
};

/** The minutes on paper: decisions with what was seen, the inputs of the standard, the exceptions, further notes. */
export async function* minutesPages(pack: MinutesPack, size: PaperName = "a4"): AsyncGenerator<Uint8Array | string> {
  const { document, title, subtitle, as, text } = pack;
  const { agenda, decisions, writtenAt, organisation } = document;
  const subject = `Minutes ${as.id}, SHA-256 ${as.sha256}`;
  const about = { title: `${title} · ${subtitle}`, author: organisation.name, subject, moment: writtenAt };
  const paper = newPaper(pack, { size, about });
  addPart(paper, {
    ...{ title, subtitle: `${subtitle} · ${present(pack)}`, heads: DECISION_HEADS, shares: [0.14, 0.36, 0.22, 0.28] },
    rows: decisions.map((each) => decisionCells(pack, each)),
  });
  addPart(paper, {
    ...{ title: "Inputs", subtitle, heads: INPUT_HEADS, shares: [0.24, 0.4, 0.26, 0.1] },
    rows: agenda.filter(({ kind }) => kind !== "exception").map(inputCells),
  });
  addPart(paper, {
    ...{ title: "Exceptions", subtitle: notes(pack), heads: EXCEPTION_HEADS, shares: [0.25, 0.55, 0.2] },
    rows: agenda.filter(({ kind }) => kind === "exception").map(exceptionCells),
  });
  addFeet(paper);
  paper.root.end();
  const moment = new Date(writtenAt);
  paper.doc.file(Buffer.from(text), {
    ...{ name: "payload.json", type: "application/json", description: subject },
    ...{ creationDate: moment, modifiedDate: moment },
  });
  paper.doc.end();
  for await (const piece of paper.doc) yield piece as Buffer;
  yield "%";
}

function addPart(paper: Paper<MinutesPack>, { title, subtitle, heads, shares, rows }: Part): void {
  const { section, y } = openPage(paper, { title, subtitle, bookmark: title });
  const width = paper.right - paper.left;
  if (rows.length === 0) {
    addText(paper, section, { text: "None.", tag: "P", x: paper.left, y, width, size: TEXT.body });
  } else {
    addPageTable(paper, section, {
      ...{ y, size: TEXT.small, widths: shares.map((share) => share * width), onNewPage: () => paper.top },
      head: heads.map((text) => ({ text })),
      rows: rows.map((cells) => ({ cells: cells.map((text) => ({ lines: [{ text }] })) })),
    });
  }
  section.end();
}
