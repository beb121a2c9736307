/** What the routes for other systems answer, as far as the tests on real data read it. */
export type FigureAnswer = {
  readonly kind: "number" | "not_applicable" | "missing";
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
};

type Coverage = { readonly reported: number; readonly due: number };

export type JudgedAnswer = {
  readonly figure: FigureAnswer;
  readonly target: number | null;
  readonly status: string;
  readonly coverage: Coverage;
};

export type PointAnswer = JudgedAnswer & {
  readonly period: string;
  readonly point_type: string | null;
  readonly special_cause_type: string | null;
};

export type AnalysisAnswer = {
  readonly ruleSet: string;
  readonly points: readonly PointAnswer[];
  readonly segments: readonly {
    readonly first_period: string;
    readonly n: number;
    readonly mean: number | null;
    readonly lpl: number | null;
    readonly upl: number | null;
    readonly short_group_warning: boolean;
  }[];
  readonly variation_icon: string | null;
  readonly assurance_icon: string | null;
};

export type UnitsAnswer = { readonly units: readonly (JudgedAnswer & { readonly unit: string })[] };

export type OverviewAnswer = {
  readonly unit: string;
  readonly period: string;
  readonly kpis: readonly (JudgedAnswer & {
    readonly kpi: string;
    readonly period: string;
    readonly ytd: JudgedAnswer & { readonly months: number };
    readonly lastYear: { readonly figure: FigureAnswer; readonly months: number };
  })[];
};

export type ResultsAnswer = {
  readonly results: readonly (FigureAnswer & { unit: string; kpi: string; period: string })[];
  readonly nextCursor: string | null;
};

export type SnapshotAnswer = {
  readonly id: string;
  readonly sha256: string;
  readonly payload: {
    readonly kpis: readonly {
      readonly kpi: string;
      readonly points: readonly {
        readonly period: string;
        readonly figure: FigureAnswer;
        readonly status: string;
        readonly coverage: Coverage;
      }[];
    }[];
  };
};
