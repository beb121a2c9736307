import { type MarkKind, markKind, markPath } from "./mark-shape.ts";
import { px, stepPath } from "./scale.ts";
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
  return view.points.flatMap(({ figure, pointType, excluded, restatedFrom }, index) => {
    if (figure.value === null) return [];
    const kind = markKind(pointType, excluded);
    const isNewest = index === view.points.length - 1;
    const isRestated = restatedFrom !== null;
    if (kind === "usual" && frame.step < CROWDED && !isNewest && !isRestated) return [];
    const [x, y] = [frame.x(index), frame.y(figure.value)];
    const path = markPath(kind, { x, y, size: kind === "usual" ? size : size + 0.8 });
    return [{ index, kind, x, y, path, isRestated }];
  });
}

/** The limits of one phase: band, edges and mean between the first and the last of its months. */
export type PhaseShape = {
  key: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
  mean: number;
  isTrial: boolean;
};

export function phaseShapes(view: SpcView, frame: SpcFrame): PhaseShape[] {
  return view.segments.flatMap((segment) => {
    const { low, high, mean } = segment;
    const first = view.points.findIndex((point) => point.period >= segment.firstPeriod);
    const last = view.points.findLastIndex((point) => point.period <= segment.lastPeriod);
    if (low === null || high === null || mean === null || first === -1 || last < first) return [];
    return [
      {
        key: segment.firstPeriod,
        left: px(frame.x(first - 0.5)),
        right: px(frame.x(last + 0.5)),
        top: px(frame.y(high)),
        bottom: px(frame.y(low)),
        mean: px(frame.y(mean)),
        isTrial: segment.trial,
      },
    ];
  });
}

/** The target in force each month as steps; of a band both edges. */
export function targetPaths(view: SpcView, frame: SpcFrame): string[] {
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
  const points = view.forecast?.points ?? [];
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
