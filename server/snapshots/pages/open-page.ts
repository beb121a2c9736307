import { INK } from "../../../shared/charts/ink.ts";
import { addPage, addText, type Paper, type Structure, TEXT } from "./paper.ts";

type Heading = { readonly title: string; readonly subtitle: string; readonly bookmark: string };

/** A new page with its heading in the outline; answers its section and where its content begins. */
export function openPage(
  paper: Paper<unknown>,
  { title, subtitle, bookmark }: Heading,
): { readonly section: Structure; readonly y: number } {
  const { doc, root, left, right, top } = paper;
  addPage(paper);
  doc.outline.addItem(bookmark);
  const section = doc.struct("Sect");
  root.add(section);
  const width = right - left;
  const under = addText(paper, section, {
    text: title,
    tag: "H1",
    x: left,
    y: top,
    width,
    size: TEXT.title,
    font: "bold",
  });
  const end = addText(paper, section, {
    text: subtitle,
    tag: "P",
    x: left,
    y: under + 1,
    width,
    size: TEXT.body,
    colour: INK.ink2,
  });
  return { section, y: end + 8 };
}
