import pptxgen from "pptxgenjs";
import { INK } from "../../../shared/charts/ink.ts";
import type { NativeChart } from "../pack/chart-xml.ts";
import { linesOf } from "../pack/fit-text.ts";
import type { Pack } from "../pack/pack.ts";

/** All measures in inches: 1280 by 720 pixels at 96 to the inch. */
export const PAGE = { width: 13.333, left: 0.583, right: 12.75, top: 0.42, body: 1.45, foot: 6.86 } as const;
export const BODY_WIDTH = PAGE.right - PAGE.left;
export const FACE = "Inter";
/** Points; nothing on a slide is smaller. */
export const SIZE = { title: 22.5, longTitle: 17, lead: 13, body: 12, small: 10.5, number: 24 } as const;

export type Slide = pptxgen.Slide;
export type Cell = pptxgen.TableCell;
type Box = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };

/** A presentation under way: the library keeps the package, the charts are drawn by their own description. */
export type Deck = {
  readonly pptx: pptxgen;
  readonly pack: Pack;
  /** In the order of the chart parts, which count from 1. */
  readonly charts: NativeChart[];
};

const MASTER = "PLUMBLINE";

export function newDeck(pack: Pack): Deck {
  const pptx = new pptxgen();
  pptx.defineLayout({ name: "WIDE", width: PAGE.width, height: 7.5 });
  pptx.layout = "WIDE";
  pptx.title = `${pack.headline} · ${pack.scope}`;
  pptx.author = "Plumbline";
  pptx.company = pack.payload.organisation.name;
  pptx.subject = `Snapshot ${pack.id}, SHA-256 ${pack.sha256}`;
  pptx.theme = { headFontFace: FACE, bodyFontFace: FACE };
  const foot = {
    y: PAGE.foot,
    h: 0.44,
    valign: "top",
    fontFace: FACE,
    fontSize: SIZE.small,
    color: INK.ink3,
    margin: 0,
  } as const;
  const link = pack.link === null ? {} : { hyperlink: { url: pack.link, tooltip: "Open the snapshot" } };
  pptx.defineSlideMaster({
    title: MASTER,
    background: { color: INK.ground },
    objects: [
      {
        placeholder: {
          options: {
            ...{ name: "title", type: "title", x: PAGE.left, y: PAGE.top, w: BODY_WIDTH, h: 0.5 },
            ...{
              fontFace: FACE,
              fontSize: SIZE.title,
              bold: true,
              color: INK.ink,
              align: "left",
              valign: "top",
              margin: 0,
            },
          },
          text: "",
        },
      },
      { line: { x: PAGE.left, y: PAGE.foot - 0.04, w: BODY_WIDTH, h: 0, line: { color: INK.line, width: 0.75 } } },
      { text: { text: pack.footLines.join("\n"), options: { ...foot, ...link, x: PAGE.left, w: 9, align: "left" } } },
      { text: { text: pack.footRight, options: { ...foot, x: PAGE.right - 4.2, w: 3.75, align: "right" } } },
    ],
    slideNumber: {
      x: PAGE.right - 0.4,
      y: PAGE.foot,
      w: 0.4,
      h: 0.3,
      fontFace: FACE,
      fontSize: SIZE.small,
      color: INK.ink3,
      align: "right",
      margin: 0,
    },
  });
  return { pptx, pack, charts: [] };
}

export function addSlide(
  { pptx }: Deck,
  { title, subtitle, notes }: { title: string; subtitle: string; notes: string },
): Slide {
  const slide = pptx.addSlide({ masterName: MASTER });
  const isLong = linesOf(title, { width: BODY_WIDTH * 72 * 0.78, size: SIZE.title }) > 1;
  slide.addText(title, { placeholder: "title", fontSize: isLong ? SIZE.longTitle : SIZE.title });
  say(slide, subtitle, {
    x: PAGE.left,
    y: PAGE.top + 0.52,
    w: BODY_WIDTH,
    h: 0.32,
    fontSize: SIZE.lead,
    color: INK.ink2,
  });
  slide.addNotes(notes);
  return slide;
}

/** Plain text in a box without margins. */
export function say(
  slide: Slide,
  text: string | pptxgen.TextProps[],
  look: Box & Omit<pptxgen.TextPropsOptions, "x" | "y" | "w" | "h">,
): void {
  const base = { fontFace: FACE, fontSize: SIZE.body, color: INK.ink, margin: 0, valign: "top" } as const;
  slide.addText(text, { ...base, ...look });
}

/** A native chart with its workbook and alternative text; its drawing is put in when the file is packed. */
export function addChart(
  deck: Deck,
  slide: Slide,
  { chart, alt, ...box }: Box & { readonly chart: NativeChart; readonly alt: string },
): void {
  const series = chart.series.map(({ name, values }) => ({
    name,
    labels: [...chart.categories],
    values: values.map((value) => value ?? Number.NaN),
  }));
  slide.addChart(deck.pptx.ChartType.bar, series, { ...box, altText: alt });
  deck.charts.push(chart);
}

type Table = {
  readonly y: number;
  readonly widths: readonly number[];
  readonly head: readonly string[];
  readonly rows: readonly Cell[][];
};

/** A table with a head row and hairlines. */
export function addTable(slide: Slide, { y, widths, head, rows }: Table): void {
  const line = { type: "solid", pt: 0.5, color: INK.line } as const;
  const none = { type: "none" } as const;
  const border: [pptxgen.BorderProps, pptxgen.BorderProps, pptxgen.BorderProps, pptxgen.BorderProps] = [
    none,
    none,
    line,
    none,
  ];
  const look = {
    fontFace: FACE,
    fontSize: SIZE.small,
    border,
    margin: [0.03, 0.05, 0.03, 0.05] as [number, number, number, number],
  };
  const heads = head.map(
    (text, index): Cell => ({
      text,
      options: {
        ...look,
        color: INK.ink2,
        bold: true,
        align: rows[0]?.[index]?.options?.align ?? "left",
        valign: "bottom",
      },
    }),
  );
  const cells = rows.map((row) =>
    row.map((cell): Cell => ({ ...cell, options: { color: INK.ink, valign: "middle", ...look, ...cell.options } })),
  );
  slide.addTable([heads, ...cells], {
    x: PAGE.left,
    y,
    w: widths.reduce((sum, width) => sum + width, 0),
    colW: [...widths],
  });
}
