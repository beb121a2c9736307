import type { Writings } from "../../db/store.ts";
import { AppError } from "../../shared/domain/failures.ts";
import type { Month } from "../../shared/domain/month.ts";
import { may } from "../../shared/domain/permissions.ts";
import { judgePeriodStep, type PeriodState, type PeriodStep } from "../../shared/domain/revision.ts";
import { subtreeOf, treeOfMonth } from "../../shared/domain/tree.ts";
import { type Actor, holderWithin } from "../access/actor.ts";
import { noteDeputy } from "../access/permit.ts";

export type PeriodStepInput = {
  /** Null: the organisation as a whole. */
  readonly unit: string | null;
  readonly month: Month;
  readonly step: PeriodStep;
  readonly reason?: string | undefined;
};

/** Units whose state changed, and those that were in it already. */
export type PeriodAnswer = { readonly changed: readonly string[]; readonly unchanged: readonly string[] };

const ACTIONS = { close: "close-month", reopen: "reopen-month", lock: "lock-month" } as const;
const COMMANDS = { close: "month-closed", reopen: "month-reopened", lock: "month-locked" } as const;

/**
 * Closes, reopens or locks a month of a unit and of all below it by the tree of that month. A locked month never
 * reopens: closing an area leaves what is locked in it as it is. None is locked while a submission waits in it.
 */
export async function changePeriod(actor: Actor, input: PeriodStepInput): Promise<PeriodAnswer> {
  const { unit, month, step } = input;
  const place = { entity: "period", entityCode: month, unitCode: unit };
  const event = { actor: actor.by, command: COMMANDS[step], ...place, reason: input.reason || null };
  return actor.store.command(event, async (store, written) => {
    const holder = await holderWithin(store, actor);
    if (!may(holder, ACTIONS[step], unit)) throw new AppError("not-allowed");
    await noteDeputy(store, { holder, by: actor.by }, [{ action: ACTIONS[step], unit }]);
    const found = await statesBelow(store, { unit, month });
    // By the tree of that month; a unit that has moved elsewhere since is not theirs to change.
    const states = [...found].filter(([code]) => may(holder, ACTIONS[step], code));
    const waiting =
      step === "lock" ? await waitingUnits(store, { units: states.map(([code]) => code), month }) : new Set();
    const changes = states.map(([code, state]) => ({
      code,
      outcome: judgePeriodStep(step, state, waiting.has(code)),
    }));
    refuse(
      changes.map(({ outcome }) => outcome),
      { step, month },
    );
    const changed = changes.flatMap(({ code, outcome }) =>
      outcome.kind === "changed" ? [{ code, state: outcome.state }] : [],
    );
    const by = actor.person?.code ?? null;
    await store.organisation.setPeriodStates(changed.map(({ code, state }) => ({ unit: code, month, state, by })));
    if (changed.length === 0) written.leaveNoEvent();
    else written.describe({ after: { month, state: changed[0]?.state, units: changed.map(({ code }) => code) } });
    const unchanged = changes.filter(({ outcome }) => outcome.kind !== "changed").map(({ code }) => code);
    return { changed: changed.map(({ code }) => code), unchanged };
  });
}

type Outcome = ReturnType<typeof judgePeriodStep>;

function refuse(outcomes: readonly Outcome[], { step, month }: { step: PeriodStep; month: Month }): void {
  const refusals = outcomes.flatMap((outcome) => (outcome.kind === "refused" ? [outcome.refusal] : []));
  const waits = refusals.find((refusal) => refusal === "submission-waits");
  if (waits !== undefined) throw new AppError(waits, { month });
  const isAllLocked = refusals.length > 0 && refusals.length === outcomes.length;
  if (isAllLocked || (refusals.length > 0 && step === "reopen")) throw new AppError("month-locked", { month });
}

async function statesBelow(
  store: Writings,
  { unit, month }: Pick<PeriodStepInput, "unit" | "month">,
): Promise<Map<string, PeriodState>> {
  const tree = treeOfMonth(await store.organisation.edges(), month);
  const top = unit ?? tree.root;
  const units = top === null ? [] : subtreeOf(tree, top);
  if (units.length === 0) throw new AppError("not-found", { what: "unit in this month" });
  const recorded = await store.organisation.periodStates({ units, from: month, to: month });
  const stateOf = new Map(recorded.map((one) => [one.unit, one.state]));
  return new Map(units.map((code) => [code, stateOf.get(code) ?? "open"]));
}

async function waitingUnits(
  store: Writings,
  { units, month }: { readonly units: readonly string[]; readonly month: Month },
): Promise<Set<string>> {
  const ids = await store.organisation.unitIds(units);
  const waiting = await store.results.waiting({ units: [...ids.values()], periods: [month] });
  return new Set(waiting.map(({ unitCode }) => unitCode));
}
