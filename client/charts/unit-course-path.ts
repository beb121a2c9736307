import { linearScale, linePath, px } from "../../shared/charts/scale.ts";

const EDGE = 4;

/** A line on a given scale, and the place of its newest value. */
export function coursePath(
  values: readonly (number | null)[],
  domain: readonly [number, number],
  size: { width: number; height: number },
) {
  const x = linearScale([0, Math.max(1, values.length - 1)], [EDGE, size.width - EDGE]);
  const y = linearScale(domain, [size.height - EDGE, EDGE]);
  const last = values.findLastIndex((value) => value !== null);
  const value = values[last];
  const newest = value === undefined || value === null ? null : { x: px(x(last)), y: px(y(value)) };
  return { line: linePath(values, x, y), newest };
}
