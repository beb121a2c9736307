import type { ActionRow, ActionView, ChangeActionInput, CreateActionInput } from "../../../shared/contracts/actions.ts";
import type { ActionKind } from "../../../shared/domain/action.ts";
import type { DateText } from "../../../shared/domain/calendar.ts";
import type { Month } from "../../../shared/domain/month.ts";
import { readNumber } from "../../../shared/domain/number-recognition.ts";

/** An action as its form holds it: every field as it is written. */
export type ActionDraft = {
  title: string;
  kind: ActionKind;
  cause: string;
  owner: string;
  unit: string;
  kpi: string;
  objective: string;
  risk: string;
  dueOn: string;
  resources: string;
  cost: string;
  spent: string;
  progress: string;
  steps: ActionRow["steps"];
  effectKpi: string;
  effectSize: string;
  effectBy: string;
};

export type Shape = { draft: ActionDraft; change: (part: Partial<ActionDraft>) => void };

const NUMBERS = ["effectSize", "cost", "spent", "progress"] as const;
type NumberField = (typeof NUMBERS)[number];

/** The number in a field; null where it is empty. What cannot be read as one number alone is a fault and no number. */
function numberIn(field: string): number | null {
  const reading = readNumber(field, { decimal: "auto" });
  return reading.kind === "number" ? reading.value : null;
}

/** What is wrong with the numbers of a form, by field: nothing is guessed. */
export function draftFaults(draft: ActionDraft): Partial<Record<NumberField, string>> {
  const faults = NUMBERS.flatMap((field) => {
    const reading = readNumber(draft[field], { decimal: "auto" });
    if (reading.kind === "number" || reading.kind === "blank") return [];
    return [[field, reading.kind === "ambiguous" ? AMBIGUOUS : "This is not a number. Write it like 12.5."] as const];
  });
  return Object.fromEntries(faults);
}

const AMBIGUOUS = "This number can be read in two ways. Write it without a thousands mark.";

const text = (value: string | number | null | undefined) =>
  value === null || value === undefined ? "" : String(value);

export function draftOf(known: ActionView | null, start: { unit: string; owner: string }): ActionDraft {
  const row = known?.action;
  return {
    title: row?.title ?? "",
    kind: row?.kind ?? "improvement",
    cause: known?.cause ?? "",
    owner: row === undefined ? start.owner : text(row.owner?.code),
    unit: row?.unit.code ?? start.unit,
    kpi: text(row?.kpi?.code),
    objective: text(row?.objective?.code),
    risk: text(row?.risks[0]?.code),
    dueOn: text(row?.dueOn),
    resources: known?.resources ?? "",
    cost: text(known?.cost),
    spent: text(known?.spent),
    progress: text(row?.progress ?? 0),
    steps: row?.steps ?? [],
    effectKpi: text(known?.effect?.kpi),
    effectSize: text(known?.effect?.size),
    effectBy: text(known?.effect?.by),
  };
}

type Input = Omit<CreateActionInput, "owner"> & Pick<ChangeActionInput, "owner">;

/** What the form says; of an action that has started the promise is left as it is. */
export function inputOf(draft: ActionDraft, { isFrozen }: { isFrozen: boolean }): Input {
  const { title, kind, cause, unit, resources, steps, progress } = draft;
  return {
    ...{ title, kind, cause, unit, resources },
    owner: draft.owner || null,
    kpi: draft.kpi || null,
    objective: draft.objective || null,
    risks: draft.risk === "" ? [] : [draft.risk],
    dueOn: (draft.dueOn || null) as DateText | null,
    cost: numberIn(draft.cost),
    spent: numberIn(draft.spent),
    progress: Math.min(100, Math.max(0, Math.round(numberIn(progress) ?? 0))),
    steps: steps.filter((step) => step.text.trim() !== ""),
    ...(isFrozen ? {} : { effect: effectOf(draft) }),
  };
}

function effectOf({ effectKpi, effectSize, effectBy, unit }: ActionDraft): CreateActionInput["effect"] {
  const size = numberIn(effectSize);
  if (effectKpi === "" || size === null) return null;
  return { kpi: effectKpi, unit, size, by: (effectBy || null) as Month | null };
}
