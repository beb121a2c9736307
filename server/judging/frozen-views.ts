import { createHash } from "node:crypto";
import type { OverviewKpi, OverviewView } from "../../shared/contracts/insight.ts";
import type { KpiPoint } from "../../shared/contracts/kpi-view.ts";
import { type SnapshotPayload, snapshotPayloadSchema } from "../../shared/contracts/snapshot-payload.ts";
import type { Month } from "../../shared/domain/month.ts";

/** A frozen state as it is stored. */
export type StoredState = { readonly payload: string; readonly sha256: string };

/** What the page of a frozen state shows. */
export type FrozenPage = {
  /** Whether the payload still has the hash that it was stored with. */
  readonly verified: boolean;
  readonly unit: SnapshotPayload["unit"];
  readonly coverage: SnapshotPayload["coverage"];
  readonly overview: OverviewView;
  readonly kpis: number;
};

/** What a state is held against another by. */
export type ComparedState = {
  readonly asOf: string;
  readonly period: Month;
  readonly locale: string;
  readonly kpis: readonly ComparedKpi[];
};

export type ComparedKpi = {
  readonly view: OverviewKpi;
  readonly points: readonly Pick<KpiPoint, "period" | "figure" | "shown">[];
};

/** SHA-256 of a payload's text. */
export function hashOf(payload: string): string {
  return createHash("sha256").update(payload, "utf8").digest("hex");
}

/** What was frozen. A payload is never written otherwise than by a freeze. */
export function payloadOf(text: string): SnapshotPayload {
  return snapshotPayloadSchema.parse(JSON.parse(text));
}

export function pageOf(stored: StoredState): FrozenPage {
  const { unit, coverage, overview, kpis } = payloadOf(stored.payload);
  return { verified: isWhole(stored), unit, coverage, overview, kpis: kpis.length };
}

export function comparedOf(stored: StoredState): ComparedState & { readonly verified: boolean } {
  const { asOf, period, organisation, overview, kpis } = payloadOf(stored.payload);
  const pointsOf = new Map(kpis.map(({ kpi, points }) => [kpi, points]));
  return {
    ...{ verified: isWhole(stored), asOf, period, locale: organisation.locale },
    kpis: overview.kpis.flatMap((view) => {
      const points = pointsOf.get(view.kpi);
      return points === undefined ? [] : [{ view, points: points.map(comparedPoint) }];
    }),
  };
}

export function comparedPoint({ period, figure, shown }: KpiPoint): ComparedKpi["points"][number] {
  return { period, figure, shown };
}

function isWhole({ payload, sha256 }: StoredState): boolean {
  return hashOf(payload) === sha256;
}
