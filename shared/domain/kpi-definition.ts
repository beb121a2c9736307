import type { Frequency } from "./calendar.ts";
import { compareDecimals, type Decimal } from "./decimal.ts";
import type { Month } from "./month.ts";

export const DIRECTIONS = ["higher", "lower", "band", "neutral"] as const;
export type Direction = (typeof DIRECTIONS)[number];

export const INPUTS = ["value", "ratio", "derived"] as const;
export type Input = (typeof INPUTS)[number];

/** Over units, within a period. `none`: shown only where entered. */
export const ORG_RULES = ["ratio", "sum", "mean", "min", "max", "none"] as const;
export type OrgRule = (typeof ORG_RULES)[number];

/** Over periods. */
export const TIME_RULES = ["ratio", "cumulative_ratio", "sum", "mean", "min", "max", "last"] as const;
export type TimeRule = (typeof TIME_RULES)[number];

export const CHART_KINDS = ["auto", "xmr", "p-prime", "u-prime", "run"] as const;
export type ChartKind = (typeof CHART_KINDS)[number];

/** What results are for: the four uses of ISO 9001:2015, 9.1.3 that a KPI of quality may serve, and the rest of its list. */
export const ANALYSIS_USES = [
  "conformity",
  "customer-satisfaction",
  "system-performance",
  "planning",
  "risk-actions",
  "external-providers",
  "improvement-needs",
] as const;
export type AnalysisUse = (typeof ANALYSIS_USES)[number];

export const MAX_DECIMALS = 6;

/** The part of a definition that decides how figures are computed and shown. */
export type FigureRules = {
  readonly input: Input;
  /** A ratio's value is multiplier x numerator / denominator; 1 for other inputs. Positive. */
  readonly multiplier: Decimal;
  /** 0 to 6: digits behind the point of a figure as shown, on which status is judged. */
  readonly decimals: number;
  readonly direction: Direction;
  readonly orgRule: OrgRule;
  readonly timeRule: TimeRule;
};

/** A version of a KPI, valid from a month until the next version begins. */
export type KpiDefinition = FigureRules & {
  readonly version: number;
  /** `ALWAYS` for the first version. */
  readonly validFrom: Month;
  readonly name: string;
  readonly description: string | null;
  readonly formula: string | null;
  readonly source: string | null;
  readonly exclusions: string | null;
  readonly unitOfMeasure: string;
  readonly numeratorLabel: string | null;
  readonly denominatorLabel: string | null;
  readonly expression: string | null;
  readonly frequency: Frequency;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly chartKind: ChartKind;
  readonly uses: readonly AnalysisUse[];
};

/** What is wrong with the rules of a definition; the fields that need a person's attention. */
export type DefinitionFault =
  | "ratio-rule-needs-ratio-input"
  | "derived-needs-expression"
  | "expression-needs-derived-input"
  | "multiplier-not-positive"
  | "decimals-out-of-range"
  | "limits-reversed";

type JudgedFields = FigureRules & Pick<KpiDefinition, "expression" | "minimum" | "maximum">;

/** Every fault of a definition's rules; empty where it can be used. */
export function definitionFaults(definition: JudgedFields): DefinitionFault[] {
  const { input, orgRule, timeRule, expression, minimum, maximum, decimals } = definition;
  const needsRatio = orgRule === "ratio" || timeRule === "ratio" || timeRule === "cumulative_ratio";
  const faults: [DefinitionFault, boolean][] = [
    ["ratio-rule-needs-ratio-input", needsRatio && input !== "ratio"],
    ["derived-needs-expression", input === "derived" && (expression ?? "").trim() === ""],
    ["expression-needs-derived-input", input !== "derived" && (expression ?? "").trim() !== ""],
    ["multiplier-not-positive", definition.multiplier.digits <= 0],
    ["decimals-out-of-range", !Number.isInteger(decimals) || decimals < 0 || decimals > MAX_DECIMALS],
    ["limits-reversed", minimum !== null && maximum !== null && minimum > maximum],
  ];
  return faults.filter(([, holds]) => holds).map(([fault]) => fault);
}

type ComparedFields = Pick<
  KpiDefinition,
  "formula" | "expression" | "input" | "unitOfMeasure" | "exclusions" | "multiplier"
>;

/**
 * Whether results before and after a change can no longer be compared, so that limits start anew: a change of
 * formula, input, unit of measure, exclusions or multiplier. A change of name, decimals or rules does not.
 */
export function breaksComparability(before: ComparedFields, after: ComparedFields): boolean {
  return (
    before.formula !== after.formula ||
    before.expression !== after.expression ||
    before.input !== after.input ||
    before.unitOfMeasure !== after.unitOfMeasure ||
    before.exclusions !== after.exclusions ||
    compareDecimals(before.multiplier, after.multiplier) !== 0
  );
}

/** The version in force for a month: the newest whose first month is not later. Null where none has begun. */
export function versionOf<Version extends { readonly validFrom: Month }>(
  versions: readonly Version[],
  month: Month,
): Version | null {
  let found: Version | null = null;
  for (const version of versions) {
    if (version.validFrom <= month && (found === null || version.validFrom >= found.validFrom)) found = version;
  }
  return found;
}
