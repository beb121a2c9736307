import { z } from "zod";
import { spcDrawing } from "../../shared/charts/chart-drawing.ts";
import { kpiTable } from "../../shared/charts/chart-table.ts";
import { svgOf } from "../../shared/charts/drawing.ts";
import { kpiInput } from "../../shared/contracts/kpi-view.ts";
import { asOfSchema, codeSchema } from "../../shared/contracts/primitives.ts";
import { decimalOfNumber } from "../../shared/domain/decimal.ts";
import { csvText } from "../../shared/files/csv-line.ts";
import { monthText, shortMonthName } from "../../shared/text/month-text.ts";
import { shownNumber } from "../../shared/text/number-format.ts";
import { chartDescription, PACK_WORDS } from "../../shared/text/pack-text.ts";
import { tellPage } from "../../shared/text/told/tell-page.ts";
import { judgedPage } from "../insight/insight.service.ts";
import { apiRoute } from "./api-route.ts";

const TYPES = { svg: "image/svg+xml", csv: "text/csv; charset=utf-8" } as const;
const PIXELS = 960;

type JudgedPage = Awaited<ReturnType<typeof judgedPage>>;

/** A PNG is drawn by a browser alone: the page of the KPI saves one. */
export const kpiChartRoute = apiRoute({
  name: "GET /api/v1/kpis/:code/chart.:ending",
  summary: "A KPI's chart as a picture that stands alone (svg), or its numbers (csv).",
  query: z.object({
    ...{ unit: codeSchema.optional(), period: kpiInput.shape.period, asOf: asOfSchema.optional() },
    ...{ from: kpiInput.shape.from, to: kpiInput.shape.to, chart: kpiInput.shape.chart },
  }),
  answers: { 200: null },
  media: { answer: ["image/svg+xml", "text/csv"] },
  handle: async ({ actor, query, params, exchange: { response } }) => {
    const ending = z.enum(["svg", "csv"]).parse(params["ending"]);
    const page = await judgedPage(actor, { ...query, kpi: codeSchema.parse(params["code"]) });
    const { kpi, unit, period } = page.view;
    response.status(200).set("Cache-Control", "private, no-cache").type(TYPES[ending]);
    response.attachment(`plumbline-${kpi}-${unit.code}-${period}.${ending}`);
    response.send(ending === "csv" ? csvText(kpiTable(page.view)) : chartSvg(page));
    return null;
  },
});

function chartSvg({ view, place }: JudgedPage): string {
  const { locale, fiscalYearStart } = place.settings;
  const { changedIn, headline, title, verdict, points } = view;
  const newest = points.at(-1);
  const drawing = spcDrawing(view, {
    ...{ width: PIXELS, fiscalYearStart, varianceName: PACK_WORDS.difference },
    letterOf: (month) => shortMonthName(month, locale).slice(0, 1),
    tickText: (value, decimals) => shownNumber(decimalOfNumber(Number(value.toFixed(decimals))), decimals, locale),
    changeText:
      changedIn === null ? null : tellPage("chart.levelChanged", locale, { month: monthText(changedIn, locale) }),
    targetText: (target) => tellPage("chart.target", locale, { target }),
  });
  const told = { title, sentence: verdict.sentence, newest: newest?.spoken ?? PACK_WORDS.notReported };
  const description = chartDescription({ ...told, target: newest?.target?.label ?? null });
  return svgOf(drawing, { id: "chart", title: headline, description });
}
