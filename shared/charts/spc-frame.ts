import type { KpiView } from "../contracts/kpi-view.ts";
import { drawnValue, showsTarget } from "./drawn-value.ts";
import { extent, linearScale, niceTicks, type Scale } from "./scale.ts";

/** What the chart of one KPI is drawn from: the view of the page, as it came. */
export type SpcView = Pick<
  KpiView,
  "points" | "segments" | "plans" | "annotations" | "decimals" | "changedIn" | "since" | "direction"
> & {
  forecast?: SpcForecast | null | undefined;
  /** Further values that the scale must hold, where charts stand side by side. */
  reach?: readonly number[] | undefined;
  /** Which chart it is, where that is known: single values unless told. */
  chart?: string | undefined;
};

/** What may come after the newest month, with an interval that holds 80 % of the outcomes. */
export type SpcForecast = {
  points: readonly { period: string; median: number; low80: number; high80: number; variance: number | null }[];
  /** "Forecast 4.9". */
  label: string;
  /** "80 % range 4.4–5.4". */
  rangeLabel: string;
};

export type Margin = { top: number; right: number; bottom: number; left: number };

/** Places of everything that the tiers of one chart share. */
export type SpcFrame = {
  width: number;
  height: number;
  margin: Margin;
  /** Months drawn, those of the forecast included. */
  count: number;
  step: number;
  isNarrow: boolean;
  x: Scale;
  y: Scale;
  domain: [number, number];
  ticks: number[];
  tickDecimals: number;
  plot: { left: number; right: number; top: number; bottom: number };
};

const NARROW = 560;
const HEIGHT = 330;

/** `asked` is the height where the chart stands small among others. */
export function spcFrame(view: SpcView, width: number, asked?: number): SpcFrame {
  const isNarrow = width < NARROW;
  const margin = { top: 26, bottom: 42, left: isNarrow ? 38 : 48, right: isNarrow ? 10 : 128 };
  const height = asked ?? (isNarrow ? 270 : HEIGHT);
  const count = view.points.length + (view.forecast?.points.length ?? 0);
  const plot = { left: margin.left, right: width - margin.right, top: margin.top, bottom: height - margin.bottom };
  const step = (plot.right - plot.left) / Math.max(1, count);
  const { ticks, decimals } = ticksOf(view, isNarrow ? 5 : 6);
  const domain: [number, number] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const x = linearScale([-0.5, Math.max(1, count) - 0.5], [plot.left, plot.right]);
  const y = linearScale(domain, [plot.bottom, plot.top]);
  return { width, height, margin, count, step, isNarrow, x, y, domain, ticks, tickDecimals: decimals, plot };
}

function ticksOf(view: SpcView, count: number) {
  const hasTarget = showsTarget(view);
  const shown = view.points.flatMap((point) => [
    drawnValue(point),
    ...(hasTarget ? [point.target?.value, point.target?.low, point.target?.high] : []),
    point.low,
    point.high,
  ]);
  const future = view.forecast?.points.flatMap(({ low80, high80 }) => [low80, high80]) ?? [];
  const [low, high] = extent([...shown, ...future, ...(view.reach ?? [])]) ?? [0, 1];
  return niceTicks(low, high, count);
}

/** The month under a place of the screen, by its index; the ends hold what lies beyond them. */
export function nearestIndex(frame: SpcFrame, left: number, last: number): number {
  const index = Math.round((left - frame.plot.left) / frame.step - 0.5);
  return Math.max(0, Math.min(last, index));
}
