import type { ByUnitView, FunnelView } from "../contracts/by-unit.ts";
import type { KpiUnitsView, KpiView } from "../contracts/kpi-view.ts";
import type { TargetView } from "../domain/target.ts";

type OutCell = string | number | null;

/** The numbers of a chart, as exact as they are known: heads first. */
export type ChartTable = readonly (readonly OutCell[])[];

const LIMITS = ["mean", "usual_low", "usual_high"] as const;
const AIMS = ["target", "target_low", "target_high"] as const;
const FORECAST = ["forecast", "forecast_low80", "forecast_high80"] as const;

const aimsOf = (target: TargetView | null): OutCell[] => [
  target?.value ?? null,
  target?.low ?? null,
  target?.high ?? null,
];

/** A row for each month of a KPI's chart, and for each that is forecast. */
export function kpiTable(view: KpiView): ChartTable {
  const heads = [
    ...["kpi", "unit", "period", "value", "numerator", "denominator", ...AIMS, "status", ...LIMITS, "signal"],
    ...["counts", "reported", "due", ...FORECAST],
  ];
  const place = [view.kpi, view.unit.code];
  const known = view.points.map((point): OutCell[] => {
    const { period, figure, coverage, excluded } = point;
    const value = figure.kind === "not_applicable" ? "n/a" : figure.value;
    return [
      ...[...place, period, value, figure.numerator, figure.denominator, ...aimsOf(point.target), point.status],
      ...[point.mean, point.low, point.high, point.specialCause, excluded ? "no" : "yes"],
      ...[coverage.reported, coverage.due, null, null, null],
    ];
  });
  const coming = (view.forecast?.points ?? []).map(({ period, target, median, low80, high80 }): OutCell[] => [
    ...[...place, period, null, null, null, ...aimsOf(target), "forecast"],
    ...[null, null, null, null, null, null, null, median, low80, high80],
  ]);
  return [heads, ...known, ...coming];
}

/** A row for each unit of the list by unit. */
export function unitsTable(view: KpiUnitsView): ChartTable {
  const heads = [
    "kpi",
    "unit",
    "name",
    "period",
    "value",
    ...AIMS,
    "status",
    "reported",
    "due",
    "rate_effect",
    "mix_effect",
  ];
  const rows = view.units.map(({ unit, figure, target, status, coverage, contribution }): OutCell[] => [
    ...[view.kpi, unit.code, unit.name, view.period, figure.value, ...aimsOf(target), status],
    ...[coverage.reported, coverage.due, contribution?.rate ?? null, contribution?.mix ?? null],
  ]);
  return [heads, ...rows];
}

/** A row for each unit and month of the heat map and of the small charts. */
export function unitMonthsTable(view: ByUnitView): ChartTable {
  const rows = view.units.flatMap(({ unit, values, statuses }) =>
    view.months.map((month, at): OutCell[] => [
      ...[view.kpi, unit.code, unit.name, month, values[at] ?? null, statuses[at] ?? null],
    ]),
  );
  return [["kpi", "unit", "name", "period", "value", "status"], ...rows];
}

/** A row for each unit of a funnel, with the limits of its size. */
export function funnelTable({ kpi, period }: ByUnitView, { points }: FunnelView): ChartTable {
  const heads = ["kpi", "unit", "name", "period", "denominator", "value", "low95", "high95", "low99_8", "high99_8"];
  const rows = points.map(({ unit, denominator, value, lower95, upper95, lower998, upper998, outside }): OutCell[] => [
    ...[kpi, unit.code, unit.name, period, denominator, value, lower95, upper95, lower998, upper998, outside],
  ]);
  return [[...heads, "outside"], ...rows];
}
