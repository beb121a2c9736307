import { z } from "zod";
import type { OverviewKpi } from "../../shared/contracts/insight.ts";
import {
  asOfSchema,
  codeSchema,
  coverageSchema,
  figureSchema,
  monthSchema,
} from "../../shared/contracts/primitives.ts";
import { figureView } from "../../shared/domain/figure.ts";
import { ASKED_CHARTS } from "../../shared/domain/statistics/chart-kind.ts";
import { RULE_SET_NAMES } from "../../shared/domain/statistics/rule-set.ts";
import {
  overdispersionDocument,
  pointDocument,
  segmentDocument,
} from "../../shared/domain/statistics/series-document.ts";
import { targetView } from "../../shared/domain/target.ts";
import { chartReasonText, seasonSentence } from "../../shared/text/chart-text.ts";
import { LANGUAGES, languageOf } from "../../shared/text/languages.ts";
import { judgedPage, kpiByUnit, overview } from "../insight/insight.service.ts";
import { chartNotes } from "../judging/drawn-chart.ts";
import type { JudgedSeries } from "../judging/judged-series.ts";
import { adjustedSeries } from "../judging/season-view.ts";
import { seriesVerdict } from "../judging/series-verdict.ts";
import { apiRoute } from "./api-route.ts";
import { funnelOfParts, multiplierOf } from "./unit-funnel.ts";

/** A name out of a list; another one is answered with all that there are. */
function oneOf<const Names extends readonly [string, ...string[]]>(what: string, names: Names) {
  return z.enum(names, { error: ({ input }) => `There is no ${what} "${input}"; use ${names.join(", ")}` });
}

const scope = {
  unit: codeSchema.optional(),
  period: monthSchema.optional(),
  asOf: asOfSchema.optional(),
  /** Of the sentences; else Accept-Language, else the person's own, else the organisation's. */
  lang: z
    .string()
    .refine((tag) => languageOf(tag) !== null, { error: `There are no sentences in it; use ${LANGUAGES.join(", ")}` })
    .optional(),
};

const answers = { 200: z.record(z.string(), z.unknown()) };

export const overviewRoute = apiRoute({
  name: "GET /api/v1/overview",
  summary: "The leader's page as data: per KPI value, target, status, coverage, year to date, signals and sentence.",
  query: z.object(scope),
  answers,
  handle: async ({ actor, query: { lang: _, ...asked } }) => {
    const view = await overview(actor, asked);
    const { period, asOf, dataAsOf, headline } = view;
    const body = { unit: view.unit.code, period, asOf, dataAsOf, headline, kpis: view.kpis.map(overviewRow) };
    return { status: 200, body };
  },
});

function overviewRow(kpi: OverviewKpi) {
  const { verdict, ytd, lastYear, target } = kpi;
  return {
    ...{ kpi: kpi.kpi, period: kpi.period, name: kpi.name, objective: kpi.objective, figure: kpi.figure },
    ...{ target: target?.value ?? null, low: target?.low ?? null, high: target?.high ?? null },
    ...{ status: kpi.status, coverage: kpi.coverage },
    ytd: {
      ...{ figure: ytd.figure, target: ytd.target?.value ?? null, low: ytd.target?.low ?? null },
      ...{ high: ytd.target?.high ?? null, status: ytd.status, coverage: ytd.coverage, months: ytd.months },
    },
    lastYear: { figure: lastYear.figure, months: lastYear.months },
    ...{ variation: verdict.variation, variationIcon: kpi.variationIcon },
    ...{ outlook: verdict.outlook, assuranceIcon: kpi.assuranceIcon, yearEnd: kpi.yearEnd },
    ...{ needsDecision: verdict.needsDecision, sentence: verdict.sentence },
  };
}

export const analysisRoute = apiRoute({
  name: "GET /api/v1/kpis/:code/analysis",
  summary: "One KPI's points with limits, signals and phases, and its forecast.",
  query: z.object({
    ...scope,
    from: monthSchema.optional(),
    to: monthSchema.optional(),
    chart: oneOf("chart", ASKED_CHARTS).optional(),
    ruleSet: oneOf("rule set", RULE_SET_NAMES).optional(),
  }),
  answers,
  handle: async ({ actor, query: { lang: _, ...query }, params }) => {
    const asked = { ...query, kpi: codeSchema.parse(params["code"]) };
    const { place, series, insight, view } = await judgedPage(actor, asked);
    const { analysis } = series;
    const { yearEnd, forecast } = view;
    const verdict = seriesVerdict(insight, series);
    const { locale } = place.settings;
    const points = series.periods.flatMap(({ judgement, month }, at) => {
      const point = analysis.points[at];
      if (point === undefined) return [];
      const { low, high, value: target } = targetView(judgement.target);
      const { figure, coverage, status } = judgement;
      return [
        {
          ...pointDocument(point, analysis.chart),
          period: month,
          figure: figureView(figure),
          target,
          low,
          high,
          coverage,
          status,
        },
      ];
    });
    const body = {
      ...{ kpi: asked.kpi, unit: place.unit.code, ruleSet: analysis.ruleSet, chart: analysis.chart },
      chart_reason: chartReasonText(analysis.chartReason, locale),
      segments: analysis.segments.map(segmentDocument),
      points,
      ...{ variation_icon: analysis.variationIcon, assurance_icon: analysis.assuranceIcon },
      ...{ variation: verdict.variation, outlook: verdict.outlook, sentence: verdict.sentence },
      forecast:
        yearEnd === null ? null : { ...yearEnd, required: forecast?.required ?? null, points: forecast?.points ?? [] },
      ...{ acf1: analysis.acf1, notes: chartNotes(series, locale), season: seasonDocument(series, locale) },
      ...(analysis.overdispersion === null ? {} : { overdispersion: overdispersionDocument(analysis.overdispersion) }),
    };
    return { status: 200, body };
  },
});

/** The second reading of a seasonal series, its season taken out; null where it is too short to have one. */
function seasonDocument(series: JudgedSeries, locale: string) {
  const adjusted = adjustedSeries(series);
  if (adjusted === null) return null;
  const { strength, isSeasonal, months } = adjusted;
  const { analysis } = adjusted.series;
  return {
    ...{ strength, seasonal: isSeasonal, months, sentence: seasonSentence(adjusted, locale) },
    adjusted: isSeasonal
      ? {
          segments: analysis.segments.map(segmentDocument),
          points: analysis.points.map((point) => pointDocument(point, analysis.chart)),
        }
      : null,
  };
}

const unitRowSchema = z.object({
  unit: codeSchema,
  parent: codeSchema.nullable(),
  figure: figureSchema,
  target: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  status: z.string(),
  coverage: coverageSchema,
  contribution: z.object({ rate: z.number(), mix: z.number() }).nullable(),
  funnel: z
    .object({ ll95: z.number(), ul95: z.number(), ll998: z.number(), ul998: z.number(), outside: z.boolean() })
    .nullable(),
});

export const kpiUnitsRoute = apiRoute({
  name: "GET /api/v1/kpis/:code/units",
  summary: "The same KPI by unit, the parts of one unit: values, targets, statuses, funnel limits, contributions.",
  query: z.object(scope),
  answers: {
    200: z.object({
      kpi: codeSchema,
      unit: codeSchema,
      period: monthSchema,
      units: z.array(unitRowSchema),
      funnel: z.object({ centre: z.number(), phi: z.number(), tau2: z.number() }).nullable(),
    }),
  },
  handle: async ({ actor, query, params }) => {
    const kpi = codeSchema.parse(params["code"]);
    const view = await kpiByUnit(actor, { ...query, kpi });
    const multiplier = await multiplierOf(actor, { kpi, period: view.period, asOf: query.asOf });
    const funnel = funnelOfParts(view.units, multiplier);
    const units = view.units.map((row) => ({
      ...{ unit: row.unit.code, parent: row.parent, figure: row.figure },
      ...{ target: row.target?.value ?? null, low: row.target?.low ?? null, high: row.target?.high ?? null },
      ...{ status: row.status, coverage: row.coverage, contribution: row.contribution },
      funnel: funnel?.limitsOf.get(row.unit.code) ?? null,
    }));
    const body = { kpi, unit: view.unit.code, period: view.period, units, funnel: funnel?.whole ?? null };
    return { status: 200, body };
  },
});
