import { median } from "./statistics/numerics.ts";
import { xmrLimits } from "./statistics/xmr-limits.ts";

export const QUALITY_DOUBTS = ["ten_times", "outside_usual", "repeat", "denominator_drop", "late"] as const;
/** What makes a reported figure look like a slip. None forbids it: a person confirms or corrects. */
export type QualityDoubt = (typeof QUALITY_DOUBTS)[number];

/** A figure among those of the same unit and KPI; of a ratio its value and denominator. */
export type SeriesFigure = { readonly value: number; readonly denominator: number | null };

/** Fewer earlier figures than these say nothing of what is usual. */
const FEWEST_FOR_SIZE = 3;
const FEWEST_FOR_LIMITS = 12;
/** A figure is ten (or a hundred) times off when it is that far from the median of the earlier ones, within a quarter. */
const SLIPS = [10, 100];
const NEAR = 1.25;
/** The same figure so many times in a row. */
const REPEATED = 4;

/** What is doubtful about a figure, after the earlier ones in order of time. */
export function doubtsOf(figure: SeriesFigure, earlier: readonly SeriesFigure[], isLate: boolean): QualityDoubt[] {
  const values = earlier.map(({ value }) => value);
  const doubts: [QualityDoubt, boolean][] = [
    ["ten_times", isSlip(figure.value, values)],
    ["outside_usual", isUnusual(figure.value, values)],
    ["repeat", isRepeated(figure.value, values)],
    ["denominator_drop", isDropped(figure, earlier)],
    ["late", isLate],
  ];
  return doubts.filter(([, holds]) => holds).map(([doubt]) => doubt);
}

function isSlip(value: number, values: readonly number[]): boolean {
  const usual = values.length < FEWEST_FOR_SIZE ? 0 : Math.abs(median(values));
  const size = Math.abs(value);
  if (usual === 0 || size === 0) return false;
  const times = Math.max(size / usual, usual / size);
  return SLIPS.some((slip) => times >= slip / NEAR && times <= slip * NEAR);
}

function isUnusual(value: number, values: readonly number[]): boolean {
  if (values.length < FEWEST_FOR_LIMITS) return false;
  const { lower, upper } = xmrLimits(values, { screening: true, whenConstant: "use-what-varies" });
  return value < lower || value > upper;
}

/** Nothing at all may well happen often: a row of zeros is no doubt. */
function isRepeated(value: number, values: readonly number[]): boolean {
  const last = values.slice(1 - REPEATED);
  return value !== 0 && last.length === REPEATED - 1 && last.every((one) => one === value);
}

function isDropped({ denominator }: SeriesFigure, earlier: readonly SeriesFigure[]): boolean {
  const known = earlier.flatMap((one) => (one.denominator === null ? [] : [one.denominator]));
  return denominator !== null && known.length >= FEWEST_FOR_SIZE && denominator < median(known) / 2;
}
