import { drawnValue, showsTarget } from "./drawn-value.ts";
import {
  type Box,
  boxAround,
  type Label,
  type Place,
  type PlacedLabel,
  placeLabels,
  spread,
} from "./label-placement.ts";
import type { MarkKind } from "./mark-shape.ts";
import type { SpcFrame, SpcView } from "./spc-frame.ts";
import type { SpcMark, Upright } from "./spc-shapes.ts";
import { textWidth } from "./text-width.ts";

const SIZE = 11.5;

type Drawn = {
  marks: readonly SpcMark[];
  uprights: readonly Upright[];
  flags: readonly Box[];
  /** "Target ≤ 4.0" of a target's label. */
  targetText: (label: string) => string;
};

/** Every direct label of the chart, placed so that none touches a mark or another label. */
export function spcLabels(view: SpcView, frame: SpcFrame, drawn: Drawn): PlacedLabel[] {
  const marks = view.points.flatMap((point, index) => {
    const value = drawnValue(point);
    return value === null ? [] : [boxAround(frame.x(index), frame.y(value), 5)];
  });
  const bounds = { left: frame.plot.left, right: frame.width, top: 0, bottom: frame.plot.bottom + 4 };
  const labels = [
    ...newestLabel(view, frame, drawn.marks),
    ...marginLabels(view, frame, drawn.targetText),
    ...drawn.uprights.map((upright) => uprightLabel(upright, frame)),
    ...(showsTarget(view) ? targetRunLabels(view, frame, drawn.targetText) : []),
    ...phaseLabels(view, frame),
  ];
  return placeLabels(labels, [...marks, ...drawn.flags], bounds);
}

function newestLabel(view: SpcView, { x, y }: SpcFrame, marks: readonly SpcMark[]): Label[] {
  const newest = view.points.findLastIndex((point) => drawnValue(point) !== null);
  const point = view.points[newest];
  const value = point === undefined ? null : drawnValue(point);
  if (point === undefined || value === null) return [];
  const tone: MarkKind = marks.find((mark) => mark.index === newest)?.kind ?? "usual";
  const [left, top] = [x(newest), y(value)];
  const before = view.points.slice(0, newest).findLast((earlier) => drawnValue(earlier) !== null);
  const isRising = before !== undefined && (drawnValue(before) ?? value) < value;
  const above: Place = { x: left, y: top - 11, anchor: "middle" };
  const below: Place = { x: left, y: top + 19, anchor: "middle" };
  const beside: Place = { x: left + 10, y: top + 4, anchor: "start" };
  const places = isRising ? [above, beside, below] : [below, beside, above];
  return [{ key: "newest", text: point.plottedShown ?? point.shown, size: 13, tone, isBold: true, places }];
}

/** Target in force and forecast stand right of the plot, where there is room; in a narrow chart inside it. */
function marginLabels(view: SpcView, frame: SpcFrame, targetText: Drawn["targetText"]): Label[] {
  if (!showsTarget(view)) return [];
  const target = view.points.at(-1)?.target ?? null;
  const height = target === null ? null : (target.value ?? target.high ?? target.low);
  const future = view.forecast?.points.at(-1);
  const wanted: MarginLabel[] = [];
  if (target !== null && height !== null) {
    const y = frame.y(height);
    wanted.push({ key: "target", texts: [targetText(target.label)], y, isBold: true, inside: besideLine(y, frame) });
  }
  if (view.forecast && future !== undefined) {
    const texts = [view.forecast.label, view.forecast.rangeLabel];
    wanted.push({
      key: "forecast",
      texts,
      y: frame.y(future.median),
      isBold: false,
      inside: aroundZone(future, frame),
    });
  }
  return frame.isNarrow ? wanted.map(innerLabel) : outerLabels(wanted, frame);
}

type MarginLabel = { key: string; texts: string[]; y: number; isBold: boolean; inside: Place[] };

function innerLabel({ key, texts, inside }: MarginLabel): Label {
  return { key, text: texts[0] ?? "", size: SIZE, tone: "strong", isBold: true, places: inside };
}

function outerLabels(wanted: readonly MarginLabel[], frame: SpcFrame): Label[] {
  const tops = spread(
    wanted.map(({ y }) => y + 4),
    32,
  );
  return wanted.flatMap(({ key, texts, isBold }, index) =>
    texts.map((text, line) => ({
      ...{ key: `${key} ${line}`, text, size: SIZE, air: 0.5, isBold },
      tone: line === 0 ? "strong" : "soft",
      places: [{ x: frame.plot.right + 10, y: (tops[index] ?? 0) + line * 14, anchor: "start" as const }],
    })),
  );
}

function besideLine(y: number, { plot }: SpcFrame): Place[] {
  return [y - 6, y + 15].flatMap((height): Place[] => [
    { x: plot.right - 2, y: height, anchor: "end" },
    { x: plot.left + 4, y: height, anchor: "start" },
  ]);
}

function aroundZone({ low80, high80 }: { low80: number; high80: number }, { plot, y }: SpcFrame): Place[] {
  return [
    { x: plot.right - 2, y: y(high80) - 6, anchor: "end" },
    { x: plot.right - 2, y: y(low80) + 15, anchor: "end" },
  ];
}

function uprightLabel({ key, x, kind, text }: Upright, frame: SpcFrame): Label {
  const width = textWidth(text, SIZE);
  const fitsLeft = x - width - 6 > frame.plot.left;
  const rows = [frame.plot.top - 10, frame.plot.top + 6, frame.plot.top + 22];
  const places = rows.flatMap((y): Place[] => [
    { x: fitsLeft ? x - 5 : x + 5, y, anchor: fitsLeft ? "end" : "start" },
    { x: fitsLeft ? x + 5 : x - 5, y, anchor: fitsLeft ? "start" : "end" },
  ]);
  return { key: `upright ${key}`, text, size: SIZE, tone: kind, places };
}

/** Earlier targets, each over the months for which it held. */
function targetRunLabels(view: SpcView, frame: SpcFrame, targetText: Drawn["targetText"]): Label[] {
  const { points } = view;
  const labels: Label[] = [];
  points.forEach(({ target }, index) => {
    const before = points[index - 1]?.target?.label;
    const height = target?.value ?? target?.high ?? null;
    if (target === null || height === null || target.label === before) return;
    const next = points.findIndex((point, at) => at > index && point.target?.label !== target.label);
    if (next === -1) return;
    const [y, left] = [frame.y(height), frame.x(index - 0.5) + 4];
    const text = targetText(target.label);
    if (textWidth(text, SIZE) > frame.x(next - 0.5) - left) return;
    const right = frame.x(next - 0.5) - 4;
    const places = [y - 6, y + 15].flatMap((at): Place[] => [
      { x: left, y: at, anchor: "start" },
      { x: right, y: at, anchor: "end" },
    ]);
    labels.push({ key: `target ${index}`, text, size: SIZE, tone: "strong", places });
  });
  return labels;
}

/** "Usual range 3.8–4.6" at the edge of its band, or why there is none. */
function phaseLabels(view: SpcView, frame: SpcFrame): Label[] {
  return view.segments.map((segment) => {
    const first = Math.max(
      0,
      view.points.findIndex((point) => point.period >= segment.firstPeriod),
    );
    const last = view.points.findLastIndex((point) => point.period <= segment.lastPeriod);
    const [left, right] = [frame.x(first - 0.5) + 6, frame.x(last + 0.5) - 6];
    const heights =
      segment.high === null || segment.low === null
        ? [frame.plot.bottom - 8, frame.plot.top + 12]
        : [frame.y(segment.high) - 6, frame.y(segment.low) + 15, frame.y(segment.high) + 15, frame.y(segment.low) - 6];
    const places = heights.flatMap((y): Place[] => [
      { x: left, y, anchor: "start" },
      { x: right, y, anchor: "end" },
      { x: left + frame.step * 6, y, anchor: "start" },
    ]);
    return { key: `phase ${segment.firstPeriod}`, text: segment.label, size: SIZE, tone: "soft", places };
  });
}
