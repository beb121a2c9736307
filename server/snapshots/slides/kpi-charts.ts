import { INK } from "../../../shared/charts/ink.ts";
import { PACK_WORDS } from "../../../shared/text/pack-text.ts";
import type { ChartFill, ChartSeries, NativeChart } from "../pack/chart-xml.ts";
import { toneColour, varianceTone } from "../pack/look.ts";
import type { Pack, PackKpi } from "../pack/pack.ts";

const solid = (colour: string): ChartFill => ({ kind: "solid", colour });
const hatched = (colour: string): ChartFill => ({ kind: "hatched", colour });

/** Hatched points of the months that are forecast. */
function forecastPoints({ year }: PackKpi): Map<number, ChartFill> {
  return new Map(year.flatMap(({ forecast }, at) => (forecast === null ? [] : [[at, hatched(INK.actual)] as const])));
}

/** The fiscal year in bars: last year behind, actual before it, what is forecast hatched, the target as a line. */
export function yearChart({ months }: Pack, kpi: PackKpi): NativeChart {
  const format = numberFormat(kpi.view.decimals);
  const actual = kpi.year.map(({ point, forecast }) => point?.figure.value ?? forecast?.median ?? null);
  const lastYear = kpi.year.map(({ point }) => point?.lastYear ?? null);
  const edges = targetEdges(kpi);
  return {
    categories: months.map(({ name }) => name),
    series: [
      { name: PACK_WORDS.lastYear, values: lastYear, as: "bar", fill: solid(INK.lastYear) },
      {
        ...{ name: PACK_WORDS.actual, values: actual, as: "bar" as const, fill: solid(INK.actual) },
        points: forecastPoints(kpi),
        labels: labelsBeside(kpi, edges, format),
      },
      ...edges.map((values, index) => ({
        ...{ name: index === 0 ? PACK_WORDS.target : `${PACK_WORDS.target} ${index + 1}`, values },
        ...{ as: "line" as const, fill: solid(INK.ink) },
      })),
    ],
    ...{ format, overlap: 60, gap: 50, legend: true, categoryLabels: "low" },
  };
}

/** A line as near above a bar as this share of the chart's height would cross the bar's number. */
const NEAR = 0.09;
/** Wider numbers do not fit inside a bar. */
const LONGEST_INSIDE = 4;

/** Numbers above the bars; at their feet where the target's line would cross them. */
function labelsBeside(
  { year, view }: PackKpi,
  edges: readonly (readonly (number | null)[])[],
  format: string,
): NonNullable<ChartSeries["labels"]> {
  const values = year.map(({ point, forecast }) => point?.figure.value ?? forecast?.median ?? null);
  const top = Math.max(...[...values, ...edges.flat()].map((value) => Math.abs(value ?? 0)));
  const crosses = edges.some((edge) =>
    edge.some((target, at) => {
      const value = values[at] ?? null;
      return target !== null && value !== null && target >= value && target - value < NEAR * top;
    }),
  );
  const isInside = crosses && view.shown.length <= LONGEST_INSIDE;
  return isInside ? { format, colour: INK.ground, place: "inBase" } : { format, colour: INK.ink, place: "outEnd" };
}

/** A value's target as one line, a band's as two; none where there is no target. */
function targetEdges({ year }: PackKpi): (number | null)[][] {
  const newest = year.findLast(({ point }) => point !== null)?.point?.target ?? null;
  const of = (edge: "value" | "low" | "high") => year.map(({ point }) => (point?.target ?? newest)?.[edge] ?? null);
  return [of("value"), of("low"), of("high")].filter((values) => values.some((value) => value !== null));
}

/** What each month differed from its target, in the colour of what that means. */
export function differenceChart({ months }: Pack, kpi: PackKpi): NativeChart | null {
  const values = kpi.year.map(({ point }) => point?.variance?.difference ?? null);
  if (values.every((value) => value === null)) return null;
  const decimals = numberFormat(kpi.view.decimals);
  const points = kpi.year.flatMap(({ point }, at) => {
    const variance = point?.variance ?? null;
    return variance === null ? [] : [[at, solid(toneColour(varianceTone(variance.favourable)))] as const];
  });
  return {
    categories: months.map(({ name }) => name),
    series: [
      {
        ...{ name: PACK_WORDS.difference, values, as: "bar", fill: solid(INK.actual), points: new Map(points) },
        labels: { format: `+${decimals};−${decimals};±${decimals}`, colour: INK.ink2, place: "outEnd" },
      },
    ],
    ...{ format: decimals, overlap: 0, gap: 220, legend: false, categoryLabels: "none" },
  };
}

function numberFormat(decimals: number): string {
  return `#,##0${decimals === 0 ? "" : `.${"0".repeat(decimals)}`}`;
}
