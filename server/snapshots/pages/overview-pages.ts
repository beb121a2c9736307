import { sparkDrawing } from "../../../shared/charts/chart-drawing.ts";
import { INK } from "../../../shared/charts/ink.ts";
import { dateText } from "../../../shared/text/instant-text.ts";
import { PACK_WORDS } from "../../../shared/text/pack-text.ts";
import { statusSign, statusTone, toneColour } from "../pack/look.ts";
import type { PackKpi, YearCell } from "../pack/pack.ts";
import { drawPicture } from "./draw-picture.ts";
import { openPage } from "./open-page.ts";
import { addPageTable, type PageCell } from "./page-table.ts";
import { addText, type Paper, TEXT } from "./paper.ts";

const cell = (
  text: string,
  look: PageCell["lines"][number]["look"] = {},
  align: "left" | "right" = "left",
): PageCell => ({
  lines: [{ text, look }],
  align,
});
export const statusCell = ({ view }: PackKpi): PageCell =>
  cell(`${statusSign(view.status)} ${view.statusWord}`, { font: "bold", colour: toneColour(statusTone(view.status)) });
const column = (text: string, align: "left" | "right" = "left") => ({ text, align });

/** Page 1: the verdict and what is to be decided. */
export function addVerdictPage(paper: Paper): void {
  const { pack, left, right } = paper;
  const { headline, scope, subline, reported, decisions, kpis } = pack;
  const { section, y } = openPage(paper, {
    title: headline,
    subtitle: `${scope} · ${subline} · ${reported}`,
    bookmark: headline,
  });
  const width = right - left;
  const size = TEXT.body;
  if (decisions.length === 0) {
    addText(paper, section, { text: PACK_WORDS.nothingToDecide, tag: "P", x: left, y, width, size });
  } else {
    const widths = [0.21, 0.08, 0.09, 0.11, 0.28, 0.23].map((share) => share * width);
    const end = addPageTable(paper, section, {
      ...{ y, widths, size, onNewPage: () => paper.top },
      head: [
        column(PACK_WORDS.agenda),
        column(PACK_WORDS.actual, "right"),
        column(PACK_WORDS.target, "right"),
        column("Status"),
        column("Why"),
        column("What follows"),
      ],
      rows: decisions.map((kpi) => ({
        cells: [
          {
            lines: [
              { text: kpi.view.name, look: { font: "bold" } },
              { text: kpi.view.unitOfMeasure, look: { colour: INK.ink3, size: TEXT.least } },
            ],
          },
          cell(kpi.view.shown, {}, "right"),
          cell(kpi.view.target?.label ?? "–", { colour: INK.ink2 }, "right"),
          statusCell(kpi),
          cell(kpi.why),
          cell(kpi.view.verdict.advice, { colour: INK.ink2 }),
        ],
      })),
    });
    addText(paper, section, {
      text: `${PACK_WORDS.otherKpis}: ${kpis.length - decisions.length}.`,
      tag: "P",
      x: left,
      y: end + 8,
      width,
      size,
      colour: INK.ink2,
    });
  }
  section.end();
}

/** The year of all KPIs, actual above target, with each one's course. */
export function addBowlerPages(paper: Paper): void {
  const { pack, left, right, top } = paper;
  const { section, y } = openPage(paper, {
    title: pack.headline,
    subtitle: `${PACK_WORDS.bowler} · actual above target, forecast in grey · ${pack.scope} · ${PACK_WORDS.missed}`,
    bookmark: PACK_WORDS.bowler,
  });
  const width = right - left;
  const fixed = { name: 150, spark: 84, status: 78, ytd: 46 };
  const month = (width - fixed.name - fixed.spark - fixed.status - fixed.ytd) / pack.months.length;
  addPageTable(paper, section, {
    y,
    widths: [fixed.name, fixed.spark, ...pack.months.map(() => month), fixed.ytd, fixed.status],
    head: [
      column("KPI · owner"),
      column("24 months"),
      ...pack.months.map(({ name }) => column(name, "right")),
      column("YTD", "right"),
      column("Status"),
    ],
    rows: pack.groups.flatMap(({ name, sentence, kpis }) => [
      { group: `${name}: ${sentence}` },
      ...kpis.map((kpi) => ({
        cells: [
          nameCell(kpi),
          sparkCell(paper, kpi, fixed.spark),
          ...kpi.year.map(yearCell),
          ytdCell(kpi),
          statusCell(kpi),
        ],
      })),
    ]),
    onNewPage: () => top,
  });
  section.end();
}

function nameCell({ view }: PackKpi): PageCell {
  const small = [view.unitOfMeasure, view.owner].filter((part) => part !== null).join(" · ");
  return {
    lines: [
      { text: view.name, look: { font: "bold" } },
      { text: small, look: { colour: INK.ink3 } },
    ],
  };
}

function sparkCell(paper: Paper, { view, description }: PackKpi, width: number): PageCell {
  const drawing = sparkDrawing(view.spark, { width: width - 8, height: 22 });
  return {
    lines: [],
    picture: { draw: (x, y) => drawPicture(paper, drawing, { x, y, scale: 1 }), height: 22, alt: description },
  };
}

function yearCell({ point, forecast }: YearCell): PageCell {
  if (point === null) return cell(forecast?.shown ?? "", { colour: INK.ink3 }, "right");
  const isMissed = point.status === "off";
  const actual = { text: `${isMissed ? "◆" : ""}${point.shown}`, look: { colour: isMissed ? INK.bad : INK.ink } };
  const target = { text: point.target?.label.replace(/^[≤≥] /, "") ?? "", look: { colour: INK.ink3 } };
  return { lines: point.target === null ? [actual] : [actual, target], align: "right" };
}

function ytdCell({ view: { ytd } }: PackKpi): PageCell {
  const target =
    ytd.target === null ? [] : [{ text: ytd.target.label.replace(/^[≤≥] /, ""), look: { colour: INK.ink3 } }];
  return { lines: [{ text: ytd.shown, look: { font: "bold" } }, ...target], align: "right" };
}

/** The thread from the strategy to the plans. */
export function addThreadPages(paper: Paper): void {
  const { pack, left, right, top } = paper;
  const { payload, kpis, scope } = pack;
  const [strategy] = payload.strategies;
  const subtitle = strategy === undefined ? scope : `${strategy.name}, ${strategy.years}: ${strategy.statement}`;
  const { section, y } = openPage(paper, { title: PACK_WORDS.thread, subtitle, bookmark: PACK_WORDS.thread });
  const width = right - left;
  const named = (code: string) => kpis.find(({ view }) => view.kpi === code);
  addPageTable(paper, section, {
    ...{ y, size: TEXT.small, widths: [0.17, 0.27, 0.34, 0.22].map((share) => share * width), onNewPage: () => top },
    head: ["Theme", "Objective", "KPIs", "Plans"].map((text) => column(text)),
    rows: payload.objectives.map(({ theme, statement, owner, kpis: codes }) => ({
      cells: [
        cell(payload.themes.find(({ code }) => code === theme)?.name ?? theme, { font: "bold" }),
        cell(owner === null ? statement : `${statement} (${owner})`),
        {
          lines: codes.map((code) => ({
            text: `${statusSign(named(code)?.view.status ?? "no_value")} ${named(code)?.view.name ?? code}`,
          })),
        },
        {
          lines: payload.actions
            .filter(
              ({ kpi, state }) => kpi !== null && codes.includes(kpi) && (state === "planned" || state === "started"),
            )
            .map(({ code, title }) => ({ text: `${code} ${title}`, look: { colour: INK.ink2 } })),
        },
      ],
    })),
  });
  section.end();
}

/** All actions, the late ones first. */
export function addActionPages(paper: Paper): void {
  const { pack, left, right, top } = paper;
  const { late, payload, locale, scope } = pack;
  const title = late.length === 0 ? PACK_WORDS.noneLate : `${PACK_WORDS.late}: ${late.length}`;
  const { section, y } = openPage(paper, { title, subtitle: scope, bookmark: "Actions" });
  const width = right - left;
  const rest = payload.actions.filter(({ late }) => !late);
  addPageTable(paper, section, {
    ...{
      y,
      size: TEXT.small,
      widths: [0.07, 0.33, 0.16, 0.1, 0.34].map((share) => share * width),
      onNewPage: () => top,
    },
    head: ["Action", "What", "Who", "Due", "State"].map((text) => column(text)),
    rows: [...late, ...rest].map(({ code, title, owner, due, sentence, late: isLate, verification }) => ({
      cells: [
        cell(code, { font: "bold" }),
        cell(title),
        cell(owner ?? "–"),
        cell(due === null ? "–" : dateText(due, locale)),
        {
          lines: [
            { text: sentence, look: { colour: isLate ? INK.bad : INK.ink } },
            ...(verification === null ? [] : [{ text: verification, look: { colour: INK.ink2 } }]),
          ],
        },
      ],
    })),
  });
  section.end();
}
