import { drawnValue, showsTarget } from "./drawn-value.ts";
import { type MarkKind, markKind, markPath } from "./mark-shape.ts";
import { linePath, px, stepPath } from "./scale.ts";
import type { SpcFrame, SpcView } from "./spc-frame.ts";

export type SpcMark = {
  index: number;
  kind: MarkKind;
  x: number;
  y: number;
  path: string;
  /** Restated after lock: a ring stands around the mark. */
  isRestated: boolean;
};

/** Marks of usual months become a burden where months stand closer than this. */
const CROWDED = 5;

/** The mark of every month with a value. In a crowd usual months keep only the line. */
export function spcMarks(view: SpcView, frame: SpcFrame): SpcMark[] {
  const size = frame.step < 9 ? 2.4 : 3;
  return view.points.flatMap((point, index) => {
    const { pointType, excluded, restatedFrom } = point;
    const value = drawnValue(point);
    if (value === null) return [];
    const kind = markKind(pointType, excluded);
    const isNewest = index === view.points.length - 1;
    const isRestated = restatedFrom !== null;
    if (kind === "usual" && frame.step < CROWDED && !isNewest && !isRestated) return [];
    const [x, y] = [frame.x(index), frame.y(value)];
    const path = markPath(kind, { x, y, size: kind === "usual" ? size : size + 0.8 });
    return [{ index, kind, x, y, path, isRestated }];
  });
}

/** The line through the months; between rare events it runs from event to event. */
export function coursePath(view: SpcView, frame: SpcFrame): string {
  const values = view.points.map(drawnValue);
  if (view.chart !== "g") return linePath(values, frame.x, frame.y);
  const known = values.flatMap((value, index) => (value === null ? [] : [{ value, index }]));
  return known
    .map(({ value, index }, at) => `${at === 0 ? "M" : "L"}${px(frame.x(index))} ${px(frame.y(value))}`)
    .join("");
}

/** The limits of one phase as paths: band, edges and centre; empty where there are none. */
export type PhaseShape = { key: string; band: string; limits: string; centre: string; isTrial: boolean };

/** Fewer months than this show line and target only, not even a median. */
const FEWEST_FOR_A_CENTRE = 6;

/** Limits step from month to month where each has its own, and are straight where they hold for the whole phase. */
export function phaseShapes(view: SpcView, frame: SpcFrame): PhaseShape[] {
  return view.segments.flatMap((segment) => {
    const first = view.points.findIndex((point) => point.period >= segment.firstPeriod);
    const last = view.points.findLastIndex((point) => point.period <= segment.lastPeriod);
    if (first === -1 || last < first || segment.mean === null || segment.n < FEWEST_FOR_A_CENTRE) return [];
    const edges = edgesOf(view, { segment, first, last });
    const hasLimits = edges.some(({ low, high }) => low !== null && high !== null);
    if (!hasLimits && view.chart !== "run") return [];
    const [left, right] = [px(frame.x(first - 0.5)), px(frame.x(last + 0.5))];
    const path = (values: readonly (number | null)[]) => stepPath(values, (at) => frame.x(first + at), frame.y);
    return [
      {
        key: segment.firstPeriod,
        band: bandPath(edges, { frame, first }),
        limits: path(edges.map(({ high }) => high)) + path(edges.map(({ low }) => low)),
        centre: `M${left} ${px(frame.y(segment.mean))}H${right}`,
        isTrial: segment.trial,
      },
    ];
  });
}

type Edges = { low: number | null; high: number | null };

function edgesOf(
  view: SpcView,
  { segment, first, last }: { segment: SpcView["segments"][number]; first: number; last: number },
): Edges[] {
  const points = view.points.slice(first, last + 1);
  const known = points.filter(({ low, high }) => low !== null && high !== null);
  const varies = known.some(({ low, high }) => low !== known[0]?.low || high !== known[0]?.high);
  return points.map(({ low, high }) => (varies ? { low, high } : { low: segment.low, high: segment.high }));
}

/** Each month's part of the band, side by side; months without limits leave a gap. */
function bandPath(edges: readonly Edges[], { frame, first }: { frame: SpcFrame; first: number }): string {
  const stretches: { from: number; to: number; low: number; high: number }[] = [];
  edges.forEach(({ low, high }, at) => {
    if (low === null || high === null) return;
    const before = stretches.at(-1);
    if (before !== undefined && before.to === at && before.low === low && before.high === high) before.to = at + 1;
    else stretches.push({ from: at, to: at + 1, low, high });
  });
  return stretches
    .map(({ from, to, low, high }) => {
      const [left, right] = [px(frame.x(first + from - 0.5)), px(frame.x(first + to - 0.5))];
      return `M${left} ${px(frame.y(high))}H${right}V${px(frame.y(low))}H${left}Z`;
    })
    .join("");
}

/** The target in force each month as steps; of a band both edges. */
export function targetPaths(view: SpcView, frame: SpcFrame): string[] {
  if (!showsTarget(view)) return [];
  const edges = [
    view.points.map((point) => point.target?.value ?? null),
    view.points.map((point) => point.target?.low ?? null),
    view.points.map((point) => point.target?.high ?? null),
  ];
  return edges.map((edge) => stepPath(edge, frame.x, frame.y)).filter((path) => path !== "");
}

/** Upright lines: where limits begin anew, and where the level is estimated to have changed. */
export type Upright = { key: string; x: number; kind: "phase" | "change"; text: string };

export function uprights(view: SpcView, frame: SpcFrame, changeText: string | null): Upright[] {
  const breaks = view.segments.flatMap((segment): Upright[] => {
    const index = view.points.findIndex((point) => point.period === segment.firstPeriod);
    if (segment.reason === null || index <= 0) return [];
    return [{ key: segment.firstPeriod, x: px(frame.x(index - 0.5)), kind: "phase", text: segment.reason }];
  });
  const changed = view.points.findIndex((point) => point.period === view.changedIn);
  if (changed <= 0 || changeText === null) return breaks;
  return [...breaks, { key: "change", x: px(frame.x(changed - 0.5)), kind: "change", text: changeText }];
}

/** The hatched zone of what may come, its line, and its hollow points. */
export function forecastShape(view: SpcView, frame: SpcFrame) {
  const points = showsTarget(view) ? (view.forecast?.points ?? []) : [];
  const newest = view.points.findLastIndex((point) => point.figure.value !== null);
  const start = view.points[newest]?.figure.value ?? null;
  if (points.length === 0 || start === null) return null;
  const from = { x: px(frame.x(newest)), y: px(frame.y(start)) };
  const at = points.map((point, index) => ({
    x: px(frame.x(view.points.length + index)),
    y: px(frame.y(point.median)),
    low: px(frame.y(point.low80)),
    high: px(frame.y(point.high80)),
  }));
  const upper = at.map(({ x, high }) => `L${x} ${high}`).join("");
  const lower = at
    .toReversed()
    .map(({ x, low }) => `L${x} ${low}`)
    .join("");
  return {
    zone: `M${from.x} ${from.y}${upper}${lower}Z`,
    line: `M${from.x} ${from.y}${at.map(({ x, y }) => `L${x} ${y}`).join("")}`,
    points: at,
  };
}
