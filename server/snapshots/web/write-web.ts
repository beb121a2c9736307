import { svgOf } from "../../../shared/charts/drawing.ts";
import { dateText } from "../../../shared/text/instant-text.ts";
import { monthText } from "../../../shared/text/month-text.ts";
import { PACK_WORDS } from "../../../shared/text/pack-text.ts";
import { sealedBytes } from "../../files/sealed-bytes.ts";
import { kpiDrawing } from "../pack/kpi-drawing.ts";
import { statusSign, statusTone } from "../pack/look.ts";
import type { Pack, PackKpi, YearCell } from "../pack/pack.ts";
import { element, table, markupText as text } from "./markup.ts";
import { webPage } from "./web-page.ts";

/** The snapshot as one web file with charts and tables: it needs nothing else, and checks itself when it is opened. */
export function webBytes(pack: Pack, share?: (written: number) => void): AsyncGenerator<Buffer> {
  return sealedBytes(pieces(pack, share), { as: { id: pack.id, sha256: pack.sha256 }, format: "html" });
}

function pieces(pack: Pack, share?: (written: number) => void): Generator<string> {
  const { id, sha256, locale, headline, scope, footLines, footRight, text } = pack;
  const title = `${headline} · ${scope}`;
  const main = mainMarkup(pack, share);
  return webPage({ id, sha256, locale, title, main, foot: [...footLines, footRight], payload: text });
}

function mainMarkup(pack: Pack, share?: (written: number) => void): string {
  const { headline, scope, subline, reported } = pack;
  return [
    element("h1", {}, text(headline)),
    element("p", { class: "soft" }, text(`${scope} · ${subline} · ${reported}`)),
    decisionsMarkup(pack),
    bowlerMarkup(pack),
    ...pack.kpis.map((kpi, index) => {
      share?.(index / pack.kpis.length);
      return kpiMarkup(pack, kpi, index);
    }),
    actionsMarkup(pack),
  ].join("");
}

const status = ({ view }: PackKpi) =>
  element("span", { class: `tone-${statusTone(view.status)}` }, text(`${statusSign(view.status)} ${view.statusWord}`));

function decisionsMarkup({ decisions }: Pack): string {
  if (decisions.length === 0) return element("p", {}, text(PACK_WORDS.nothingToDecide));
  const rows = decisions.map((kpi) => [
    text(kpi.view.name),
    ...[
      text(kpi.view.shown),
      text(kpi.view.target?.label ?? "–"),
      status(kpi),
      text(kpi.why),
      text(kpi.view.verdict.advice),
    ],
  ]);
  const head = ["KPI", PACK_WORDS.actual, PACK_WORDS.target, "Status", "Why", "What follows"];
  return element(
    "section",
    {},
    element("h2", {}, text(PACK_WORDS.agenda)),
    table({ caption: PACK_WORDS.agenda, head, rows }),
  );
}

function bowlerMarkup({ months, groups, scope }: Pack): string {
  const head = ["KPI", ...months.map(({ name }) => name), "YTD", "Status", PACK_WORDS.signal, PACK_WORDS.outlook];
  const rows = groups.flatMap(({ kpis }) =>
    kpis.map((kpi) => [
      `${text(kpi.view.name)}, ${text(kpi.view.unitOfMeasure)}`,
      ...kpi.year.map(yearMarkup),
      ...[
        text(kpi.view.ytd.shown),
        status(kpi),
        text(kpi.view.verdict.variationWord),
        text(kpi.view.verdict.outlookWord),
      ],
    ]),
  );
  const caption = `${scope} · actual, then target · ${PACK_WORDS.missed}`;
  return element("section", {}, element("h2", {}, text(PACK_WORDS.bowler)), table({ caption, head, rows }));
}

function yearMarkup({ point, forecast }: YearCell): string {
  if (point === null) return forecast === null ? "" : element("i", {}, text(forecast.shown));
  const tone = point.status === "off" ? "tone-bad" : "tone-plain";
  const actual = element("span", { class: tone }, text(`${point.status === "off" ? "◆" : ""}${point.shown}`));
  return point.target === null
    ? actual
    : `${actual}<br>${element("span", { class: "soft" }, text(point.target.label))}`;
}

const CHART_PIXELS = 1000;

function kpiMarkup(pack: Pack, kpi: PackKpi, index: number): string {
  const { view, frozen } = kpi;
  const { verdict, yearEnd } = view;
  const drawing = kpiDrawing(pack, kpi, CHART_PIXELS);
  const named = { id: `k${index}`, title: frozen.headline, description: kpi.description };
  const svg = svgOf(drawing, named).replaceAll("&#160;", "&nbsp;");
  const said = [
    `${view.shown} ${view.unitOfMeasure}, ${PACK_WORDS.target} ${view.target?.label ?? "–"}: ${view.statusWord}`,
    `${verdict.sentence} ${verdict.advice}`,
    ...(yearEnd === null ? [] : [yearEnd.sentence]),
    ...(verdict.needsDecision
      ? [
          `${PACK_WORDS.decision}: ${kpi.asked}`,
          `${PACK_WORDS.cause}: ${kpi.cause}`,
          `${PACK_WORDS.countermeasure}: ${kpi.countermeasure}`,
        ]
      : []),
  ];
  const rows = frozen.points.map((point) => [
    text(monthText(point.period, pack.locale)),
    ...[
      text(point.shown),
      text(point.target?.label ?? "–"),
      text(point.variance?.shown ?? "–"),
      text(point.statusWord),
    ],
    text(`${point.coverage.reported} of ${point.coverage.due}`),
  ]);
  const head = ["Month", PACK_WORDS.actual, PACK_WORDS.target, PACK_WORDS.difference, "Status", "Reported"];
  const numbers = table({ caption: frozen.title, head, rows });
  const definition = [...frozen.definition.map(({ label, text }) => `${label}: ${text}`), ...frozen.notes];
  return element(
    "section",
    {},
    element("h2", {}, text(frozen.headline)),
    element("p", { class: "soft" }, text(frozen.title)),
    svg,
    ...said.map((line) => element("p", {}, text(line))),
    element("details", {}, element("summary", {}, "All numbers"), numbers),
    element(
      "details",
      {},
      element("summary", {}, "Definition and data quality"),
      ...definition.map((line) => element("p", {}, text(line))),
    ),
  );
}

function actionsMarkup({ late, payload, locale }: Pack): string {
  const rest = payload.actions.filter(({ late }) => !late);
  const rows = [...late, ...rest].map(({ code, title, owner, due, sentence }) => [
    text(code),
    ...[text(title), text(owner ?? "–"), text(due === null ? "–" : dateText(due, locale)), text(sentence)],
  ]);
  const title = late.length === 0 ? PACK_WORDS.noneLate : `${PACK_WORDS.late}: ${late.length}`;
  const head = ["Action", "What", "Who", "Due", "State"];
  return element("section", {}, element("h2", {}, text(title)), table({ caption: "Actions", head, rows }));
}
