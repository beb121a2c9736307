import { type Decimal, decimalText } from "../domain/decimal.ts";

const formats = new Map<string, Intl.NumberFormat>();

function formatOf(locale: string, decimals: number): Intl.NumberFormat {
  const key = `${locale} ${decimals}`;
  const found = formats.get(key);
  if (found !== undefined) return found;
  const made = new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  formats.set(key, made);
  return made;
}

/** A number in the reader's locale with the KPI's decimals and a true minus sign; given exactly, it is shown exactly. */
export function shownNumber(value: Decimal, decimals: number, locale: string): string {
  return formatOf(locale, decimals)
    .format(decimalText(value) as Intl.StringNumericLiteral)
    .replace("-", "−");
}

/** The same with its sign always printed: "+0.6", "−5.0", "±0.0". */
export function shownDifference(value: Decimal, decimals: number, locale: string): string {
  const text = shownNumber(value, decimals, locale);
  if (value.digits < 0) return text;
  return leftToRight(`${value.digits > 0 ? "+" : "±"}${text}`, locale);
}

/** A range, an inequality or a sign keeps its order from left to right within a sentence that runs the other way. */
export function leftToRight(text: string, locale: string): string {
  return locale.startsWith("ar") ? `\u2066${text}\u2069` : text;
}

/** What stands where there is no number. */
export const NO_NUMBER = "–";
