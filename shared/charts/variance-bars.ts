import { type Box, type Label, type PlacedLabel, placeLabels } from "./label-placement.ts";
import { extent, linearScale, px, type Scale } from "./scale.ts";
import type { SpcFrame, SpcView } from "./spc-frame.ts";

type Tone = "good" | "bad" | "plain";
type Bar = Box & { tone: Tone; isForecast: boolean };

/** The bars of one meaning in one path. */
export type BarGroup = { key: string; tone: Tone; isForecast: boolean; path: string };
export type VarianceShape = { height: number; zero: number; groups: BarGroup[]; labels: PlacedLabel[] };

const HEIGHT = 96;
const ROOM = 20;
const SIZE = 11;
/** More numbers than this nobody reads off a chart; the table has them all. */
const MOST_LABELS = 60;

/** Bars from nought, above and below: what each month differed from its target, on the x axis of the chart above. */
export function varianceShape(view: SpcView, frame: SpcFrame): VarianceShape {
  const known = view.points.map(({ variance }) => ({ variance, isForecast: false }));
  const future = (view.forecast?.points ?? []).map(({ variance }) => ({
    variance: variance === null ? null : { difference: variance, favourable: null },
    isForecast: true,
  }));
  const all = [...known, ...future];
  const [low, high] = extent([0, ...all.map(({ variance }) => variance?.difference)]) ?? [0, 0];
  const y = linearScale(low === high ? [-1, 1] : [low, high], [HEIGHT - ROOM, ROOM]);
  const bars = all.flatMap(({ variance, isForecast }, index): Bar[] => {
    if (variance === null) return [];
    return [
      {
        ...barBox(frame, { index, top: y(variance.difference), zero: y(0) }),
        tone: toneOf(variance.favourable),
        isForecast,
      },
    ];
  });
  return { height: HEIGHT, zero: px(y(0)), groups: groupsOf(bars), labels: labelsOf(view, frame, { y, bars }) };
}

/** A difference of nought keeps a hair of a bar: it was measured. */
function barBox(frame: SpcFrame, bar: { index: number; top: number; zero: number }): Box {
  const half = Math.max(0.75, Math.min(7, frame.step * 0.225));
  const middle = frame.x(bar.index);
  const [top, bottom] = [Math.min(bar.top, bar.zero), Math.max(bar.top, bar.zero)];
  return { left: middle - half, right: middle + half, top, bottom: Math.max(bottom, top + 0.75) };
}

function groupsOf(bars: readonly Bar[]): BarGroup[] {
  const groups = new Map<string, BarGroup>();
  for (const { left, right, top, bottom, tone, isForecast } of bars) {
    const key = isForecast ? "forecast" : tone;
    const group = groups.get(key) ?? { key, tone, isForecast, path: "" };
    group.path += `M${px(left)} ${px(top)}H${px(right)}V${px(bottom)}H${px(left)}Z`;
    groups.set(key, group);
  }
  return [...groups.values()];
}

function toneOf(favourable: boolean | null): Tone {
  if (favourable === null) return "plain";
  return favourable ? "good" : "bad";
}

/** The newest and the largest first; the others where there is room. */
function labelsOf(view: SpcView, frame: SpcFrame, { y, bars }: { y: Scale; bars: readonly Box[] }): PlacedLabel[] {
  const last = view.points.length - 1;
  const weight = (index: number) =>
    index === last ? Number.POSITIVE_INFINITY : Math.abs(view.points[index]?.variance?.difference ?? 0);
  const order = view.points.map((_, index) => index).sort((a, b) => weight(b) - weight(a));
  const labels = order.slice(0, MOST_LABELS).flatMap((index): Label[] => {
    const point = view.points[index];
    if (point === undefined || point.variance === null) return [];
    const { difference, favourable, shown } = point.variance;
    const places = [{ x: frame.x(index), y: y(difference) + (difference >= 0 ? -5 : 13), anchor: "middle" as const }];
    return [{ key: point.period, text: shown, size: SIZE, air: 0.75, tone: toneOf(favourable), places }];
  });
  return placeLabels(labels, bars, { left: 0, right: frame.width, top: -2, bottom: HEIGHT });
}
