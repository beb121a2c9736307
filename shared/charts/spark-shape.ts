import type { SparkView } from "../contracts/insight.ts";
import { type MarkKind, markKind, markPath } from "./mark-shape.ts";
import { extent, linearScale, linePath, px, type Scale, stepPath } from "./scale.ts";

export type Size = {
  width: number;
  height: number;
  /** The scale of its own numbers unless several charts share one. */
  domain?: readonly [number, number] | undefined;
};
type Run = { kind: MarkKind; path: string };

/** All that a small chart draws, as paths. */
export type SparkShape = {
  band: { y: number; height: number } | null;
  line: string;
  target: string;
  /** Marks of one kind in one path; usual months carry none but the newest. */
  marks: Run[];
  /** The line between two signals of one kind. */
  runs: Run[];
};

/** Room for a mark at the edges. */
const EDGE = 4;

export function sparkShape(spark: SparkView, { width, height, domain: given }: Size): SparkShape {
  const domain = given ?? extent([...spark.values, ...spark.targets, spark.low, spark.high]) ?? [0, 1];
  const x = linearScale([-0.5, Math.max(1, spark.values.length) - 0.5], [0, width]);
  const y = linearScale(domain, [height - EDGE, EDGE]);
  const kinds = newestRun(spark);
  return {
    band: bandOf(spark, y, [EDGE, height - EDGE]),
    line: linePath(spark.values, x, y),
    target: stepPath(spark.targets, x, y),
    marks: marksOf(spark.values, kinds, { x, y }),
    runs: runsOf(spark.values, kinds, { x, y }),
  };
}

/**
 * The kinds of the months, with only the run that reaches the newest month in its own: a small chart says what is so
 * now, the opened one marks every signal.
 */
function newestRun(spark: SparkView): MarkKind[] {
  const kinds = spark.values.map((_, index) => markKind(spark.marks[index] ?? null, spark.excluded[index] ?? false));
  const newest = spark.values.findLastIndex((value) => value !== null);
  const before = kinds.findLastIndex((kind, index) => index < newest && kind !== kinds[newest]);
  return kinds.map((kind, index) => (kind === "excluded" || index > before ? kind : "usual"));
}

function bandOf({ low, high }: SparkView, y: Scale, [top, bottom]: readonly [number, number]) {
  if (low === null || high === null) return null;
  const [upper, lower] = [Math.max(top, y(high)), Math.min(bottom, y(low))];
  return { y: px(upper), height: px(Math.max(1, lower - upper)) };
}

type Axes = { x: Scale; y: Scale };

function marksOf(values: readonly (number | null)[], kinds: readonly MarkKind[], { x, y }: Axes): Run[] {
  const newest = values.findLastIndex((value) => value !== null);
  const paths = new Map<MarkKind, string>();
  values.forEach((value, index) => {
    const kind = kinds[index] ?? "usual";
    if (value === null || (kind === "usual" && index !== newest)) return;
    const size = index === newest ? 3 : 2.1;
    paths.set(kind, (paths.get(kind) ?? "") + markPath(kind, { x: x(index), y: y(value), size }));
  });
  return [...paths].map(([kind, path]) => ({ kind, path }));
}

function runsOf(values: readonly (number | null)[], kinds: readonly MarkKind[], { x, y }: Axes): Run[] {
  const paths = new Map<MarkKind, string>();
  for (let index = 1; index < values.length; index += 1) {
    const kind = kinds[index] ?? "usual";
    const [before, now] = [values[index - 1], values[index]];
    if (kind === "usual" || kind === "excluded" || kinds[index - 1] !== kind) continue;
    if (before === null || before === undefined || now === null || now === undefined) continue;
    const piece = `M${px(x(index - 1))} ${px(y(before))}L${px(x(index))} ${px(y(now))}`;
    paths.set(kind, (paths.get(kind) ?? "") + piece);
  }
  return [...paths].map(([kind, path]) => ({ kind, path }));
}
