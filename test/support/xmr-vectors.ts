import type { AnalysisAnswer } from "./api-answers.ts";
import { referenceText } from "./reference.ts";
import { isClose } from "./reference-compare.ts";

/** A published series as the health service's own package judged it. */
export type XmrVector = {
  readonly id: string;
  readonly unit: string;
  readonly measure: string;
  readonly periods: readonly string[];
  readonly values: readonly (number | null)[];
  readonly expected: Omit<AnalysisAnswer, "points" | "ruleSet"> & {
    readonly point_type: readonly string[];
    readonly special_cause_type: readonly string[];
  };
};

/** Figures of the product come from numerators and denominators, those of the package from rounded percentages. */
const TOLERANCE = 1e-7;

/** The plain runs of a file's series of which no month is absent: the package bridges absent months, the product does not. */
export function plainVectors(file: "ae" | "mta"): XmrVector[] {
  const vectors: XmrVector[] = JSON.parse(referenceText("vectors/xmr_real.json") ?? "[]");
  return vectors.filter(({ id, periods }) => {
    const months = periods.map((period) => Number(period.slice(0, 4)) * 12 + Number(period.slice(5)));
    const isWhole = months.every((month, at) => at === 0 || month === (months[at - 1] ?? 0) + 1);
    return id.startsWith(`${file}: `) && !id.includes("[") && isWhole;
  });
}

/** Where the analysis of a vector's series stands, in the rule set of the package. */
export function pathOf({ unit, measure, periods }: XmrVector, codeOf: (name: string) => string): string {
  const span = `from=${periods[0]}&to=${periods.at(-1)}`;
  return `/kpis/${codeOf(measure)}/analysis?unit=${codeOf(unit)}&${span}&chart=xmr&ruleSet=ptd-0.2.2`;
}

/** Where an analysis differs from a vector, in words; empty where limits, signals and icons are equal. */
export function differencesFrom({ expected, periods }: XmrVector, analysis: AnalysisAnswer): string[] {
  const { points, segments, variation_icon, assurance_icon } = analysis;
  const exact = {
    segments: segments.map(({ first_period, n, short_group_warning }) => [first_period, n, short_group_warning]),
    periods: points.map(({ period }) => period),
    point_type: points.map(({ point_type }) => point_type),
    special_cause_type: points.map(({ special_cause_type }) => special_cause_type),
    icons: [variation_icon, assurance_icon],
  };
  const theirs = {
    segments: expected.segments.map(({ first_period, n, short_group_warning }) => [
      first_period,
      n,
      short_group_warning,
    ]),
    periods,
    point_type: expected.point_type,
    special_cause_type: expected.special_cause_type,
    icons: [expected.variation_icon, expected.assurance_icon],
  };
  const names = ["segments", "periods", "point_type", "special_cause_type", "icons"] as const;
  const found = names.flatMap((name) => {
    const [ours, wanted] = [JSON.stringify(exact[name]), JSON.stringify(theirs[name])];
    return ours === wanted ? [] : [`${name} ${ours} instead of ${wanted}`];
  });
  const limits = expected.segments.flatMap((segment, at) =>
    (["mean", "lpl", "upl"] as const).flatMap((limit) =>
      isClose(segments[at]?.[limit], segment[limit], TOLERANCE)
        ? []
        : [`${limit} ${segments[at]?.[limit]} instead of ${segment[limit]}`],
    ),
  );
  return [...found, ...limits];
}
