import type { SignedHead } from "../../../db/store.ts";
import type { OverviewKpi } from "../../../shared/contracts/insight.ts";
import type { KpiPoint } from "../../../shared/contracts/kpi-view.ts";
import type { FrozenAction, FrozenKpi, SnapshotPayload } from "../../../shared/contracts/snapshot-payload.ts";
import { fiscalYearName, monthsOfYear } from "../../../shared/domain/calendar.ts";
import type { Month } from "../../../shared/domain/month.ts";
import { dateText } from "../../../shared/text/instant-text.ts";
import { longMonthText, shortMonthName } from "../../../shared/text/month-text.ts";
import {
  chartDescription,
  footLines,
  PACK_WORDS,
  reasonText,
  unitsReported,
  yearChartTitle,
} from "../../../shared/text/pack-text.ts";
import { type Names, namedPayload } from "./named-payload.ts";

/** What a file is made from: the snapshot as it is stored, and the names of the people in it. */
export type PackSource = {
  readonly id: string;
  readonly sha256: string;
  readonly label: string;
  readonly takenAt: string;
  /** The signed end of the audit chain, which stands beside the payload. */
  readonly head: SignedHead;
  /** Canonical JSON, to the byte as it was hashed. */
  readonly text: string;
  readonly payload: SnapshotPayload;
  readonly names: Names;
  /** Where the snapshot can be opened; null where the server's address is not known. */
  readonly link: string | null;
};

/** The same before its text was taken apart, which costs time: the thread that writes does it. */
export type StoredPack = Omit<PackSource, "payload">;

/** One month of a KPI in the year's table; `point` is null where nothing is due or known. */
export type YearCell = {
  readonly month: Month;
  readonly point: KpiPoint | null;
  readonly forecast: FrozenKpi["forecast"][number] | null;
};

export type PackKpi = {
  readonly view: OverviewKpi;
  readonly frozen: FrozenKpi;
  readonly year: readonly YearCell[];
  /** What a chart of the year shows, without judging. */
  readonly title: string;
  /** Why a decision is asked, and what follows; empty where none is. */
  readonly why: string;
  readonly asked: string;
  readonly cause: string;
  readonly countermeasure: string;
  readonly description: string;
};

/** A snapshot in the words of its files: slides, pages, sheets and the web file all say this and compute nothing. */
export type Pack = PackSource & {
  readonly locale: string;
  readonly headline: string;
  readonly subline: string;
  /** "Group · October 2026 · FY26". */
  readonly scope: string;
  readonly year: string;
  readonly footLines: readonly [string, string];
  readonly footRight: string;
  readonly reported: string;
  readonly months: readonly { readonly month: Month; readonly name: string }[];
  readonly groups: readonly { readonly name: string; readonly sentence: string; readonly kpis: readonly PackKpi[] }[];
  readonly kpis: readonly PackKpi[];
  /** Most urgent first. */
  readonly decisions: readonly PackKpi[];
  readonly late: readonly FrozenAction[];
};

export function packOf(source: PackSource): Pack {
  const payload = namedPayload(source.payload, source.names);
  const { organisation, overview, period, fiscalYear, unit } = payload;
  const { locale, timeZone, fiscalYearStart } = organisation;
  const months = monthsOfYear(fiscalYear, fiscalYearStart);
  const year = fiscalYearName(fiscalYear);
  const frozen = new Map(payload.kpis.map((kpi) => [kpi.kpi, kpi]));
  const kpis = overview.kpis.flatMap((view): PackKpi[] => {
    const found = frozen.get(view.kpi);
    return found === undefined ? [] : [packKpi(view, found, { months, locale, unit: unit.name, year })];
  });
  const byCode = new Map(kpis.map((kpi) => [kpi.view.kpi, kpi]));
  const held = (codes: readonly string[]) => codes.flatMap((code) => byCode.get(code) ?? []);
  return {
    ...source,
    ...{ payload, locale, year, kpis },
    headline: overview.headline,
    subline: overview.subline,
    scope: `${unit.name} · ${longMonthText(period, locale)} · ${year}`,
    footLines: footLines({ asOf: payload.asOf, locale, timeZone, ...source, units: payload.coverage.units }),
    footRight: `${organisation.name} · ${year}`,
    reported: unitsReported(payload.coverage.units),
    months: months.map((month) => ({ month, name: shortMonthName(month, locale) })),
    groups: overview.groups.map(({ name, sentence, kpis }) => ({ name, sentence, kpis: held(kpis) })),
    decisions: held(overview.decisions),
    late: payload.actions.filter(({ late }) => late).toSorted(byDue),
  };
}

function byDue(a: FrozenAction, b: FrozenAction): number {
  return (a.due ?? "9") < (b.due ?? "9") ? -1 : 1;
}

type Setting = {
  readonly months: readonly Month[];
  readonly locale: string;
  readonly unit: string;
  readonly year: string;
};

function packKpi(view: OverviewKpi, frozen: FrozenKpi, { months, locale, unit, year }: Setting): PackKpi {
  const { verdict, target } = view;
  const newest = frozen.points.at(-1)?.spoken ?? PACK_WORDS.notReported;
  const plan = view.plan;
  const { reason: kind } = verdict;
  const reason = kind === null || kind === "worsening" ? "" : reasonText(kind, frozen.since, locale);
  const cause = frozen.plans.find(({ code }) => code === plan?.code)?.cause ?? "";
  return {
    ...{ view, frozen },
    year: months.map((month) => ({
      month,
      point: frozen.points.find(({ period }) => period === month) ?? null,
      forecast: frozen.forecast.find(({ period }) => period === month) ?? null,
    })),
    title: yearChartTitle(view, { unit, year, forecast: frozen.forecast.length > 0 }),
    why: [reason, verdict.sentence].filter((part) => part !== "").join(" "),
    asked: [reason, verdict.advice].filter((part) => part !== "").join(" "),
    cause: cause === "" ? PACK_WORDS.noCause : cause,
    countermeasure: plan === null ? PACK_WORDS.noPlan : planText(plan, locale),
    description: chartDescription({
      ...{ title: frozen.title, sentence: verdict.sentence, newest },
      target: target?.label ?? null,
    }),
  };
}

type Plan = NonNullable<OverviewKpi["plan"]>;

/** "Swap 214 operators. M. Lindqvist, due 24 Oct 2026. Plan overdue 12 days." */
function planText({ title, owner, due, sentence }: Plan, locale: string): string {
  const who = [owner, due === null ? null : `due ${dateText(due, locale)}`].filter((part) => part !== null).join(", ");
  return [title.replace(/\.$/, ""), who, sentence]
    .filter((part) => part !== "")
    .map((part) => `${part}.`)
    .join(" ");
}
