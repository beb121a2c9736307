import { fiscalYearName, fiscalYearOf, monthOfFiscalYear } from "../domain/calendar.ts";
import { addMonths, type Month } from "../domain/month.ts";
import { px } from "./scale.ts";
import type { SpcFrame } from "./spc-frame.ts";

export type AxisText = { key: string; x: number; text: string };

/** Letters of the months in one row, fiscal years in a second; in a crowd only every third month, then none. */
export function timeAxis(
  frame: Pick<SpcFrame, "x" | "step" | "count">,
  months: { first: Month; startMonth: number; letterOf: (month: Month) => string },
): { letters: AxisText[]; years: (AxisText & { edge: number | null })[] } {
  const { first, startMonth, letterOf } = months;
  const every = [1, 3, 6].find((count) => frame.step * count >= 11) ?? null;
  const letters: AxisText[] = [];
  const years: (AxisText & { edge: number | null })[] = [];
  let taken = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < frame.count; index += 1) {
    const month = addMonths(first, index);
    const place = monthOfFiscalYear(month, startMonth);
    if (every !== null && place % every === 0) {
      letters.push({ key: month, x: px(frame.x(index)), text: letterOf(month) });
    }
    const left = px(frame.x(index - 0.5));
    if ((index === 0 || place === 0) && left > taken) {
      years.push({
        key: month,
        x: left + 3,
        text: fiscalYearName(fiscalYearOf(month, startMonth)),
        edge: index === 0 ? null : left,
      });
      taken = left + 34;
    }
  }
  return { letters, years };
}
