import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type DecimalMark,
  markEvidence,
  readNumber,
  recogniseDecimalMark,
} from "../../shared/domain/number-recognition.ts";

/** P6: no number is misread in silence. Every way the locales write a number is read back as that number, asked about with it among the readings, or refused. */
const locales = (
  "en-GB en-US en-IN en-ZA fi de de-AT de-CH de-LI fr fr-CH fr-CA hi hi-u-nu-deva mr sv nb da pl cs es es-MX it it-CH pt " +
  "pt-BR nl ru uk tr ar ar-EG ar-MA fa he bn ur zh-CN ja ko vi th id el hu lv lt et"
).split(" ");
const decimals = fc.record({
  digits: fc.oneof(fc.nat({ max: 9_999 }), fc.nat({ max: 9_999_999 }), fc.nat({ max: 999_999_999_999_999 })),
  scale: fc.nat({ max: 9 }),
  minus: fc.boolean(),
});
const written = fc.record({
  decimal: decimals,
  locale: fc.constantFrom(...locales),
  style: fc.constantFrom<"decimal" | "percent">("decimal", "percent"),
  grouping: fc.boolean(),
  padded: fc.boolean(),
  ascii: fc.constantFrom(0, 1, 2),
});

function exactText({ digits, scale, minus }: { digits: number; scale: number; minus: boolean }): string {
  const text = String(digits).padStart(scale + 1, "0");
  const whole = text.slice(0, text.length - scale);
  return `${minus && digits > 0 ? "-" : ""}${whole}${scale > 0 ? `.${text.slice(text.length - scale)}` : ""}`;
}

/** What people and programs do to a locale's text on its way into a file. */
function roughened(text: string, ascii: number): string {
  if (ascii === 0) return text;
  const plain = text.replace(/[\u00a0\u202f]/g, " ").replace(/\u2212/g, "-");
  return ascii === 1 ? plain : plain.replace(/[\u200e\u200f\u061c]/g, "").replace(/’/g, "'");
}

const formats = new Map<string, Intl.NumberFormat>();

/** Formats are kept: making one costs more than a thousand readings. */
function formatOf(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const format = formats.get(key) ?? new Intl.NumberFormat(locale, options);
  formats.set(key, format);
  return format;
}

function localeMark(locale: string): DecimalMark {
  const mark = formatOf(locale, {})
    .formatToParts(1.5)
    .find((part) => part.type === "decimal")?.value;
  return mark === "," ? "comma" : "point";
}

test("10,000 values in the locales' own writing", { timeout: 60_000 }, () => {
  const tally = { number: 0, ambiguous: 0 };
  fc.assert(
    fc.property(written, ({ decimal, locale, style, grouping, padded, ascii }) => {
      const exact = exactText(decimal);
      const options = {
        style,
        useGrouping: grouping,
        minimumFractionDigits: decimal.scale,
        maximumFractionDigits: 20,
      };
      const format = formatOf(locale, options);
      const shown = style === "percent" ? `${exact}E-2` : exact;
      const text = (padded ? "  " : "") + roughened(format.format(shown as Intl.StringNumericLiteral), ascii);
      const truth = Number(exact) + 0;
      const open = readNumber(text, { decimal: "auto" });
      if (open.kind === "number") expect([text, open.value]).toEqual([text, truth]);
      else if (open.kind === "ambiguous") expect(open.readings).toContain(truth);
      else throw new Error(`${locale} ${JSON.stringify(text)} refused: ${JSON.stringify(open)}`);
      if (open.kind === "number") expect(open.percent).toBe(style === "percent");
      expect(readNumber(text, { decimal: localeMark(locale) })).toEqual({
        kind: "number",
        value: truth,
        percent: style === "percent",
      });
      tally[open.kind] += 1;
    }),
    { numRuns: 10_000 },
  );
  expect(tally.number).toBeGreaterThan(8000);
  expect(tally.ambiguous).toBeGreaterThan(20);
});

test("under the wrong declared mark a text is refused or read as that mark reads it, digit for digit", () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^-?[0-9., ']{1,14}$/),
      fc.constantFrom<DecimalMark>("point", "comma"),
      (text, decimal) => {
        const reading = readNumber(text, { decimal });
        if (reading.kind !== "number") return;
        const mark = decimal === "point" ? "." : ",";
        const [whole = "", part = ""] = text.trim().split(mark);
        expect(reading.value).toBe(Number(`${whole.replace(/[^-\d]/g, "")}.${part}`) + 0);
        expect(part).toMatch(/^\d*$/);
        const groups = whole
          .replace("-", "")
          .trim()
          .split(/[., ']/);
        for (const group of groups.slice(1, -1)) expect([2, 3]).toContain(group.length);
        if (groups.length > 1) expect(groups.at(-1)).toHaveLength(3);
      },
    ),
    { numRuns: 10_000 },
  );
});

test("a file in one mark is never read by the other", () => {
  const numbers = fc.array(decimals, { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(numbers, fc.constantFrom("de", "en-GB", "fr", "de-CH", "fi", "en-IN"), (values, locale) => {
      const texts = values.map((one) =>
        formatOf(locale, { minimumFractionDigits: one.scale, maximumFractionDigits: 20 }).format(
          exactText(one) as Intl.StringNumericLiteral,
        ),
      );
      const mark = recogniseDecimalMark(texts);
      if (mark.kind === "undecided") return;
      expect(mark.kind).not.toBe("contradictory");
      const decimal = mark.kind === "settled" ? mark.decimal : "auto";
      texts.forEach((text, i) => {
        const one = values[i];
        if (one !== undefined)
          expect(readNumber(text, { decimal })).toEqual({
            kind: "number",
            value: Number(exactText(one)) + 0,
            percent: false,
          });
      });
    }),
    { numRuns: 2_000 },
  );
});

test("any text at all gets an answer, and a number within the limits", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 30 }), (text) => {
      const reading = readNumber(text, { decimal: "auto" });
      if (reading.kind === "number") expect(Math.abs(reading.value)).toBeLessThan(1e15);
      expect(["point", "comma", "both", "none"]).toContain(markEvidence(text));
    }),
    { numRuns: 10_000 },
  );
});
