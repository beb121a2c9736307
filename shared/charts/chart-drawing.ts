import type { SparkView } from "../contracts/insight.ts";
import type { Month } from "../domain/month.ts";
import type { Drawing, DrawnItem, DrawnText } from "./drawing.ts";
import { INK } from "./ink.ts";
import type { PlacedLabel } from "./label-placement.ts";
import type { MarkKind } from "./mark-shape.ts";
import { px } from "./scale.ts";
import { type Size, sparkShape } from "./spark-shape.ts";
import { type SpcFrame, type SpcView, spcFrame } from "./spc-frame.ts";
import { spcLabels } from "./spc-labels.ts";
import { coursePath, forecastShape, phaseShapes, spcMarks, targetPaths, uprights } from "./spc-shapes.ts";
import { timeAxis } from "./time-axis.ts";
import { varianceShape } from "./variance-bars.ts";

const MARK_COLOUR: Readonly<Record<MarkKind, string>> = {
  usual: INK.actual,
  worse: INK.bad,
  better: INK.good,
  changed: INK.neutral,
  excluded: INK.actual,
};

const LABEL_COLOUR: Readonly<Record<string, string>> = {
  ...MARK_COLOUR,
  strong: INK.ink,
  soft: INK.ink2,
  phase: INK.ink2,
  change: INK.accent,
  good: INK.good,
  bad: INK.bad,
  plain: INK.ink2,
};

export type ChartSetting = {
  readonly width: number;
  /** 1 to 12. */
  readonly fiscalYearStart: number;
  readonly letterOf: (month: Month) => string;
  readonly tickText: (value: number, decimals: number) => string;
  readonly changeText: string | null;
  readonly targetText: (label: string) => string;
  readonly varianceName: string;
};

/** The chart of one KPI: course, usual range, target, signals and forecast, and below it what each month differed. */
export function spcDrawing(view: SpcView, setting: ChartSetting): Drawing {
  const frame = spcFrame(view, setting.width);
  const marks = spcMarks(view, frame);
  const upright = uprights(view, frame, setting.changeText);
  const labels = spcLabels(view, frame, { marks, uprights: upright, flags: [], targetText: setting.targetText });
  const tier = varianceTier(view, frame, setting);
  return {
    width: frame.width,
    height: frame.height + tier.height,
    items: [
      ...gridItems(frame, setting),
      ...phaseItems(view, frame),
      ...targetPaths(view, frame).map((path) => line(path, { stroke: INK.ink, width: 1.8 })),
      ...upright.map(({ x, kind }) =>
        line(`M${x} ${frame.plot.top}V${frame.plot.bottom}`, {
          stroke: kind === "change" ? INK.accent : INK.ink3,
          dash: [3, 3] as const,
        }),
      ),
      ...forecastItems(view, frame),
      line(coursePath(view, frame), { stroke: INK.actual, width: 1.4 }),
      ...marks.map(({ kind, path }) => markItem(kind, path)),
      ...labels.map(labelItem),
      ...axisItems(view, frame, setting),
      ...tier.items,
    ],
  };
}

type Stroke = { readonly stroke: string; readonly width?: number; readonly dash?: readonly [number, number] };

function line(path: string, stroke: Stroke): DrawnItem {
  return { kind: "path", path, ...stroke };
}

function markItem(kind: MarkKind, path: string): DrawnItem {
  const colour = MARK_COLOUR[kind];
  if (kind === "excluded") return { kind: "path", path, fill: INK.ground, stroke: colour, width: 1.2 };
  return { kind: "path", path, fill: colour };
}

function labelItem({ text, x, y, size, anchor, tone = "soft", isBold }: PlacedLabel): DrawnText {
  const colour = LABEL_COLOUR[tone] ?? INK.ink2;
  return { kind: "text", text, x: px(x), y: px(y), size, anchor, colour, ...(isBold === true ? { isBold } : {}) };
}

const AXIS_SIZE = 11.5;

function text(said: string, at: { readonly x: number; readonly y: number }, anchor: DrawnText["anchor"]): DrawnText {
  return { kind: "text", text: said, ...at, size: AXIS_SIZE, anchor, colour: INK.ink3 };
}

function gridItems({ ticks, y, plot, tickDecimals }: SpcFrame, { tickText }: ChartSetting): DrawnItem[] {
  return ticks.flatMap((tick) => {
    const at = px(y(tick));
    const said = tickText(tick, tickDecimals);
    return [
      line(`M${plot.left} ${at}H${plot.right}`, { stroke: INK.line, width: 0.8 }),
      text(said, { x: plot.left - 6, y: at + 4 }, "end"),
    ];
  });
}

function phaseItems(view: SpcView, frame: SpcFrame): DrawnItem[] {
  return phaseShapes(view, frame).flatMap(({ band, limits, centre, isTrial }) => [
    ...(band === "" ? [] : [{ kind: "path" as const, path: band, fill: INK.band }]),
    ...(limits === "" ? [] : [line(limits, { stroke: INK.control, dash: isTrial ? [2, 4] : [5, 4] })]),
    line(centre, { stroke: INK.control }),
  ]);
}

function forecastItems(view: SpcView, frame: SpcFrame): DrawnItem[] {
  const shape = forecastShape(view, frame);
  if (shape === null) return [];
  return [
    { kind: "path", path: shape.zone, hatch: INK.control, stroke: INK.line },
    line(shape.line, { stroke: INK.actual, width: 1.4, dash: [4, 3] }),
    ...shape.points.map(({ x, y }): DrawnItem => {
      const path = `M${px(x - 3)} ${y}a3 3 0 1 0 6 0a3 3 0 1 0 -6 0Z`;
      return { kind: "path", path, fill: INK.ground, stroke: INK.actual, width: 1.3 };
    }),
  ];
}

function axisItems(view: SpcView, frame: SpcFrame, { fiscalYearStart, letterOf }: ChartSetting): DrawnItem[] {
  const first = view.points[0]?.period;
  if (first === undefined) return [];
  const { letters, years } = timeAxis(frame, { first, startMonth: fiscalYearStart, letterOf });
  const { bottom, left, right } = frame.plot;
  return [
    line(`M${left} ${bottom}H${right}`, { stroke: INK.ink, width: 1.2 }),
    ...letters.map(({ x, text: said }) => text(said, { x, y: bottom + 15 }, "middle")),
    ...years.map(({ x, text: said }) => text(said, { x, y: bottom + 31 }, "start")),
    ...years.flatMap(({ edge }) =>
      edge === null ? [] : [line(`M${edge} ${bottom}V${bottom + 34}`, { stroke: INK.line })],
    ),
  ];
}

const GAP = 14;

function varianceTier(view: SpcView, frame: SpcFrame, { varianceName }: ChartSetting) {
  const shape = varianceShape(view, frame);
  if (shape.groups.length === 0) return { height: 0, items: [] };
  const top = frame.height + GAP;
  const moved = (path: string) => shifted(path, top);
  const items: DrawnItem[] = [
    { ...text(varianceName, { x: frame.plot.left, y: frame.height + 8 }, "start"), colour: INK.ink2 },
    ...shape.groups.map(({ path, tone, isForecast }): DrawnItem => {
      const colour = LABEL_COLOUR[tone] ?? INK.ink2;
      return isForecast
        ? { kind: "path", path: moved(path), hatch: INK.control, stroke: INK.control }
        : { kind: "path", path: moved(path), fill: tone === "plain" ? INK.actual : colour };
    }),
    line(`M${frame.plot.left} ${top + shape.zero}H${frame.plot.right}`, { stroke: INK.ink, width: 1.2 }),
    ...shape.labels.map((label) => labelItem({ ...label, y: label.y + top })),
  ];
  return { height: shape.height + GAP, items };
}

/** A path of absolute M, H, V and Z moved down. */
function shifted(path: string, down: number): string {
  return path
    .replaceAll(/M(-?[\d.]+) (-?[\d.]+)/g, (_, x: string, y: string) => `M${x} ${px(Number(y) + down)}`)
    .replaceAll(/V(-?[\d.]+)/g, (_, y: string) => `V${px(Number(y) + down)}`);
}

/** The small chart of a row. */
export function sparkDrawing(spark: SparkView, size: Size): Drawing {
  const shape = sparkShape(spark, size);
  const { band } = shape;
  const strokes: DrawnItem[] = [
    line(shape.target, { stroke: INK.ink2, width: 0.9, dash: [2, 2] }),
    line(shape.line, { stroke: INK.actual, width: 1.1 }),
    ...shape.runs.map(({ kind, path }) => line(path, { stroke: MARK_COLOUR[kind], width: 1.4 })),
    ...shape.marks.map(({ kind, path }) => markItem(kind, path)),
  ];
  const ground: DrawnItem[] =
    band === null ? [] : [{ kind: "path", path: `M0 ${band.y}H${size.width}v${band.height}H0Z`, fill: INK.band }];
  return { ...size, items: [...ground, ...strokes.filter((item) => item.kind !== "path" || item.path !== "")] };
}
