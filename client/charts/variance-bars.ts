import { type Box, type Label, placeLabels } from "./label-placement.ts";
import { extent, linearScale, px } from "./scale.ts";
import type { SpcFrame, SpcView } from "./spc-frame.ts";

export type VarianceBar = {
  key: string;
  x: number;
  y: number;
  width: number;
  height: number;
  tone: "good" | "bad" | "plain";
  isForecast: boolean;
};

const HEIGHT = 96;
const ROOM = 20;
const SIZE = 11;

/** Bars from nought, above and below: what each month differed from its target, on the x axis of the chart above. */
export function varianceBars(view: SpcView, frame: SpcFrame) {
  const differences = view.points.map((point) => point.variance?.difference ?? null);
  const future = view.forecast?.points.map((point) => point.variance) ?? [];
  const [low, high] = extent([0, ...differences, ...future]) ?? [0, 0];
  const y = linearScale(low === high ? [-1, 1] : [low, high], [HEIGHT - ROOM, ROOM]);
  const zero = px(y(0));
  const width = px(Math.max(1.5, Math.min(14, frame.step * 0.45)));
  const bar = (index: number, difference: number) => {
    const top = Math.min(y(difference), y(0));
    return {
      x: px(frame.x(index) - width / 2),
      y: px(top),
      width,
      height: px(Math.max(0.75, Math.abs(y(difference) - y(0)))),
    };
  };
  const bars = view.points.flatMap(({ variance, period }, index): VarianceBar[] =>
    variance === null
      ? []
      : [{ key: period, ...bar(index, variance.difference), tone: toneOf(variance.favourable), isForecast: false }],
  );
  const futureBars = (view.forecast?.points ?? []).flatMap(({ variance, period }, index): VarianceBar[] =>
    variance === null
      ? []
      : [{ key: period, ...bar(view.points.length + index, variance), tone: "plain", isForecast: true }],
  );
  const labels = labelsOf(view, frame, { y, bars });
  return { height: HEIGHT, zero, bars: [...bars, ...futureBars], labels };
}

function toneOf(favourable: boolean | null): VarianceBar["tone"] {
  if (favourable === null) return "plain";
  return favourable ? "good" : "bad";
}

/** The newest and the largest first; the others where there is room. */
function labelsOf(
  view: SpcView,
  frame: SpcFrame,
  { y, bars }: { y: (value: number) => number; bars: readonly VarianceBar[] },
) {
  const last = view.points.length - 1;
  const weight = (index: number) =>
    index === last ? Number.POSITIVE_INFINITY : Math.abs(view.points[index]?.variance?.difference ?? 0);
  const order = view.points.map((_, index) => index).sort((a, b) => weight(b) - weight(a));
  const labels = order.flatMap((index): Label[] => {
    const variance = view.points[index]?.variance;
    if (variance === undefined || variance === null) return [];
    const isUp = variance.difference >= 0;
    const at = y(variance.difference) + (isUp ? -5 : 13);
    return [
      {
        key: view.points[index]?.period ?? String(index),
        text: variance.shown,
        size: SIZE,
        air: 0.75,
        tone: toneOf(variance.favourable),
        places: [{ x: frame.x(index), y: at, anchor: "middle" }],
      },
    ];
  });
  const obstacles: Box[] = bars.map(({ x, y: top, width, height }) => ({
    left: x,
    right: x + width,
    top,
    bottom: top + height,
  }));
  const bounds = { left: 0, right: frame.width, top: -2, bottom: HEIGHT };
  return placeLabels(labels, obstacles, bounds);
}
