import { INK } from "../../../shared/charts/ink.ts";
import { dateText } from "../../../shared/text/instant-text.ts";
import { PACK_WORDS } from "../../../shared/text/pack-text.ts";
import { fitted } from "../pack/fit-text.ts";
import { statusSign, statusTone, toneColour } from "../pack/look.ts";
import type { Pack, PackKpi, YearCell } from "../pack/pack.ts";
import { addSlide, addTable, type Cell, type Deck, PAGE, SIZE, say } from "./deck.ts";

const ROWS = { agenda: 7, bowler: 11, thread: 7, actions: 9, definitions: 7 } as const;

function inPages<T>(rows: readonly T[], size: number): T[][] {
  const pages = Array.from({ length: Math.ceil(rows.length / size) }, (_, at) =>
    rows.slice(at * size, (at + 1) * size),
  );
  return pages.length === 0 ? [[]] : pages;
}

const cell = (text: string, options: Cell["options"] = {}): Cell => ({ text, options });
const status = ({ view }: PackKpi): Cell =>
  cell(`${statusSign(view.status)} ${view.statusWord}`, { color: toneColour(statusTone(view.status)), bold: true });
const cut = (text: string, inches: number, lines: number) =>
  fitted(text, { width: (inches - 0.1) * 72, size: SIZE.small, lines });

/** Slide 1: the verdict, and what is to be decided. */
export function addVerdictSlide(deck: Deck): void {
  const { pack } = deck;
  const { headline, scope, subline, decisions, kpis, reported } = pack;
  const notes = `${headline}. ${subline}. ${reported}. Snapshot ${pack.id}, SHA-256 ${pack.sha256}.`;
  const slide = addSlide(deck, { title: headline, subtitle: `${scope} · ${subline}`, notes });
  if (decisions.length === 0) {
    say(slide, PACK_WORDS.nothingToDecide, { x: PAGE.left, y: PAGE.body, w: 8, h: 0.4 });
    return;
  }
  const widths = [2.9, 1.0, 1.2, 1.5, 5.55];
  addTable(slide, {
    ...{ y: PAGE.body, widths },
    head: [PACK_WORDS.agenda, PACK_WORDS.actual, PACK_WORDS.target, "Status", "Why, and what follows"],
    rows: decisions
      .slice(0, ROWS.agenda)
      .map((kpi) => [
        cell(cut(kpi.view.name, 2.9, 2), { bold: true }),
        cell(kpi.view.shown, { align: "right" }),
        cell(kpi.view.target?.label ?? "–", { align: "right", color: INK.ink2 }),
        status(kpi),
        cell(cut(`${kpi.why} ${kpi.view.verdict.advice}`, 5.55, 3), { color: INK.ink2 }),
      ]),
  });
  const more = decisions.length - ROWS.agenda;
  const rest = `${PACK_WORDS.otherKpis}: ${kpis.length - decisions.length}. ${more > 0 ? `${more} more need a decision. ` : ""}${reported}.`;
  say(slide, rest, { x: PAGE.left, y: 6.45, w: 12, h: 0.3, color: INK.ink2, fontSize: SIZE.small });
}

/** Slide 2: the year of all KPIs, actual above target. */
export function addBowlerSlides(deck: Deck): void {
  const { pack } = deck;
  for (const kpis of inPages(pack.kpis, ROWS.bowler)) {
    const slide = addSlide(deck, {
      title: PACK_WORDS.bowler,
      subtitle: `${pack.scope} · actual above target · ${PACK_WORDS.missed}`,
      notes: `${pack.subline}. ${pack.reported}.`,
    });
    addTable(slide, {
      y: PAGE.body,
      widths: [2.35, ...pack.months.map(() => 0.62), 0.92, 1.45],
      head: ["KPI", ...pack.months.map(({ name }) => name), "YTD", "Status"],
      rows: kpis.map((kpi) => [
        cell(cut(kpi.view.name, 2.35, 2), { bold: true }),
        ...kpi.year.map(yearCell),
        cell(kpi.view.ytd.shown, { align: "right", bold: true }),
        status(kpi),
      ]),
    });
  }
}

/** Actual above target; a diamond before what missed it. What is forecast is in italics. */
function yearCell({ point, forecast }: YearCell): Cell {
  if (point === null) return cell(forecast?.shown ?? "", { align: "right", italic: true, color: INK.ink3 });
  const missed = point.status === "off";
  const color = missed ? INK.bad : INK.ink;
  const target =
    point.target === null ? [] : [{ text: point.target.label.replace(/^[≤≥] /, ""), options: { color: INK.ink3 } }];
  const actual = { text: `${missed ? "◆" : ""}${point.shown}`, options: { color, breakLine: target.length > 0 } };
  return { text: [actual, ...target], options: { align: "right", margin: [0.02, 0.03, 0.02, 0] } };
}

/** Slide 3: why each KPI is measured, and what is done. */
export function addThreadSlides(deck: Deck): void {
  const { payload, scope } = deck.pack;
  const themes = new Map(payload.themes.map((theme) => [theme.code, theme]));
  const [strategy] = payload.strategies;
  const subtitle = strategy === undefined ? scope : `${strategy.name}, ${strategy.years}: ${strategy.statement}`;
  for (const objectives of inPages(payload.objectives, ROWS.thread)) {
    const slide = addSlide(deck, {
      title: PACK_WORDS.thread,
      subtitle: cut(subtitle, 13.6, 1),
      notes: strategy?.statement ?? scope,
    });
    addTable(slide, {
      y: PAGE.body,
      widths: [2.3, 3.4, 3.6, 2.85],
      head: ["Theme", "Objective", "KPIs", "Plans"],
      rows: objectives.map(({ theme, statement, kpis, owner }) => [
        cell(cut(themes.get(theme)?.name ?? theme, 2.3, 3), { bold: true }),
        cell(cut(owner === null ? statement : `${statement} (${owner})`, 3.4, 3)),
        cell(cut(kpis.map((code) => signedName(deck.pack, code)).join(", "), 3.6, 4)),
        cell(cut(plansOf(deck.pack, kpis), 2.85, 3), { color: INK.ink2 }),
      ]),
    });
  }
}

function signedName({ kpis }: Pack, code: string): string {
  const kpi = kpis.find(({ view }) => view.kpi === code);
  return kpi === undefined ? code : `${statusSign(kpi.view.status)}\u00a0${kpi.view.name}`;
}

function plansOf({ payload }: Pack, kpis: readonly string[]): string {
  const plans = payload.actions.filter(
    ({ kpi, state }) => kpi !== null && kpis.includes(kpi) && (state === "planned" || state === "started"),
  );
  return plans.length === 0 ? "No open plan" : plans.map(({ code, title }) => `${code} ${title}`).join("; ");
}

/** Actions past their day, the longest overdue first. */
export function addLateSlides(deck: Deck): void {
  const { late, locale, scope } = deck.pack;
  const title = late.length === 0 ? PACK_WORDS.noneLate : `${PACK_WORDS.late}: ${late.length}`;
  for (const actions of inPages(late, ROWS.actions)) {
    const slide = addSlide(deck, {
      title,
      subtitle: scope,
      notes: actions.map(({ code, cause }) => `${code}: ${cause}`).join("\n") || title,
    });
    if (actions.length === 0) continue;
    addTable(slide, {
      y: PAGE.body,
      widths: [0.9, 5.0, 1.6, 1.5, 3.15],
      head: ["Action", "What", "Who", "Due", "State"],
      rows: actions.map(({ code, title, owner, due, sentence }) => [
        cell(code, { bold: true }),
        cell(cut(title, 5, 2)),
        cell(cut(owner ?? "–", 1.6, 2)),
        cell(due === null ? "–" : dateText(due, locale)),
        cell(sentence, { color: INK.bad }),
      ]),
    });
  }
}

/** At the back: what each KPI means, and how complete its figures are. */
export function addDefinitionSlides(deck: Deck): void {
  const { kpis, scope, reported } = deck.pack;
  for (const page of inPages(kpis, ROWS.definitions)) {
    const slide = addSlide(deck, {
      title: `${PACK_WORDS.definitions} and ${PACK_WORDS.quality.toLowerCase()}`,
      subtitle: `${scope} · ${reported}`,
      notes: page
        .map(
          ({ view, frozen }) =>
            `${view.name}: ${frozen.definition.map(({ label, text }) => `${label}: ${text}`).join("; ")}`,
        )
        .join("\n"),
    });
    addTable(slide, {
      y: PAGE.body,
      widths: [2.5, 6.65, 3.0],
      head: ["KPI", "Definition", PACK_WORDS.quality],
      rows: page.map(({ view, frozen }) => [
        cell(cut(`${view.name}, ${view.unitOfMeasure}`, 2.5, 3), { bold: true }),
        cell(cut(frozen.definition.map(({ label, text }) => `${label}: ${text}`).join(" · "), 6.65, 3), {
          color: INK.ink2,
        }),
        cell(cut([`${view.coverage.reported} of ${view.coverage.due} reported.`, ...frozen.notes].join(" "), 3, 4), {
          color: INK.ink2,
        }),
      ]),
    });
  }
}
