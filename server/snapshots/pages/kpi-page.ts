import { INK } from "../../../shared/charts/ink.ts";
import { PACK_WORDS } from "../../../shared/text/pack-text.ts";
import { fitted } from "../pack/fit-text.ts";
import { kpiDrawing } from "../pack/kpi-drawing.ts";
import { statusSign, statusTone, toneColour, varianceTone } from "../pack/look.ts";
import type { PackKpi } from "../pack/pack.ts";
import { drawPicture } from "./draw-picture.ts";
import { openPage } from "./open-page.ts";
import { addPageTable } from "./page-table.ts";
import {
  addPage,
  addText,
  asArtifact,
  figureAt,
  lineHeight,
  type Paper,
  type Structure,
  TEXT,
  wrapped,
} from "./paper.ts";

const SIDE_SHARE = 0.285;
const CHART_PIXELS = 720;
/** Of a cause or countermeasure beside the chart; the workbook holds the whole of it. */
const MOST_LINES = 7;

/** One KPI on a page: chart and the year's numbers on the left, what is said and asked on the right, definition below. */
export function addKpiPage(paper: Paper, kpi: PackKpi): void {
  const { pack, left, right } = paper;
  const { view, frozen } = kpi;
  const { section, y } = openPage(paper, { title: frozen.headline, subtitle: frozen.title, bookmark: view.name });
  const side = (right - left) * SIDE_SHARE;
  const width = right - left - side - 18;
  const drawing = kpiDrawing(pack, kpi, CHART_PIXELS);
  const scale = width / CHART_PIXELS;
  const height = drawing.height * scale;
  const alt = `${kpi.description} ${view.verdict.advice}`;
  const figure = paper.doc.struct("Figure", figureAt(alt, [left, y, left + width, y + height]), () =>
    drawPicture(paper, drawing, { x: left, y, scale }),
  );
  section.add(figure);
  figure.end();
  addSide(paper, section, { kpi, x: left + width + 18, y, width: side });
  const end = addYear(paper, section, { kpi, y: y + height + 6, width });
  addDefinition(paper, section, { kpi, y: end + 8, width });
  section.end();
}

type Column = { readonly kpi: PackKpi; readonly y: number; readonly width: number };

function addSide(paper: Paper, section: Structure, { kpi, x, y, width }: Column & { readonly x: number }): void {
  const { view } = kpi;
  const { variance, status, verdict, yearEnd } = view;
  const add = (text: string, at: number, look: { size: number; font?: "bold"; colour?: string; tag?: "H2" | "P" }) =>
    addText(paper, section, { text: text, tag: "P", ...look, x, y: at, width });
  let at = add(view.shown, y, { size: 22, font: "bold" });
  at = add(`${view.unitOfMeasure}${view.target === null ? "" : ` · ${PACK_WORDS.target} ${view.target.label}`}`, at, {
    size: TEXT.small,
    colour: INK.ink2,
  });
  at = add(`${statusSign(status)} ${view.statusWord}`, at + 3, {
    size: TEXT.head,
    font: "bold",
    colour: toneColour(statusTone(status)),
  });
  if (variance !== null) {
    const colour = toneColour(varianceTone(variance.favourable));
    at = add(`${variance.shown} ${PACK_WORDS.againstTarget}`, at, { size: TEXT.body, colour });
  }
  const short = (text: string) => fitted(text, { width, size: TEXT.body, lines: MOST_LINES });
  const parts: [string, string][] = [
    [`${PACK_WORDS.signal}: ${verdict.variationWord}`, verdict.sentence],
    ...(yearEnd === null ? [] : ([[PACK_WORDS.yearEnd, yearEnd.sentence]] as [string, string][])),
    ...(view.plan === null && !verdict.needsDecision
      ? []
      : ([
          [PACK_WORDS.cause, short(kpi.cause)],
          [PACK_WORDS.countermeasure, short(kpi.countermeasure)],
        ] as [string, string][])),
  ];
  for (const [head, text] of parts) {
    at = add(head, at + 8, { size: TEXT.body, font: "bold", tag: "H2" });
    at = add(text, at, { size: TEXT.body, colour: INK.ink2 });
  }
  const head = verdict.needsDecision ? PACK_WORDS.decision : "What follows";
  const said = verdict.needsDecision ? kpi.asked : verdict.advice;
  addBox(paper, section, { head, said, x, y: at + 10, width });
}

type Box = {
  readonly head: string;
  readonly said: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
};

function addBox(paper: Paper, section: Structure, { head, said, x, y, width }: Box): void {
  const inner = width - 16;
  const lines = wrapped(paper, said, { size: TEXT.body, width: inner }).length + 1;
  const height = lines * lineHeight(TEXT.body) + 14;
  asArtifact(paper, () => paper.doc.roundedRect(x, y, width, height, 5).fill(`#${INK.accentGround}`));
  const under = addText(paper, section, {
    text: head,
    tag: "H2",
    x: x + 8,
    y: y + 7,
    width: inner,
    size: TEXT.body,
    font: "bold",
  });
  addText(paper, section, { text: said, tag: "P", x: x + 8, y: under, width: inner, size: TEXT.body });
}

/** The fiscal year's numbers, as the chart's table. */
function addYear(paper: Paper, section: Structure, { kpi, y, width }: Column): number {
  const { months } = paper.pack;
  const first = 62;
  const each = (width - first) / months.length;
  const row = (name: string, texts: readonly string[], look: { colour?: string } = {}) => ({
    cells: [
      { lines: [{ text: name, look: { font: "bold" as const } }] },
      ...texts.map((text) => ({ lines: [{ text, look }], align: "right" as const })),
    ],
  });
  return addPageTable({ ...paper, right: paper.left + width }, section, {
    ...{ y, widths: [first, ...months.map(() => each)], onNewPage: () => paper.top },
    head: [{ text: paper.pack.year }, ...months.map(({ name }) => ({ text: name, align: "right" as const }))],
    rows: [
      row(
        PACK_WORDS.actual,
        kpi.year.map(({ point }) => point?.shown ?? ""),
      ),
      row(
        PACK_WORDS.target,
        kpi.year.map(({ point }) => point?.target?.label.replace(/^[≤≥] /, "") ?? ""),
        { colour: INK.ink2 },
      ),
      ...(kpi.frozen.forecast.length === 0
        ? []
        : [
            row(
              PACK_WORDS.forecast,
              kpi.year.map(({ forecast }) => forecast?.shown ?? ""),
              { colour: INK.ink2 },
            ),
          ]),
    ],
  });
}

function addDefinition(paper: Paper, section: Structure, { kpi, y, width }: Column): void {
  const { view, frozen } = kpi;
  const { left } = paper;
  const lines = frozen.definition.map(({ label, text }) => `${label}: ${text}`).join(" · ");
  const quality = [`${view.coverage.reported} of ${view.coverage.due} reported.`, ...frozen.notes].join(" ");
  const look = { size: TEXT.least, width };
  const count = wrapped(paper, lines, look).length + wrapped(paper, quality, look).length;
  const isFull = y + lineHeight(TEXT.small) + count * lineHeight(TEXT.least) > paper.bottom + 8;
  if (isFull) addPage(paper);
  const head = addText(paper, section, {
    text: `${PACK_WORDS.definitions} and ${PACK_WORDS.quality.toLowerCase()}`,
    tag: "H2",
    x: left,
    y: isFull ? paper.top : y,
    width,
    size: TEXT.small,
    font: "bold",
  });
  const end = addText(paper, section, {
    text: lines,
    tag: "P",
    x: left,
    y: head,
    width,
    size: TEXT.least,
    colour: INK.ink2,
  });
  addText(paper, section, { text: quality, tag: "P", x: left, y: end + 2, width, size: TEXT.least, colour: INK.ink2 });
}
