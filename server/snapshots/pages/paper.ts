import { createRequire } from "node:module";
import path from "node:path";
import PDFDocument from "pdfkit";
import { INK } from "../../../shared/charts/ink.ts";
import type { PaperName } from "../../../shared/domain/paper-name.ts";
import type { Pack } from "../pack/pack.ts";

/** Points. The smallest text is 8. */
export const TEXT = { title: 16, head: 11, body: 9.5, small: 8.5, least: 8 } as const;
export const MARGIN = 34;
const FOOT = 34;

const PAPERS: Readonly<Record<PaperName, readonly [width: number, height: number]>> = {
  a4: [841.89, 595.28],
  letter: [792, 612],
};

export type Structure = PDFKit.PDFStructureElement;
type Font = "regular" | "bold";

/** A document under way, on pages of one size, and what it is made from. */
export type Paper<Source = Pack> = {
  readonly doc: PDFKit.PDFDocument;
  readonly pack: Source;
  readonly root: Structure;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

const require = createRequire(import.meta.url);
const inter = path.dirname(require.resolve("@expo-google-fonts/inter/package.json"));
const dejaVu = path.dirname(require.resolve("dejavu-fonts-ttf/package.json"));

/** Inter, and DejaVu Sans for what Inter has no letters for. */
const FILES: Readonly<Record<Font, readonly [string, string]>> = {
  regular: [path.join(inter, "400Regular", "Inter_400Regular.ttf"), path.join(dejaVu, "ttf", "DejaVuSans.ttf")],
  bold: [path.join(inter, "600SemiBold", "Inter_600SemiBold.ttf"), path.join(dejaVu, "ttf", "DejaVuSans-Bold.ttf")],
};

type About = {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  /** The instant that the file says it was made. */
  readonly moment: string;
};

type Setting = { readonly size: PaperName; readonly about: About };

export function newPaper<Source extends { readonly locale: string }>(
  pack: Source,
  { size, about }: Setting,
): Paper<Source> {
  const [width, height] = PAPERS[size];
  const written = new Date(about.moment);
  const doc = new PDFDocument({
    ...{ size: [width, height], margin: 0, autoFirstPage: false, bufferPages: true },
    ...{ pdfVersion: "1.7", tagged: true, displayTitle: true, lang: pack.locale },
    info: {
      Title: about.title,
      Author: about.author,
      Subject: about.subject,
      Creator: "Plumbline",
      Producer: "Plumbline",
      ...{ CreationDate: written, ModDate: written },
    },
  });
  for (const font of ["regular", "bold"] as const) {
    doc.registerFont(font, FILES[font][0]);
    doc.registerFont(`${font} fallback`, FILES[font][1]);
  }
  const root = doc.struct("Document");
  doc.addStructure(root);
  return { doc, pack, root, left: MARGIN, right: width - MARGIN, top: MARGIN, bottom: height - MARGIN - FOOT };
}

export function addPage({ doc }: Paper<unknown>): void {
  doc.addPage();
}

export type Look = {
  readonly size: number;
  readonly font?: Font;
  readonly colour?: string;
  readonly align?: "left" | "right" | "center";
};

type Run = { readonly text: string; readonly font: string };

/** One line of text from `x` (or ending or centred there), in as many fonts as its letters need. */
export function drawLine(
  { doc }: Paper<unknown>,
  text: string,
  { x, y, size, font = "regular", colour = INK.ink, align = "left" }: Look & { readonly x: number; readonly y: number },
): void {
  const runs = runsOf(doc, text, font);
  const width = align === "left" ? 0 : widthOfRuns(doc, runs, size);
  let at = x - { left: 0, right: width, center: width / 2 }[align];
  for (const run of runs) {
    doc.font(run.font).fontSize(size).fillColor(`#${colour}`);
    doc.text(run.text, at, y, { lineBreak: false });
    if (runs.length > 1) at += widthOfRuns(doc, [run], size);
  }
}

/** Widths of words at a size of 1, by font: the same few hundred words stand on every page. */
const WIDTHS = new Map<string, number>();
const MOST_WIDTHS = 50_000;

function wordWidth(doc: PDFKit.PDFDocument, { font, text }: Run): number {
  const key = `${font} ${text}`;
  const kept = WIDTHS.get(key);
  if (kept !== undefined) return kept;
  if (WIDTHS.size >= MOST_WIDTHS) WIDTHS.clear();
  const width = doc.font(font).fontSize(100).widthOfString(text) / 100;
  WIDTHS.set(key, width);
  return width;
}

export function widthOf({ doc }: Paper<unknown>, text: string, { size, font = "regular" }: Look): number {
  return widthOfRuns(doc, runsOf(doc, text, font), size);
}

function widthOfRuns(doc: PDFKit.PDFDocument, runs: readonly Run[], size: number): number {
  return runs.reduce((sum, run) => sum + wordWidth(doc, run) * size, 0);
}

const LETTERS = new Map<string, (codePoint: number) => boolean>();
type Opened = { readonly _font: { readonly font: { hasGlyphForCodePoint(codePoint: number): boolean } } };

function has(doc: PDFKit.PDFDocument, font: Font, codePoint: number): boolean {
  const kept = LETTERS.get(font);
  if (kept !== undefined) return kept(codePoint);
  const { font: opened } = (doc.font(font) as unknown as Opened)._font;
  LETTERS.set(font, (asked) => opened.hasGlyphForCodePoint(asked));
  return opened.hasGlyphForCodePoint(codePoint);
}

/** The text in pieces that one font can write; control characters become spaces. */
function runsOf(doc: PDFKit.PDFDocument, text: string, font: Font): Run[] {
  const runs: { text: string; font: string }[] = [];
  for (const letter of text.replaceAll(/\p{Cc}/gu, " ")) {
    const name = has(doc, font, letter.codePointAt(0) ?? 0) ? font : `${font} fallback`;
    const last = runs.at(-1);
    if (last?.font === name) last.text += letter;
    else runs.push({ text: letter, font: name });
  }
  return runs;
}

const LEADING = 1.36;

export function lineHeight(size: number): number {
  return size * LEADING;
}

/** The text in lines that fit a width; a word that is wider than a line is broken. */
export function wrapped(paper: Paper<unknown>, text: string, look: Look & { readonly width: number }): string[] {
  return text.split("\n").flatMap((paragraph) => wrappedLine(paper, paragraph, look));
}

function wrappedLine(
  paper: Paper<unknown>,
  text: string,
  { width, ...look }: Look & { readonly width: number },
): string[] {
  const space = widthOf(paper, " ", look);
  const lines: { text: string; width: number }[] = [];
  for (const word of text.split(" ").flatMap((each) => brokenWord(paper, each, { width, ...look }))) {
    const wide = widthOf(paper, word, look);
    const line = lines.at(-1);
    if (line === undefined || line.width + space + wide > width) lines.push({ text: word, width: wide });
    else {
      line.text += ` ${word}`;
      line.width += space + wide;
    }
  }
  return lines.map((line) => line.text);
}

function brokenWord(
  paper: Paper<unknown>,
  word: string,
  { width, ...look }: Look & { readonly width: number },
): string[] {
  if (word.length < 12 || widthOf(paper, word, look) <= width) return [word];
  const parts: string[] = [""];
  for (const letter of word) {
    const longer = (parts.at(-1) ?? "") + letter;
    if (widthOf(paper, longer, look) > width) parts.push(letter);
    else parts[parts.length - 1] = longer;
  }
  return parts;
}

type Block = Look & {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly tag: "H1" | "H2" | "P";
};

/** A paragraph or heading as one structure element; answers where it ends. */
export function addText(paper: Paper<unknown>, parent: Structure, { text, tag, width, ...block }: Block): number {
  const lines = wrapped(paper, text, { ...block, width });
  const height = lineHeight(block.size);
  const element = paper.doc.struct(tag, {}, () => {
    for (const [index, line] of lines.entries()) drawLine(paper, line, { ...block, y: block.y + index * height });
  });
  parent.add(element);
  element.end();
  return block.y + lines.length * height;
}

/** How a picture is told to those who do not see it, and where it stands. */
export function figureAt(alt: string, bbox: readonly [number, number, number, number]) {
  return { alt, bbox: [...bbox] };
}

/** What only looks good: nobody who hears the page needs it. */
export function asArtifact({ doc }: Paper<unknown>, draw: () => void): void {
  doc.markContent("Artifact", { type: "Layout" });
  draw();
  doc.endMarkedContent();
}

export function drawRule(
  paper: Paper<unknown>,
  {
    y,
    colour = INK.line,
    left = paper.left,
    right = paper.right,
  }: { y: number; colour?: string; left?: number; right?: number },
): void {
  paper.doc.moveTo(left, y).lineTo(right, y).lineWidth(0.6).strokeColor(`#${colour}`).stroke();
}
