import type { z } from "zod";
import type { Readings } from "../../db/store.ts";
import type {
  approvePolicyInput,
  DirectionView,
  sayPolicyInput,
  sayStrategyInput,
  sayThemeInput,
} from "../../shared/contracts/direction.ts";
import { type DateText, dayBefore, fiscalYearOf, monthOf } from "../../shared/domain/calendar.ts";
import { AppError } from "../../shared/domain/failures.ts";
import { may } from "../../shared/domain/permissions.ts";
import { type PolicyState, policyState } from "../../shared/domain/policy.ts";
import { directionHeadline, POLICY_STATE } from "../../shared/text/direction.ts";
import type { Actor } from "../access/actor.ts";
import { permit } from "../access/permit.ts";
import { readingsAsOf } from "../as-of.ts";
import { namesIn } from "../judging/with-names.ts";

const ACTION = "edit-strategy";
/** Who leads approves the policy: it is theirs (ISO 9001:2015, 5.2.1). */
const APPROVING = "record-decisions";

/** Policy, strategies and themes as of a moment. Everyone who may read anything may read them: they are for all. */
export async function readDirection(
  actor: Actor,
  { asOf }: { readonly asOf?: string | undefined },
): Promise<DirectionView> {
  const { readings, today } = await readingsAsOf(actor, asOf);
  const startMonth = (await readings.organisation.find())?.fiscalYearStart ?? 1;
  const year = fiscalYearOf(monthOf(today), startMonth);
  const objectives = await readings.objectives.list(null);
  const policies = await policyVersions(actor, { readings, today, cited: objectives });
  const themes = await readings.strategy.themes();
  const present = objectives.filter(({ fiscalYear }) => fiscalYear === year);
  const strategies = (await readings.strategy.strategies()).toReversed().map((strategy) => ({
    ...strategy,
    isInForce: strategy.fromYear <= year && year <= strategy.toYear,
    themes: themes
      .filter((theme) => theme.strategy === strategy.code)
      .map((theme) => ({ ...theme, objectives: present.filter((objective) => objective.theme === theme.code).length })),
  }));
  const inForce = policies.find(({ state }) => state === "in_force");
  return {
    headline: directionHeadline({
      policyFrom: inForce?.validFrom ?? null,
      strategies: strategies.filter(({ isInForce }) => isInForce).map(({ name }) => name),
    }),
    policies,
    strategies,
    mayEdit: asOf === undefined && may(actor.holder, ACTION, null),
    mayApprove: asOf === undefined && may(actor.holder, APPROVING, null),
  };
}

type Versions = {
  readonly readings: Readings;
  readonly today: DateText;
  readonly cited: readonly { readonly policySentence: number | null }[];
};

async function policyVersions(actor: Actor, { readings, today, cited }: Versions): Promise<DirectionView["policies"]> {
  const nameOf = await namesIn(actor.store);
  const versions = await readings.strategy.policies();
  return versions.map(({ validFrom, approvedBy, sentences, ...policy }, index) => {
    const next = versions.slice(0, index).findLast((later) => later.approvedBy !== null)?.validFrom ?? null;
    const state: PolicyState = policyState({ validFrom, next, isApproved: approvedBy !== null }, today);
    return {
      ...policy,
      ...{ validFrom, state, stateWord: POLICY_STATE[state] },
      validTo: next === null ? null : dayBefore(next),
      approvedBy: approvedBy === null ? null : nameOf(approvedBy),
      sentences: sentences.map((sentence) => ({
        ...sentence,
        objectives: cited.filter(({ policySentence }) => policySentence === sentence.id).length,
      })),
    };
  });
}

/** Drafts a version of the policy that is valid from a day, or changes the draft. An approved one stays as it is. */
export async function sayPolicy(actor: Actor, input: z.infer<typeof sayPolicyInput>): Promise<void> {
  const { version: expectedVersion, sentences } = input;
  const validFrom = input.validFrom as DateText;
  const event = { actor: actor.by, command: "policy-said", entity: "policy", entityCode: validFrom, after: input };
  await actor.store.command(event, async (store, written) => {
    await permit(store, actor, { action: ACTION, unit: null });
    const before = await policyOf(store, validFrom);
    refuseApproved(before);
    const text = sentences.join("\n");
    const said = await store.strategy.sayPolicy({ validFrom, text, sentences, approvedBy: null, expectedVersion });
    if (said.changed) written.describe({ before: before ?? undefined });
    else written.leaveNoEvent();
  });
}

/** Approves a draft: from its day on it is the policy, and objectives may cite its sentences. */
export async function approvePolicy(actor: Actor, input: z.infer<typeof approvePolicyInput>): Promise<void> {
  const validFrom = input.validFrom as DateText;
  const approvedBy = actor.person?.code;
  if (approvedBy === undefined) throw new AppError("not-allowed");
  const event = { actor: actor.by, command: "policy-approved", entity: "policy", entityCode: validFrom };
  await actor.store.command(event, async (store) => {
    await permit(store, actor, { action: APPROVING, unit: null });
    const draft = await policyOf(store, validFrom);
    if (draft === null) throw new AppError("not-found", { what: "policy" });
    refuseApproved(draft);
    const sentences = draft.sentences.map(({ text }) => text);
    const said = { validFrom, text: draft.text, sentences, approvedBy, expectedVersion: input.version };
    await store.strategy.sayPolicy(said);
  });
}

async function policyOf({ strategy }: Pick<Readings, "strategy">, validFrom: DateText) {
  return (await strategy.policies()).find((policy) => policy.validFrom === validFrom) ?? null;
}

function refuseApproved(policy: { readonly approvedBy: string | null } | null): void {
  if (policy === null || policy.approvedBy === null) return;
  throw new AppError("invalid-value", {
    problem: "An approved policy stays as it is. Draft a new one that is valid from another day.",
  });
}

/** Adds or changes a strategy. Its years keep covering those of its objectives. */
export async function sayStrategy(actor: Actor, input: z.infer<typeof sayStrategyInput>): Promise<void> {
  const { version: expectedVersion, ...strategy } = input;
  const { code, fromYear, toYear } = strategy;
  if (fromYear > toYear) throw new AppError("invalid-value", { problem: "A strategy ends no sooner than it begins." });
  const event = { actor: actor.by, command: "strategy-said", entity: "strategy", entityCode: code, after: input };
  await actor.store.command(event, async (store, written) => {
    await permit(store, actor, { action: ACTION, unit: null });
    const before = (await store.strategy.strategies()).find((known) => known.code === code);
    const themes = (await store.strategy.themes()).filter((theme) => theme.strategy === code);
    const left = (await store.objectives.list(null)).find(
      ({ theme, fiscalYear }) =>
        themes.some((known) => known.code === theme) && (fiscalYear < fromYear || toYear < fiscalYear),
    );
    if (left !== undefined) {
      throw new AppError("invalid-value", {
        problem: `Objective ${left.code} of ${left.fiscalYear} stands below this strategy. Its years have to cover it.`,
      });
    }
    const [said] = await store.strategy.putStrategies([{ ...strategy, expectedVersion }]);
    if (said?.changed === true) written.describe({ before });
    else written.leaveNoEvent();
  });
}

/** Adds or changes a theme. It moves to another strategy only where that covers the years of its objectives. */
export async function sayTheme(actor: Actor, input: z.infer<typeof sayThemeInput>): Promise<void> {
  const { version: expectedVersion, ...theme } = input;
  const event = { actor: actor.by, command: "theme-said", entity: "theme", entityCode: theme.code, after: input };
  await actor.store.command(event, async (store, written) => {
    await permit(store, actor, { action: ACTION, unit: null });
    const before = (await store.strategy.themes()).find(({ code }) => code === theme.code);
    const strategy = (await store.strategy.strategies()).find(({ code }) => code === theme.strategy);
    if (strategy === undefined) throw new AppError("unknown-code", { what: "Strategy", code: theme.strategy });
    const left = (await store.objectives.list(null)).find(
      (objective) =>
        objective.theme === theme.code &&
        (objective.fiscalYear < strategy.fromYear || strategy.toYear < objective.fiscalYear),
    );
    if (left !== undefined) {
      throw new AppError("invalid-value", {
        problem: `Objective ${left.code} of ${left.fiscalYear} stands below this theme, and strategy ${strategy.code} does not cover that year.`,
      });
    }
    const [said] = await store.strategy.putThemes([{ ...theme, expectedVersion }]);
    if (said?.changed === true) written.describe({ before });
    else written.leaveNoEvent();
  });
}
