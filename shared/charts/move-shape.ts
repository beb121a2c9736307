import { linearScale, px } from "./scale.ts";

/** One step of a change: what a part's own rate and its share add. */
export type MoveStep = {
  readonly key: string;
  readonly name: string;
  readonly rate: number;
  readonly mix: number;
  readonly shown: string;
};

/** Which side is the better one: 1 up, -1 down, 0 neither. */
export type BetterSide = 1 | -1 | 0;

type Bar = { readonly x: number; readonly width: number; readonly tone: "good" | "bad" | "plain" };

export type MoveRow = {
  readonly key: string;
  readonly name: string;
  readonly y: number;
  readonly rate: Bar;
  readonly mix: Bar;
  /** Where the running sum stands after this row. */
  readonly end: number;
  readonly label: { readonly x: number; readonly anchor: "start" | "end"; readonly text: string };
  readonly isTotal: boolean;
};

export type MoveShape = {
  readonly width: number;
  readonly height: number;
  readonly zero: number;
  readonly names: number;
  readonly rows: readonly MoveRow[];
};

const ROW = 34;
const TOP = 8;
const LABEL = 66;

/**
 * A waterfall of a change from 0: each part's rate effect, then its mix effect, begins where the last one ended; the
 * last row is the whole change. Rows beyond `most` stand together as "n others", so that the sum stays whole.
 */
export function moveShape(
  steps: readonly MoveStep[],
  setting: {
    readonly width: number;
    readonly most: number;
    readonly better: BetterSide;
    readonly total: Omit<MoveStep, "key">;
  },
): MoveShape {
  const { width, most, better, total } = setting;
  const shown = withOthers(steps, most);
  const reach: number[] = [0, total.rate + total.mix];
  let running = 0;
  for (const { rate, mix } of shown) {
    reach.push(running + rate, running + rate + mix);
    running += rate + mix;
  }
  const names = Math.min(220, Math.round(width * 0.34));
  const x = linearScale([Math.min(...reach), Math.max(...reach)], [names + LABEL, width - LABEL]);
  let from = 0;
  const rows = shown.map((step, at) => {
    const row = rowOf(step, { from, at, x, better, isTotal: false });
    from += step.rate + step.mix;
    return row;
  });
  rows.push(rowOf({ key: "total", ...total }, { from: 0, at: rows.length, x, better, isTotal: true }));
  return { width, height: TOP * 2 + rows.length * ROW, zero: px(x(0)), names, rows };
}

type Place = { from: number; at: number; x: (value: number) => number; better: BetterSide; isTotal: boolean };

function rowOf(step: MoveStep, { from, at, x, better, isTotal }: Place): MoveRow {
  const [middle, end] = [from + step.rate, from + step.rate + step.mix];
  const isRight = end >= from;
  const edges = [x(from), x(middle), x(end)];
  const label = isRight ? Math.max(...edges) + 6 : Math.min(...edges) - 6;
  return {
    key: step.key,
    name: step.name,
    y: TOP + at * ROW,
    rate: barOf(x(from), x(middle), toneOf(step.rate * better)),
    mix: barOf(x(middle), x(end), toneOf(step.mix * better)),
    end: px(x(end)),
    label: { x: px(label), anchor: isRight ? "start" : "end", text: step.shown },
    isTotal,
  };
}

function barOf(a: number, b: number, tone: Bar["tone"]): Bar {
  return { x: px(Math.min(a, b)), width: px(Math.abs(b - a)), tone };
}

function toneOf(gain: number): Bar["tone"] {
  if (gain === 0) return "plain";
  return gain > 0 ? "good" : "bad";
}

function withOthers(steps: readonly MoveStep[], most: number): readonly MoveStep[] {
  if (steps.length <= most) return steps;
  const others = steps.slice(most - 1);
  const sum = (of: (step: MoveStep) => number) => others.reduce((whole, step) => whole + of(step), 0);
  const joined = { rate: sum(({ rate }) => rate), mix: sum(({ mix }) => mix) };
  const name = `${others.length} others`;
  return [...steps.slice(0, most - 1), { key: "others", name, ...joined, shown: "" }];
}
