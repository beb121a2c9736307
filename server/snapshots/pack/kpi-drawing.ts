import { spcDrawing } from "../../../shared/charts/chart-drawing.ts";
import type { Drawing } from "../../../shared/charts/drawing.ts";
import type { SpcView } from "../../../shared/charts/spc-frame.ts";
import type { KpiPoint } from "../../../shared/contracts/kpi-view.ts";
import { decimalOfNumber } from "../../../shared/domain/decimal.ts";
import { monthText, shortMonthName } from "../../../shared/text/month-text.ts";
import { shownNumber } from "../../../shared/text/number-format.ts";
import { PACK_WORDS } from "../../../shared/text/pack-text.ts";
import { tellPage } from "../../../shared/text/told/tell-page.ts";
import type { Pack, PackKpi } from "./pack.ts";

/** The chart of a KPI as pages and the web file draw it. */
export function kpiDrawing({ locale, payload }: Pack, { view, frozen }: PackKpi, width: number): Drawing {
  const last = frozen.forecast.at(-1);
  const forecast: SpcView["forecast"] =
    last === undefined
      ? undefined
      : {
          points: frozen.forecast.map((point) => ({ ...point, variance: null })),
          label: `${PACK_WORDS.forecast} ${last.shown}`,
          rangeLabel: last.range,
        };
  const { segments, since, changedIn } = frozen;
  const points = frozen.points.some(({ plotted }) => plotted !== undefined)
    ? frozen.points.map(withoutLimits)
    : frozen.points;
  const isOwnScale = points === frozen.points;
  const drawn = isOwnScale ? segments : segments.map((segment) => ({ ...segment, mean: null, low: null, high: null }));
  const spc = { points, segments: drawn, since, changedIn, plans: [], annotations: [], forecast };
  return spcDrawing(
    { ...spc, decimals: view.decimals, direction: view.direction },
    {
      ...{ width, fiscalYearStart: payload.organisation.fiscalYearStart },
      letterOf: (month) => shortMonthName(month, locale).slice(0, 1),
      tickText: (value, decimals) => shownNumber(decimalOfNumber(Number(value.toFixed(decimals))), decimals, locale),
      changeText:
        changedIn === null ? null : tellPage("chart.levelChanged", locale, { month: monthText(changedIn, locale) }),
      targetText: (target) => tellPage("chart.target", locale, { target }),
      varianceName: PACK_WORDS.difference,
    },
  );
}

/** Limits of what lies between rare events are on a scale of their own: the figures are drawn without them. */
function withoutLimits(point: KpiPoint): KpiPoint {
  return { ...point, mean: null, low: null, high: null };
}
