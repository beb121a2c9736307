/** Where a number stands on the screen. Charts compute nothing else: every rule is in what they are given. */
export type Scale = (value: number) => number;

/** Maps `from` onto `to`; a domain of one value is drawn in the middle. */
export function linearScale(from: readonly [number, number], to: readonly [number, number]): Scale {
  const width = from[1] - from[0];
  const middle = (to[0] + to[1]) / 2;
  return (value) => (width === 0 ? middle : to[0] + ((value - from[0]) / width) * (to[1] - to[0]));
}

/** Smallest and largest of what is there; null where nothing is. */
export function extent(values: Iterable<number | null | undefined>): [number, number] | null {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value === null || value === undefined) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low > high ? null : [low, high];
}

/** Round numbers from just below `low` to just above `high`, about `count` of them, with the decimals they need. */
export function niceTicks(low: number, high: number, count: number): { ticks: number[]; decimals: number } {
  const span = high - low || Math.abs(high) || 1;
  const rough = span / Math.max(1, count - 1);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((each) => each * power >= rough) ?? 10) * power;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  const decimals = Math.max(0, Math.min(6, -Math.floor(Math.log10(step) + 1e-9) + (isQuarter(step, power) ? 1 : 0)));
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
  return { ticks, decimals };
}

function isQuarter(step: number, power: number): boolean {
  return Math.abs(step / power - 2.5) < 1e-9;
}

/** Two decimals of a pixel are enough for any screen. */
export function px(value: number): number {
  return Math.round(value * 100) / 100;
}

/** A line through what is there; a hole is a gap, never a line across it. */
export function linePath(values: readonly (number | null)[], x: Scale, y: Scale): string {
  let path = "";
  let isOpen = false;
  values.forEach((value, index) => {
    if (value === null) {
      isOpen = false;
      return;
    }
    path += `${isOpen ? "L" : "M"}${px(x(index))} ${px(y(value))}`;
    isOpen = true;
  });
  return path;
}

/** A line that holds each value over its own place and steps half-way to the next. */
export function stepPath(values: readonly (number | null)[], x: Scale, y: Scale): string {
  let path = "";
  let before: number | null = null;
  values.forEach((value, index) => {
    if (value !== null) {
      const height = px(y(value));
      path += before === null ? `M${px(x(index - 0.5))} ${height}` : `V${height}`;
      path += `H${px(x(index + 0.5))}`;
    }
    before = value;
  });
  return path;
}
