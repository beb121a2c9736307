import { extent, linearScale, px } from "../../../shared/charts/scale.ts";
import { funnelOf } from "../../../shared/domain/statistics/funnel.ts";

export type FunnelDot = { key: string; x: number; y: number; isOutside: boolean };

const EDGE = 10;

/** The lines and dots of a funnel of events over denominators, in pixels. Units must differ in their denominators. */
export function funnelLines(
  lesson: readonly (readonly [numerator: number, denominator: number])[],
  { width, height }: { width: number; height: number },
): { inner: string; outer: string; centre: string; units: FunnelDot[] } {
  const ordered = lesson.toSorted(([, a], [, b]) => a - b);
  const funnel = funnelOf(ordered.map(([numerator, denominator]) => ({ numerator, denominator })));
  const limits = funnel.points.map(({ plain, adjusted }) => (funnel.isAdjusted ? adjusted : plain));
  const shown = [
    ...limits.flatMap(({ lower998, upper998 }) => [lower998, upper998]),
    ...funnel.points.map((p) => p.share),
  ];
  const y = linearScale(extent(shown) ?? [0, 1], [height - EDGE, EDGE]);
  const x = linearScale(extent([0, ...ordered.map(([, denominator]) => denominator)]) ?? [0, 1], [EDGE, width - EDGE]);
  const line = (values: readonly number[]) =>
    values.map((value, i) => `${i === 0 ? "M" : "L"}${px(x(ordered[i]?.[1] ?? 0))} ${px(y(value))}`).join("");
  return {
    inner: line(limits.map(({ lower95 }) => lower95)) + line(limits.map(({ upper95 }) => upper95)),
    outer: line(limits.map(({ lower998 }) => lower998)) + line(limits.map(({ upper998 }) => upper998)),
    centre: `M${EDGE} ${px(y(funnel.centre))}H${px(width - EDGE)}`,
    units: funnel.points.map(({ share, isOutside }, i) => ({
      key: String(i),
      ...{ x: px(x(ordered[i]?.[1] ?? 0)), y: px(y(share)), isOutside },
    })),
  };
}
