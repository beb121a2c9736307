import type { FunnelView } from "../contracts/by-unit.ts";
import { boxAround, type Label, labelBox, type PlacedLabel, placeLabels } from "./label-placement.ts";
import { type MarkKind, markPath } from "./mark-shape.ts";
import { extent, linearScale, niceTicks, px, type Scale } from "./scale.ts";

export type FunnelMark = { key: string; kind: MarkKind; x: number; y: number; path: string };

export type FunnelShape = {
  width: number;
  height: number;
  plot: { left: number; right: number; top: number; bottom: number };
  inner: string[];
  outer: string[];
  centre: number;
  marks: FunnelMark[];
  labels: PlacedLabel[];
  yTicks: { y: number; value: number }[];
  xTicks: { x: number; value: number }[];
  decimals: number;
};

const KIND: Record<FunnelView["points"][number]["outside"], MarkKind> = {
  no: "usual",
  better: "better",
  worse: "worse",
  other: "changed",
};

/** Units by the size of their denominator, with the limits that size and usual spread give; those outside are named. */
export function funnelShape(funnel: FunnelView, width: number): FunnelShape {
  const height = width < 560 ? 320 : 420;
  const plot = { left: 48, right: width - 12, top: 12, bottom: height - 40 };
  const { x, y, yTicks, xTicks, decimals } = scalesOf(funnel, plot);
  const marks = funnel.points.map((point) => {
    const kind = KIND[point.outside];
    const place = { x: px(x(point.denominator)), y: px(y(point.value)) };
    return { key: point.unit.code, kind, ...place, path: markPath(kind, { ...place, size: 3.4 }) };
  });
  const line = (of: (point: FunnelView["curve"][number]) => number) =>
    funnel.curve
      .map((point, at) => `${at === 0 ? "M" : "L"}${px(x(point.denominator))} ${px(within(y(of(point)), plot))}`)
      .join("");
  return {
    ...{ width, height, plot, marks, yTicks, xTicks, decimals, centre: px(y(funnel.centre)) },
    inner: [line(({ lower95 }) => lower95), line(({ upper95 }) => upper95)],
    outer: [line(({ lower998 }) => lower998), line(({ upper998 }) => upper998)],
    labels: labelsOf(funnel, marks, plot),
  };
}

type Plot = FunnelShape["plot"];

function within(y: number, { top, bottom }: Plot): number {
  return Math.min(bottom, Math.max(top, y));
}

function scalesOf(funnel: FunnelView, plot: Plot) {
  const top = Math.max(...funnel.points.map(({ denominator }) => denominator)) * 1.05;
  const [low, high] = extent(funnel.points.flatMap(({ value, lower998, upper998 }) => [value, lower998, upper998])) ?? [
    0, 1,
  ];
  const { ticks, decimals } = niceTicks(low, high, 6);
  const y: Scale = linearScale([ticks[0] ?? 0, ticks.at(-1) ?? 1], [plot.bottom, plot.top]);
  const x: Scale = linearScale([0, top], [plot.left, plot.right]);
  const across = niceTicks(0, top, plot.right - plot.left < 400 ? 3 : 6).ticks.filter((tick) => tick <= top);
  return {
    ...{ x, y, decimals },
    yTicks: ticks.map((value) => ({ value, y: px(y(value)) })),
    xTicks: across.map((value) => ({ value, x: px(x(value)) })),
  };
}

const SIZE = 11.5;

function labelsOf(funnel: FunnelView, marks: readonly FunnelMark[], plot: Plot): PlacedLabel[] {
  const labels = funnel.points.flatMap((point, at): Label[] => {
    const mark = marks[at];
    if (point.outside === "no" || mark === undefined) return [];
    const [right, left] = [mark.x + 8, mark.x - 8];
    const places = [
      { x: right, y: mark.y + 4, anchor: "start" as const },
      { x: left, y: mark.y + 4, anchor: "end" as const },
      { x: mark.x, y: mark.y - 9, anchor: "middle" as const },
      { x: mark.x, y: mark.y + 17, anchor: "middle" as const },
    ];
    return [{ key: mark.key, text: point.unit.name, size: SIZE, places }];
  });
  const bounds = { left: plot.left, right: plot.right, top: 0, bottom: plot.bottom };
  const obstacles = marks.map((mark) => boxAround(mark.x, mark.y, 5));
  return placeLabels(labels, obstacles, bounds).filter((label) => labelBox(label, label).left >= plot.left);
}
