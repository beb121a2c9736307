import { linearScale, linePath, px } from "./scale.ts";

export type YearStrip = {
  readonly line: string;
  readonly band: { readonly y: number; readonly height: number };
  /** Edges of the target. */
  readonly targets: readonly number[];
  readonly misses: readonly { readonly x: number; readonly y: number }[];
};

type StripInput = {
  readonly values: readonly number[];
  readonly missed: readonly boolean[];
  readonly usual: { readonly lower: number; readonly upper: number };
  readonly targets: readonly number[];
  readonly domain: readonly [number, number];
  readonly size: { readonly width: number; readonly height: number };
};

const EDGE = 6;

/** One simulated year on a given scale: its course, the usual range behind it, the target, and the periods that miss. */
export function yearStrip({ values, missed, usual, targets, domain, size }: StripInput): YearStrip {
  const x = linearScale([0, Math.max(1, values.length - 1)], [EDGE, size.width - EDGE]);
  const y = linearScale(domain, [size.height - EDGE, EDGE]);
  const [top, bottom] = [y(usual.upper), y(usual.lower)];
  return {
    line: linePath(values, x, y),
    band: { y: px(top), height: px(bottom - top) },
    targets: targets.map((target) => px(y(target))),
    misses: values.flatMap((value, at) => (missed[at] === true ? [{ x: px(x(at)), y: px(y(value)) }] : [])),
  };
}
