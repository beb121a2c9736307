import { INK } from "../../../shared/charts/ink.ts";
import { PACK_WORDS } from "../../../shared/text/pack-text.ts";
import { fitted, linesOf } from "../pack/fit-text.ts";
import { statusSign, statusTone, toneColour, varianceTone } from "../pack/look.ts";
import type { PackKpi } from "../pack/pack.ts";
import { addChart, addSlide, type Deck, PAGE, SIZE, type Slide, say } from "./deck.ts";
import { differenceChart, yearChart } from "./kpi-charts.ts";

const SIDE = { x: 9.02, w: PAGE.right - 9.02 } as const;
const CHART = { x: PAGE.left, w: 8.06 } as const;
/** Points to the inch, and the height of a line to its letters. */
const POINT = 72;
const LEADING = 1.35;

/** One KPI that needs a decision: the message, the year's chart on the left, what to decide on the right. */
export function addKpiSlide(deck: Deck, kpi: PackKpi): void {
  const { view, frozen } = kpi;
  const slide = addSlide(deck, { title: frozen.headline, subtitle: kpi.title, notes: notesOf(kpi) });
  const difference = differenceChart(deck.pack, kpi);
  addChart(deck, slide, {
    chart: yearChart(deck.pack, kpi),
    ...CHART,
    y: 1.45,
    h: difference === null ? 5.3 : 3.75,
    alt: kpi.description,
  });
  if (view.target !== null) {
    say(slide, `${PACK_WORDS.target} ${view.target.label}`, {
      x: CHART.x,
      y: 1.3,
      w: 4,
      h: 0.25,
      bold: true,
      fontSize: SIZE.small,
    });
  }
  if (difference !== null) {
    const alt = `${PACK_WORDS.difference}, month by month: ${view.name}. ${kpi.year.flatMap(({ point }) => point?.variance?.shown ?? []).join(", ")}.`;
    say(slide, PACK_WORDS.difference, { x: CHART.x, y: 5.22, w: 4, h: 0.22, fontSize: SIZE.small, color: INK.ink2 });
    addChart(deck, slide, { chart: difference, ...CHART, y: 5.4, h: 1.4, alt });
  }
  addNumbers(slide, kpi);
  addWords(slide, kpi);
}

function addNumbers(slide: Slide, { view }: PackKpi): void {
  const { shown, variance, status, statusWord, unitOfMeasure } = view;
  const y = 1.5;
  say(slide, shown, { x: SIDE.x, y, w: 1.35, h: 0.42, fontSize: SIZE.number, bold: true });
  say(slide, fitted(unitOfMeasure, { width: 1.3 * POINT, size: SIZE.small, lines: 2 }), {
    x: SIDE.x,
    y: y + 0.44,
    w: 1.3,
    h: 0.36,
    fontSize: SIZE.small,
    color: INK.ink2,
  });
  if (variance !== null) {
    const color = toneColour(varianceTone(variance.favourable));
    say(slide, variance.shown, { x: SIDE.x + 1.38, y, w: 1.2, h: 0.42, fontSize: SIZE.number, bold: true, color });
    say(slide, PACK_WORDS.againstTarget, {
      x: SIDE.x + 1.38,
      y: y + 0.44,
      w: 1.2,
      h: 0.2,
      fontSize: SIZE.small,
      color: INK.ink2,
    });
  }
  say(slide, `${statusSign(status)} ${statusWord}`, {
    x: SIDE.x + 2.6,
    y: y + 0.1,
    w: 1.13,
    h: 0.3,
    color: toneColour(statusTone(status)),
    bold: true,
  });
}

/** What is said of the KPI from top to bottom, each part as high as its words. */
function addWords(slide: Slide, kpi: PackKpi): void {
  const { verdict, yearEnd } = kpi.view;
  const parts = [
    { head: PACK_WORDS.signal, text: verdict.sentence },
    ...(yearEnd === null ? [] : [{ head: PACK_WORDS.yearEnd, text: yearEnd.sentence }]),
    { head: PACK_WORDS.cause, text: kpi.cause },
    { head: PACK_WORDS.countermeasure, text: kpi.countermeasure },
  ];
  const room = { width: SIDE.w * POINT * 0.97, size: SIZE.body };
  let y = 2.5;
  for (const { head, text } of parts) {
    const shown = fitted(text, { ...room, lines: 3 });
    const h = ((linesOf(shown, room) + 1) * SIZE.body * LEADING) / POINT;
    const words = [
      { text: head, options: { bold: true, breakLine: true } },
      { text: shown, options: { color: INK.ink2 } },
    ];
    say(slide, words, { x: SIDE.x, y, w: SIDE.w, h });
    y += h + 0.1;
  }
  addDecision(slide, kpi, y);
}

function addDecision(slide: Slide, { asked }: PackKpi, top: number): void {
  const room = { width: (SIDE.w - 0.3) * POINT * 0.97, size: SIZE.body, lines: 5 };
  const shown = fitted(asked, room);
  const h = ((linesOf(shown, room) + 1) * SIZE.body * LEADING) / POINT + 0.25;
  const y = Math.min(top + 0.05, PAGE.foot - 0.15 - h);
  const words = [
    { text: PACK_WORDS.decision, options: { bold: true, breakLine: true } },
    { text: shown, options: {} },
  ];
  const ground = { shape: "roundRect", rectRadius: 0.08, fill: { color: INK.accentGround } } as const;
  say(slide, words, { x: SIDE.x, y, w: SIDE.w, h, ...ground, margin: 9, valign: "middle" });
}

/** What the speaker needs beside the slide: the definition, its source, and what was said in full. */
function notesOf({ view, frozen, cause, countermeasure }: PackKpi): string {
  const lines = frozen.definition.map(({ label, text }) => `${label}: ${text}`);
  const said = [view.verdict.sentence, view.verdict.advice, `Cause: ${cause}`, `Countermeasure: ${countermeasure}`];
  return [`${view.name} (${view.kpi}), ${view.unitOfMeasure}`, ...lines, "", ...said, ...frozen.notes].join("\n");
}
