import type { Objective, Readings } from "../../db/store.ts";
import type { ObjectiveView } from "../../shared/contracts/objectives.ts";
import { may } from "../../shared/domain/permissions.ts";
import { ancestorsOf, type OrgTree, subtreeOf } from "../../shared/domain/tree.ts";
import { lessonOfAction, lessonOfDecision } from "../../shared/text/objectives.ts";
import type { Actor } from "../access/actor.ts";

type Lesson = ObjectiveView["lessons"][number];
type Asked = {
  readonly readings: Pick<Readings, "reviews" | "actions">;
  readonly tree: OrgTree;
  readonly objective: Pick<Objective, "code" | "unit">;
  /** Codes of the KPIs that measure it. */
  readonly kpis: readonly string[];
};

/**
 * What is known when an objective's next year is set: decisions that stand on its KPIs, and what actions on them were
 * shown to do, at its unit, above and below it; as far as the actor may read. The newest first.
 */
export async function lessonsOf({ holder }: Actor, { readings, tree, objective, kpis }: Asked): Promise<Lesson[]> {
  const { unit, code } = objective;
  const near = [unit, ...ancestorsOf(tree, unit), ...subtreeOf(tree, unit)].filter((at) => may(holder, "read", at));
  const decisions = await readings.reviews.decisions({ units: near, kpis: [...kpis] });
  const replaced = new Set(decisions.map(({ supersedes }) => supersedes));
  const actions = await readings.actions.list({ units: near, kpis: null });
  const ended = actions.filter(
    ({ state, kpi, objective: served, effect }) =>
      (state === "effective" || state === "not_effective") &&
      (served === code || kpis.includes(kpi ?? effect?.kpi ?? "")),
  );
  return [
    ...decisions
      .filter((decision) => !replaced.has(decision.code))
      .map((decision) => ({
        ...{ kind: "decision" as const, code: decision.code, name: decision.text, detail: lessonOfDecision(decision) },
      })),
    ...ended.map((action) => ({
      ...{ kind: "effect" as const, code: action.code, name: action.title, detail: lessonOfAction(action) },
    })),
  ];
}
