import type { OverviewKpi } from "../../../shared/contracts/insight.ts";
import type { Month } from "../../../shared/domain/month.ts";
import { shortMonthName } from "../../../shared/text/month-text.ts";
import { NO_NUMBER } from "../../../shared/text/number-format.ts";
import { relativeTo, type Variance } from "../../charts/variance-scale.ts";
import type { Comparison } from "../../search.ts";
import { say } from "../../text/say.ts";

/** What the figures of the overview are held against. */
export type Against = "target" | Comparison;

/** Heads of the three columns of figures; each says of which scenario it is. */
export function figureHeads(against: Against, period: Month, locale: string) {
  switch (against) {
    case "target": {
      const actual = say("overview.actualOf", { month: shortMonthName(period, locale) });
      return { actual, base: say("words.target"), delta: say("words.deltaTarget") };
    }
    case "py":
      return { actual: say("leader.ytdActual"), base: say("leader.ytdBefore"), delta: say("leader.deltaLastYear") };
    case "fc":
      return { actual: say("leader.yearForecast"), base: say("leader.yearTarget"), delta: say("leader.deltaYear") };
  }
}

/** A KPI's figure, what it is held against, and the difference, absolute and as a share. */
export type ComparedFigure = {
  readonly shown: string;
  readonly base: string;
  readonly note: string;
  readonly variance: Variance | null;
  readonly share: number | null;
};

export function comparedFigure(kpi: OverviewKpi, against: Against): ComparedFigure {
  if (against === "target") {
    const { shown, target, variance } = kpi;
    return { shown, base: withoutSign(target?.label), note: "", variance, share: relativeTo(target, variance) };
  }
  const compared = kpi.compared?.[against] ?? null;
  if (compared === null)
    return { shown: withoutYear(kpi, against), base: NO_NUMBER, note: "", variance: null, share: null };
  const { shown, base, months, variance } = compared;
  const from = against === "py" ? edge(kpi.lastYear.figure.value) : (kpi.yearEnd?.target ?? null);
  const note = against === "py" ? say("leader.months", { count: months }) : (kpi.yearEnd?.shown.chance ?? "");
  return { shown, base: withoutSign(base), note, variance, share: relativeTo(from, variance) };
}

function withoutYear(kpi: OverviewKpi, against: "py" | "fc"): string {
  return against === "py" ? kpi.ytd.shown : (kpi.yearEnd?.shown.median ?? NO_NUMBER);
}

function edge(value: number | null) {
  return { value, low: null, high: null, label: "" };
}

/** The bare numbers of a target: its inequality, and the marks that keep it together in text from right to left, go. */
export function withoutSign(label: string | undefined): string {
  return label?.replace(/[≤≥\u2066\u2069] ?/g, "") ?? "";
}
