import type { Decision } from "../../db/store.ts";
import type { OverviewKpi } from "../../shared/contracts/insight.ts";
import type { DecideInput, DecisionView } from "../../shared/contracts/reviews.ts";
import { AppError } from "../../shared/domain/failures.ts";
import { addMonths } from "../../shared/domain/month.ts";
import { may } from "../../shared/domain/permissions.ts";
import type { Actor } from "../access/actor.ts";
import { permit } from "../access/permit.ts";
import { placeOf } from "../judging/asked-place.ts";
import { addFrozen, withFrozen } from "../judging/freeze.ts";
import { comparedNow } from "../judging/frozen-state.ts";
import type { ComparedKpi, ComparedState } from "../judging/frozen-views.ts";
import { readCompared } from "../judging/read-frozen.ts";
import { namesIn } from "../judging/with-names.ts";
import { decisionRow, readKpiNames } from "./decision-rows.ts";
import { reviewFor } from "./reviews.service.ts";

/** Records a decision with what was on screen frozen beside it, and the action that follows, all in one command. */
export async function decide(actor: Actor, input: DecideInput): Promise<{ readonly code: string }> {
  const { unit, period, kpi, review } = input;
  if (review !== null) await openReview(actor, review);
  const event = { actor: actor.by, command: "decided", entity: "decision", unitCode: unit, after: input };
  const kpis = kpi === null ? null : [kpi];
  return withFrozen(actor, { unit, period, kpis, action: "record-decisions" }, (frozen) =>
    actor.store.command(event, async (store, written) => {
      await permit(store, actor, { action: "record-decisions", unit });
      const by = actor.person?.code ?? null;
      const label = `Evidence: ${input.text}`.slice(0, 200);
      const snapshot = await addFrozen(store, { frozen, label, at: written.at, by, newId: actor.newId });
      if (snapshot === null) {
        written.leaveNoEvent();
        return null;
      }
      const { kind, text, options, rationale, owner, reviewOn, supersedes, actionDue } = input;
      const { code } = await store.reviews.decide({
        ...{ code: null, kind, unit, kpi, owner, text, options, rationale, reviewOn, supersedes, review },
        decidedOn: actor.today,
        evidence: snapshot.id,
        seen: JSON.stringify({ path: input.path, unit, period, kpi }),
      });
      if (actionDue !== null) {
        await store.actions.put({
          ...{
            code: null,
            kind: "improvement",
            title: text.slice(0, 300),
            cause: "",
            owner,
            unit,
            kpi,
            objective: null,
          },
          ...{ startedOn: null, dueOn: actionDue, state: "planned", progress: 0, resources: "", effect: null },
          ...{ verification: null, decision: code },
        });
      }
      written.describe({ entityCode: code });
      return { code };
    }),
  );
}

async function openReview(actor: Actor, code: string): Promise<void> {
  const { state } = await reviewFor(actor, code);
  if (state === "held" || state === "cancelled") {
    throw new AppError("step-not-allowed", { problem: "This review is over. Record the decision in the next one." });
  }
}

/** A decision with the values that were seen, beside the same months as they are known now. */
export async function readDecision(
  actor: Actor,
  { decision: code }: { readonly decision: string },
): Promise<DecisionView> {
  const all = await actor.store.reviews.decisions({ units: null, kpis: null });
  const decision = all.find((known) => known.code === code);
  if (decision === undefined || !may(actor.holder, "read", decision.unit)) {
    throw new AppError("not-found", { what: "decision", code });
  }
  const place = await placeOf(actor, { unit: decision.unit });
  const actions = await actor.store.actions.list({ units: null, kpis: null });
  const around = { place, nameOf: await namesIn(actor.store), decisions: all, kpiNames: await readKpiNames(place) };
  const readable = actions.filter(({ unit }) => may(actor.holder, "read", unit));
  return {
    decision: decisionRow(decision, { ...around, actions: readable }),
    evidence: await evidenceOf(actor, decision),
  };
}

async function evidenceOf(actor: Actor, { evidence, seen, unit }: Decision): Promise<DecisionView["evidence"]> {
  const snapshot = evidence === null ? null : await actor.store.snapshots.find(evidence);
  if (snapshot === null) return null;
  const { verified, ...then } = await readCompared(snapshot);
  // As the evidence was frozen: in the organisation's language.
  const place = await placeOf({ ...actor, language: null }, { unit, period: then.period });
  const codes = then.kpis.map(({ view }) => view.kpi);
  const now = await comparedNow(place, { kpis: codes, asOf: actor.now() });
  const kpis = then.kpis.map((kpi) => comparison(kpi, { then, now }));
  const restated = kpis.reduce((sum, kpi) => sum + kpi.restated.length, 0);
  return {
    id: snapshot.id,
    sha256: snapshot.sha256,
    verified,
    asOf: then.asOf,
    period: then.period,
    path: seen === null ? "" : String((JSON.parse(seen) as { path?: unknown }).path ?? ""),
    kpis,
    sentence:
      restated === 0
        ? "Every month seen then reads the same today."
        : `${restated} ${restated === 1 ? "month was" : "months were"} restated since.`,
  };
}

type Sides = { readonly then: ComparedState; readonly now: ComparedState };
type Compared = NonNullable<DecisionView["evidence"]>["kpis"][number];

/** Months before the period that are held against each other. */
const COMPARED_MONTHS = 24;

function comparison({ view: seen, points }: ComparedKpi, { then, now }: Sides): Compared {
  const today = now.kpis.find(({ view }) => view.kpi === seen.kpi) ?? null;
  const first = addMonths(then.period, -COMPARED_MONTHS);
  const after = new Map(today?.points.map((point) => [point.period, point]));
  return {
    kpi: seen.kpi,
    name: seen.name,
    seen: sideOf(seen),
    now: today === null ? null : sideOf(today.view),
    restated: points.flatMap(({ period, shown }) => {
      const present = after.get(period)?.shown ?? "–";
      return period > first && present !== shown ? [{ month: period, seen: shown, now: present }] : [];
    }),
  };
}

function sideOf({ shown, target, statusWord, verdict }: OverviewKpi): Compared["seen"] {
  return { shown, target: target?.label ?? "no target", statusWord, sentence: verdict.sentence };
}
