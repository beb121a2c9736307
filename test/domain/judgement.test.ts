import { describe, expect, test } from "vitest";
import type { DateText } from "../../shared/domain/calendar.ts";
import { cellOfUnit, targetOf } from "../../shared/domain/cell.ts";
import { compareWithLastYear } from "../../shared/domain/comparison.ts";
import { decimalOfNumber } from "../../shared/domain/decimal.ts";
import { type Fact, figureView, valueFact } from "../../shared/domain/figure.ts";
import { type JudgingContext, judgePeriod, judgeWindow } from "../../shared/domain/judgement.ts";
import type { FigureRules } from "../../shared/domain/kpi-definition.ts";
import { addMonths, type Month } from "../../shared/domain/month.ts";
import { targetView } from "../../shared/domain/target.ts";
import type { PeriodCell } from "../../shared/domain/time-rule.ts";
import { rulesOf, targetOfTexts } from "./org-worlds.ts";

const APRIL = "2026-04" as Month;
const SUM = rulesOf({ orgRule: "sum", timeRule: "sum", decimals: 0 });

function context(today: string): JudgingContext {
  return {
    tolerance: null,
    minimumCoverage: decimalOfNumber(90),
    due: { today: today as DateText, entryDueDay: 10 },
  };
}

const said = (value: number | null): Fact => (value === null ? { kind: "missing" } : valueFact(decimalOfNumber(value)));

type Explicit = { readonly target: string; readonly rules: FigureRules };

/** A month of a unit over branches that say these values, with a target of its own. */
function month(at: number, values: (number | null)[], of: string | null | Explicit): PeriodCell {
  const { target, rules } = typeof of === "object" && of !== null ? of : { target: of, rules: SUM };
  const children = values.map((value) => cellOfUnit({ own: said(value), children: [], explicit: null }, rules));
  const explicit = target === null ? null : targetOfTexts([target]);
  const cell = cellOfUnit({ own: null, children, explicit }, rules);
  return { month: addMonths(APRIL, at), cell, rules, target: targetOf(cell, null, rules) };
}

describe("one month", () => {
  test("is not due while it runs, nor while nothing is reported and the due day has not passed", () => {
    const silent = month(0, [null, null], "10");
    expect(judgePeriod(silent, context("2026-04-30")).status).toBe("not_due");
    expect(judgePeriod(silent, context("2026-05-10")).status).toBe("not_due");
    expect(judgePeriod(silent, context("2026-05-11")).status).toBe("missing");
    expect(judgePeriod(month(0, [5, 5], "10"), context("2026-04-30")).status).toBe("not_due");
    expect(judgePeriod(month(0, [5, 5], "10"), context("2026-05-01")).status).toBe("on");
  });

  test("is due as soon as any part reports", () => {
    const judged = judgePeriod(month(0, [12, null], "10"), context("2026-05-02"));
    expect(judged).toMatchObject({ status: "incomplete", coverage: { reported: 1, due: 2 } });
  });

  test("of a sum with a target for the whole is incomplete below full coverage, whatever the minimum", () => {
    const values = [...Array.from({ length: 19 }, () => 1), null];
    expect(judgePeriod(month(0, values, "10"), context("2026-06-01")).status).toBe("incomplete");
    const mean = rulesOf({ orgRule: "mean", timeRule: "mean", decimals: 0 });
    expect(judgePeriod(month(0, values, { target: "1", rules: mean }), context("2026-06-01")).status).toBe("on");
  });
});

describe("a year to date", () => {
  test("leaves out months that nobody reported and whose due day has not passed", () => {
    const year = [month(0, [5, 5], "10"), month(1, [5, 5], "10"), month(2, [null, null], "10")];
    const early = judgeWindow(year, context("2026-07-10"));
    expect(early).toMatchObject({ status: "on", coverage: { reported: 4, due: 4 } });
    expect(targetView(early?.target ?? null).value).toBe(20);
    const late = judgeWindow(year, context("2026-07-11"));
    expect(late).toMatchObject({ status: "incomplete", coverage: { reported: 4, due: 6 } });
  });

  test("judges a sum over reported months only, and none that is part of a whole", () => {
    const year = Array.from({ length: 11 }, (_, at) => month(at, [5, 5], "10"));
    const withGap = [...year, month(11, [null, null], "10")];
    const judged = judgeWindow(withGap, context("2027-05-01"));
    expect(judged).toMatchObject({ status: "on", coverage: { reported: 22, due: 24 } });
    expect(judgeWindow([...year, month(11, [null, 9], "10")], context("2027-05-01"))?.status).toBe("incomplete");
  });

  test("of a last value has the status of its last due month", () => {
    const rules = rulesOf({ orgRule: "sum", timeRule: "last", decimals: 0 });
    const year = [
      month(0, [5, 5], { target: "10", rules: rules }),
      month(1, [null, null], { target: "10", rules: rules }),
    ];
    expect(judgeWindow(year, context("2026-06-10"))?.status).toBe("on");
    expect(judgeWindow(year, context("2026-06-11"))?.status).toBe("missing");
  });

  test("of no months is no judgement", () => {
    expect(judgeWindow([], context("2026-06-10"))).toBeNull();
  });
});

describe("comparison with last year", () => {
  test("takes the months that both years report, and says how many", () => {
    const now = [month(0, [5], null), month(1, [6], null), month(2, [null], null), month(3, [8], null)];
    const then = [month(-12, [1], null), month(-11, [null], null), month(-10, [3], null), month(-9, [4], null)];
    const compared = compareWithLastYear(now, then, context("2026-12-01").due) ?? expect.fail("nothing compared");
    expect(figureView(compared.thisYear).value).toBe(13);
    expect(figureView(compared.lastYear).value).toBe(5);
    expect(compared).toMatchObject({ months: 2, ofMonths: 4 });
  });

  test("without a month in common has no figures", () => {
    const compared = compareWithLastYear([month(0, [5], null)], [], context("2026-12-01").due);
    expect(compared).toMatchObject({
      months: 0,
      ofMonths: 1,
      thisYear: { kind: "missing" },
      lastYear: { kind: "missing" },
    });
  });
});
