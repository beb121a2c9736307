import type { Against } from "../shared/contracts/explain-move.ts";
import { isMonth, type Month } from "../shared/domain/month.ts";
import { ASKED_CHARTS, type AskedChart } from "../shared/domain/statistics/chart-kind.ts";
import { VARIATIONS, type Variation } from "../shared/domain/statistics/series.ts";
import { STATUS_KINDS, type StatusKind } from "../shared/domain/status-kind.ts";
import { type Language, languageOf } from "../shared/text/languages.ts";

/** What figures are held against besides their targets: the same months of last year, the forecast of the year. */
export type Comparison = "py" | "fc";

/** What every screen's address may hold. What is absent is the default: the newest due month, the reader's first unit, now. */
export type ScopeSearch = {
  /** Period. */
  p?: Month | undefined;
  /** Unit. */
  u?: string | undefined;
  /** Compared with: absent is the target. */
  cmp?: Comparison | undefined;
  /** Fiscal year, by the calendar year in which it ends. */
  fy?: number | undefined;
  /** A day or an instant: what was known then. */
  asof?: string | undefined;
};

/** The language of the page: absent is the reader's own. */
export type LanguageSearch = { lang?: Language | undefined };

export function readLanguage(raw: Raw): LanguageSearch {
  const { lang } = raw;
  return present({ lang: typeof lang === "string" ? (languageOf(lang) ?? undefined) : undefined });
}

/** One view of several on a page: absent is the first. */
export type ViewSearch<View extends string> = { view?: View | undefined };

export const SCOPE_KEYS = ["p", "u", "cmp", "fy", "asof"] as const satisfies readonly (keyof ScopeSearch)[];

const CODE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

type Raw = Readonly<Record<string, unknown>>;

/** Reads the scope of an address; what cannot be read is left out, as if it had not been said. */
export function readScope(raw: Raw): ScopeSearch {
  const fy = Number(raw["fy"]);
  return present({
    p: text(raw["p"], isMonth) as Month | undefined,
    u: text(raw["u"], (unit) => CODE.test(unit)),
    cmp: (["py", "fc"] as const).find((cmp) => cmp === raw["cmp"]),
    fy: Number.isInteger(fy) && fy > 1900 ? fy : undefined,
    asof: text(raw["asof"], (instant) => /^\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?$/.test(instant)),
  });
}

/** Reads `view` where it is one of the views beside the first. */
export function readView<View extends string>(raw: Raw, views: readonly View[]): ViewSearch<View> {
  return present({ view: views.find((view) => view === raw["view"]) });
}

/** How the overview shows its KPIs and which of them: absent is the list of all. */
export type OverviewSearch = ViewSearch<"bowler" | "charts"> & KpiFilter & { sort?: "worst" | "owner" | undefined };

/** Which KPIs are meant: of a theme and an owner by code, in a status, with a signal. */
export type KpiFilter = {
  theme?: string | undefined;
  owner?: string | undefined;
  status?: StatusKind | undefined;
  signal?: Variation | undefined;
};

export const FILTER_KEYS = ["theme", "owner", "status", "signal"] as const satisfies readonly (keyof KpiFilter)[];

export function readOverview(raw: Raw): OverviewSearch {
  return present({
    ...readView(raw, ["bowler", "charts"] as const),
    theme: text(raw["theme"], (theme) => CODE.test(theme)),
    owner: text(raw["owner"], (owner) => CODE.test(owner)),
    status: STATUS_KINDS.find((status) => status === raw["status"]),
    signal: VARIATIONS.find((signal) => signal === raw["signal"]),
    sort: (["worst", "owner"] as const).find((sort) => sort === raw["sort"]),
  });
}

/** What an explanation compares with, and over which parts: absent is the period before, and the direct parts. */
export type ExplainSearch = { against?: Against | undefined; level?: "reporting" | undefined };

export function readExplain(raw: Raw): ExplainSearch {
  const against = raw["against"];
  return present({
    against: against === "year" || against === "ytd" ? against : (text(against, isMonth) as Month | undefined),
    level: raw["level"] === "reporting" ? ("reporting" as const) : undefined,
  });
}

/** How the units stand side by side: absent is the list. */
export type BySearch = { by?: "heat" | "charts" | "funnel" | undefined };

export function readBy(raw: Raw): BySearch {
  return present({ by: (["heat", "charts", "funnel"] as const).find((by) => by === raw["by"]) });
}

/** One part of a page with several: absent is the first. */
export type TabSearch<Tab extends string> = { tab?: Tab | undefined };

/** Reads `tab` where it is one of the parts beside the first. */
export function readTab<Tab extends string>(raw: Raw, tabs: readonly Tab[]): TabSearch<Tab> {
  return present({ tab: tabs.find((tab) => tab === raw["tab"]) });
}

/** Reads the KPI that a page is narrowed to. */
export function readKpi(raw: Raw): { kpi?: string | undefined } {
  return present({ kpi: text(raw["kpi"], (code) => CODE.test(code)) });
}

/** Reads the person whose duties are shown: absent is one's own. */
export function readPerson(raw: Raw): { person?: string | undefined } {
  return present({ person: text(raw["person"], (code) => CODE.test(code)) });
}

/** What stands open over the overview: absent is nothing. */
export function readOpen(raw: Raw): { open?: "snapshot" | undefined } {
  return present({ open: raw["open"] === "snapshot" ? ("snapshot" as const) : undefined });
}

/** The page of a presentation (absent: the first) and the review that it was opened from. */
export function readPresent(raw: Raw): { k?: string | undefined; from?: string | undefined } {
  const code = (key: string) => text(raw[key], (said) => CODE.test(said));
  return present({ k: code("k"), from: code("from") });
}

/** Which chart a KPI's page draws: absent is the KPI's own. */
export type ChartSearch = { chart?: AskedChart | undefined };

export function readChart(raw: Raw): ChartSearch {
  return present({ chart: ASKED_CHARTS.find((chart) => chart === raw["chart"]) });
}

/** The query of an address, word by word: every value is text, and order is kept. */
export function parseSearch(query: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(query));
}

export function stringifySearch(search: Raw): string {
  const said = Object.entries(search).filter(([, value]) => value !== undefined && value !== "");
  const query = new URLSearchParams(said.map(([key, value]) => [key, String(value)])).toString();
  return query === "" ? "" : `?${query}`;
}

function text(value: unknown, isFit: (text: string) => boolean): string | undefined {
  return typeof value === "string" && isFit(value) ? value : undefined;
}

function present<Search extends object>(search: Search): Search {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as Search;
}
