import type { Action, Decision, Review } from "../../db/store.ts";
import type { OverviewView } from "../../shared/contracts/insight.ts";
import type { AnalysisUse } from "../../shared/domain/kpi-definition.ts";
import { may } from "../../shared/domain/permissions.ts";
import { subtreeOf } from "../../shared/domain/tree.ts";
import type { Actor } from "../access/actor.ts";
import { type Place, placeOf } from "../judging/asked-place.ts";
import { overviewAt } from "../judging/overview-at.ts";
import { namedOverview, namesIn } from "../judging/with-names.ts";

/** Everything that a review's agenda is filled from, as it is known now. */
export type ReviewFacts = {
  readonly place: Place;
  readonly overview: OverviewView;
  readonly nameOf: (code: string) => string;
  /** Of the unit and all below it that the reader may see. */
  readonly actions: readonly Action[];
  readonly decisions: readonly Decision[];
  readonly units: readonly string[];
  /** What each KPI is used for. */
  readonly uses: ReadonlyMap<string, readonly AnalysisUse[]>;
  /** What has happened: internal and external issues, needs and remarks on the time axis. */
  readonly issues: readonly { readonly text: string; readonly detail: string }[];
  readonly risks: Awaited<ReturnType<Place["readings"]["context"]["risks"]>>;
};

export async function readReviewFacts(
  actor: Actor,
  { unit, period }: Pick<Review, "unit" | "period">,
): Promise<ReviewFacts> {
  const place = await placeOf(actor, { unit, period });
  const { readings, tree } = place;
  const units = [unit, ...subtreeOf(tree, unit)].filter((code) => may(actor.holder, "read", code));
  const nameOf = await namesIn(actor.store);
  const definitions = await readings.kpis.definitionsOf(null);
  const kpis = await readings.kpis.list();
  const within = (thing: { readonly unit: string }) => units.includes(thing.unit);
  const issues = (await readings.context.issues()).filter(within);
  return {
    ...{ place, nameOf, units },
    overview: namedOverview(await overviewAt(place), nameOf),
    actions: await readings.actions.list({ units, kpis: null }),
    decisions: await readings.reviews.decisions({ units, kpis: null }),
    uses: new Map(kpis.map(({ id, code }) => [code, definitions.get(id)?.at(-1)?.uses ?? []])),
    issues: issues.map(({ text, kind, reviewedOn }) => ({
      text,
      detail: `${kind === "internal" ? "Internal" : "External"}, ${reviewedOn === null ? "not reviewed yet" : `reviewed on ${reviewedOn}`}`,
    })),
    risks: (await readings.context.risks()).filter(within),
  };
}
