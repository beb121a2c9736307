import type { ObjectiveView } from "../../../shared/contracts/objectives.ts";
import { readNumber } from "../../../shared/domain/number-recognition.ts";

type Choices = ObjectiveView["choices"];

export type Draft = {
  statement: string;
  unit: string;
  theme: string;
  parent: string | null;
  owner: string | null;
  policySentence: number | null;
  plan: ObjectiveView["plan"];
  kpis: ObjectiveView["weights"];
};

/** The five plan fields of ISO 9001:2015, 6.2.2, in its order. */
export const PLAN_FIELDS = [
  { field: "what", label: "What will be done" },
  { field: "resources", label: "Resources" },
  { field: "who", label: "Who does it" },
  { field: "when", label: "When it is done" },
  { field: "evaluation", label: "How results are evaluated" },
] as const;

export function emptyDraft(unit: string, { themes }: Choices): Draft {
  const plan = { what: "", resources: "", who: "", when: "", evaluation: "" };
  const open = { parent: null, owner: null, policySentence: null, kpis: [] };
  return { statement: "", unit, theme: themes[0]?.code ?? "", plan, ...open };
}

export function draftOf(view: ObjectiveView): Draft {
  const { statement, plan, weights } = view;
  return {
    ...{ statement, plan, kpis: weights, unit: view.unit.code, theme: view.theme.code },
    parent: view.parent?.code ?? null,
    owner: view.owner?.code ?? null,
    policySentence: view.policySentence?.id ?? null,
  };
}

/** The chosen KPIs with the weights they had; a new one weighs least. */
export function withKpis({ kpis }: Draft, chosen: readonly string[]): Draft["kpis"] {
  return chosen.map((kpi) => kpis.find((link) => link.kpi === kpi) ?? { kpi, weight: 1 });
}

export function namedOptions(named: readonly { code: string; name: string }[]) {
  return named.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }));
}

/** The step that an objective may take next, as a button says it. */
export function nextStep({ state }: ObjectiveView): { to: "proposed" | "approved"; label: string } | null {
  if (state === "draft") return { to: "proposed", label: "Propose" };
  return state === "proposed" ? { to: "approved", label: "Approve" } : null;
}

/** The proposed number; null where nothing is typed, "unclear" where it can be read in two ways or in none. */
export function proposedTarget(text: string): number | null | "unclear" {
  const reading = readNumber(text, { decimal: "auto" });
  if (reading.kind === "blank") return null;
  return reading.kind === "number" ? reading.value : "unclear";
}
