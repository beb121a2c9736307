import { extent, linearScale, linePath, niceTicks, px } from "../../shared/charts/scale.ts";

export type Course = {
  readonly points: readonly { readonly month: string; readonly value: number | null; readonly counts: boolean }[];
  /** First month that the action could change. */
  readonly from: string;
  /** Levels on either side; null where there are too few months. */
  readonly levels: {
    readonly before: number;
    readonly after: number;
    readonly low: number;
    readonly high: number;
  } | null;
};

const EDGE = { left: 52, right: 14, top: 22, bottom: 26 };

/** Where everything of the chart before and after an action stands. */
export function beforeAfterShape(
  { points, from, levels }: Course,
  { width, height }: { width: number; height: number },
) {
  const values = points.map(({ value }) => value);
  const [low, high] = extent([...values, levels?.before, levels?.after]) ?? [0, 1];
  const { ticks, decimals } = niceTicks(low, high, 4);
  const x = linearScale([0, Math.max(1, points.length - 1)], [EDGE.left, width - EDGE.right]);
  const y = linearScale([ticks[0] ?? low, ticks.at(-1) ?? high], [height - EDGE.bottom, EDGE.top]);
  const found = points.findIndex(({ month }) => month >= from);
  const split = found === -1 ? points.length : found;
  const upright = px(x(split - 0.5));
  const level = (value: number, first: number, last: number) => ({
    y: px(y(value)),
    x1: px(x(first)),
    x2: px(x(last)),
  });
  return {
    line: linePath(
      points.map(({ value, counts }) => (counts ? value : null)),
      x,
      y,
    ),
    dots: points.flatMap(({ value, counts, month }, index) =>
      value === null ? [] : [{ month, x: px(x(index)), y: px(y(value)), counts, isAfter: index >= split }],
    ),
    ticks: ticks.map((value) => ({ value, y: px(y(value)) })),
    decimals,
    upright: split >= points.length ? null : upright,
    before: levels === null || split === 0 ? null : level(levels.before, 0, Math.max(0, split - 1)),
    after: levels === null || split >= points.length ? null : level(levels.after, split, points.length - 1),
    months: points.flatMap(({ month }, index) =>
      index % Math.max(1, Math.ceil(points.length / 8)) === 0 ? [{ month, x: px(x(index)) }] : [],
    ),
    bottom: height - EDGE.bottom,
    top: EDGE.top,
    left: EDGE.left,
    right: width - EDGE.right,
  };
}
