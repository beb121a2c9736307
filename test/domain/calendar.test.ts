import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type DateText,
  dayAfter,
  daysInMonth,
  dueDate,
  FREQUENCIES,
  firstMonthOfYear,
  fiscalYearName,
  fiscalYearOf,
  hasEnded,
  isPastDue,
  isPeriod,
  lastDay,
  monthsOfWindow,
  monthsOfYear,
  parseDate,
  periodOf,
  periodsBetween,
  periodsPerYear,
  yearBefore,
} from "../../shared/domain/calendar.ts";
import { type Month, monthAt, monthIndex } from "../../shared/domain/month.ts";
import { CASES } from "./exact-oracle.ts";

const month = (text: string) => text as Month;
const date = (text: string) => text as DateText;
const anyMonth = fc.integer({ min: monthIndex(month("1900-01")), max: monthIndex(month("2199-12")) }).map(monthAt);
const anyStart = fc.integer({ min: 1, max: 12 });

describe("the fiscal year is named by the calendar year in which it ends", () => {
  test.each([
    [1, "2026-01", "2026-12"],
    [4, "2025-04", "2026-03"],
    [7, "2025-07", "2026-06"],
    [10, "2025-10", "2026-09"],
  ])("FY26 with a start in month %i runs from %s to %s", (start, first, last) => {
    const months = monthsOfYear(2026, start);
    expect([months.length, months[0], months[11]]).toEqual([12, first, last]);
    expect(months.map((each) => fiscalYearOf(each, start))).toEqual(Array.from({ length: 12 }, () => 2026));
    expect(fiscalYearName(2026)).toBe("FY26");
  });

  test("every month lies in one fiscal year, of twelve months that end in its name", () => {
    fc.assert(
      fc.property(anyMonth, anyStart, (each, start) => {
        const year = fiscalYearOf(each, start);
        const months = monthsOfYear(year, start);
        expect(months).toContain(each);
        expect(months[11]?.slice(0, 4)).toBe(String(year));
        expect(Number(firstMonthOfYear(year, start).slice(5))).toBe(start);
      }),
      CASES,
    );
  });
});

describe("periods", () => {
  test.each([
    ["quarter", 4, ["2025-06", "2025-09", "2025-12", "2026-03"]],
    ["half-year", 4, ["2025-09", "2026-03"]],
    ["year", 7, ["2026-06"]],
    ["quarter", 2, ["2025-04", "2025-07", "2025-10", "2026-01"]],
  ] as const)("of a %s in a year from month %i are the last months of its parts", (frequency, startMonth, periods) => {
    const months = monthsOfYear(2026, startMonth);
    expect(periodsBetween(months[0] ?? month(""), months[11] ?? month(""), { frequency, startMonth })).toEqual(periods);
  });

  test("of any month is the first reporting month from it on, within its fiscal year", () => {
    fc.assert(
      fc.property(anyMonth, anyStart, fc.constantFrom(...FREQUENCIES), (each, start, frequency) => {
        const period = periodOf(each, frequency, start);
        expect(period >= each && isPeriod(period, frequency, start)).toBe(true);
        expect(fiscalYearOf(period, start)).toBe(fiscalYearOf(each, start));
        const between = periodsBetween(each, period, { frequency, startMonth: start });
        expect(between).toEqual([period]);
        const year = monthsOfYear(fiscalYearOf(each, start), start);
        expect(year.filter((other) => isPeriod(other, frequency, start))).toHaveLength(periodsPerYear(frequency));
      }),
      CASES,
    );
  });
});

describe("windows", () => {
  test("at October 2026 in a year from April", () => {
    const at = (window: Parameters<typeof monthsOfWindow>[0]) => {
      const months = monthsOfWindow(window, month("2026-10"), 4);
      return [months[0], months.at(-1), months.length];
    };
    expect(at("month")).toEqual(["2026-10", "2026-10", 1]);
    expect(at("quarter")).toEqual(["2026-10", "2026-12", 3]);
    expect(at("ytd")).toEqual(["2026-04", "2026-10", 7]);
    expect(at("year")).toEqual(["2026-04", "2027-03", 12]);
    expect(at("rolling-12")).toEqual(["2025-11", "2026-10", 12]);
  });

  test("a year before are the same months", () => {
    expect(yearBefore([month("2026-01"), month("2026-02")])).toEqual(["2025-01", "2025-02"]);
  });
});

describe("days", () => {
  test.each([
    ["2024-02", 29],
    ["2025-02", 28],
    ["1900-02", 28],
    ["2000-02", 29],
    ["2026-04", 30],
    ["2026-12", 31],
  ])("%s has %i", (each, days) => {
    expect(daysInMonth(month(each))).toBe(days);
    expect(lastDay(month(each))).toBe(`${each}-${days}`);
  });

  test("follow each other over months, years and leap days", () => {
    const after = ["2026-01-31", "2024-02-28", "2024-02-29", "2025-02-28", "2026-12-31", "2026-06-09"];
    expect(after.map((each) => dayAfter(date(each)))).toEqual([
      "2026-02-01",
      "2024-02-29",
      "2024-03-01",
      "2025-03-01",
      "2027-01-01",
      "2026-06-10",
    ]);
  });

  test.each(["2026-02-29", "2026-04-31", "2026-13-01", "2026-1-1", "26-01-01", ""])("%j is no date", (text) => {
    expect(parseDate(text)).toBeNull();
  });

  test("a month has ended on the first of the next, and is late the day after its due day", () => {
    expect([hasEnded(month("2026-10"), date("2026-10-31")), hasEnded(month("2026-10"), date("2026-11-01"))]).toEqual([
      false,
      true,
    ]);
    const late = (today: string) => isPastDue(month("2026-10"), { today: date(today), entryDueDay: 10 });
    expect([late("2026-11-10"), late("2026-11-11")]).toEqual([false, true]);
  });

  test("a due day that the following month lacks is its last day", () => {
    expect(dueDate(month("2026-01"), 31)).toBe("2026-02-28");
    expect(dueDate(month("2026-12"), 10)).toBe("2027-01-10");
  });
});
