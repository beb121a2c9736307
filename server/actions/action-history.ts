import type { Action, ActionVersion } from "../../db/store.ts";
import type { ActionView } from "../../shared/contracts/actions.ts";
import { actionKindWord, actionStateWord } from "../../shared/text/action-text.ts";
import type { ActionNames } from "./action-names.ts";

type Field = { readonly label: string; readonly text: (action: Action, names: ActionNames) => string };

const NONE = "none";
const money = (amount: number | null) => (amount === null ? NONE : String(amount));

/** What a reader is told of a version, in this order. */
const FIELDS: readonly Field[] = [
  { label: "State", text: ({ state }) => actionStateWord(state) },
  { label: "Title", text: ({ title }) => title },
  { label: "Kind", text: ({ kind }) => actionKindWord(kind) },
  { label: "Owner", text: ({ owner }, names) => names.person(owner)?.name ?? NONE },
  { label: "Due", text: ({ dueOn }) => dueOn ?? NONE },
  { label: "Began", text: ({ startedOn }) => startedOn ?? NONE },
  { label: "Unit", text: ({ unit }) => unit },
  { label: "KPI", text: ({ kpi }, names) => names.kpi(kpi)?.name ?? NONE },
  { label: "Objective", text: ({ objective }) => objective ?? NONE },
  { label: "Progress", text: ({ progress }) => `${progress} %` },
  { label: "Steps", text: ({ steps }) => `${steps.filter(({ done }) => done).length} of ${steps.length} done` },
  { label: "Cause", text: ({ cause }) => cause || NONE },
  { label: "Resources", text: ({ resources }) => resources || NONE },
  { label: "Cost", text: ({ cost }) => money(cost) },
  { label: "Spent", text: ({ spent }) => money(spent) },
  { label: "Expected effect", text: ({ effect }) => effectText(effect) },
  { label: "Check", text: ({ verification }) => verification ?? NONE },
  { label: "Overridden because", text: ({ overrideReason }) => overrideReason ?? NONE },
];

function effectText(effect: Action["effect"]): string {
  return effect === null
    ? NONE
    : `${effect.kpi} ${effect.size > 0 ? "+" : ""}${effect.size} by ${effect.by ?? "any time"}`;
}

/** Who said what of an action and when, the newest first. */
export function actionHistory(versions: readonly ActionVersion[], names: ActionNames): ActionView["history"] {
  return versions
    .map((version, index) => ({
      version: version.version,
      at: new Date(version.at).toISOString(),
      by: names.nameOf(version.actor),
      reason: version.reason,
      changes: changesBetween(versions[index - 1] ?? null, version, names),
    }))
    .reverse();
}

function changesBetween(before: Action | null, after: Action, names: ActionNames): string[] {
  return FIELDS.flatMap(({ label, text }) => {
    const now = text(after, names);
    if (before === null) return now === NONE || now === "0 %" || now === "0 of 0 done" ? [] : [`${label}: ${now}`];
    const then = text(before, names);
    return then === now ? [] : [`${label}: ${then} → ${now}`];
  });
}
