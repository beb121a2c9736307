import type { SetUpProgress } from "../../../shared/contracts/organisation.ts";
import type { ImportKind } from "../../../shared/domain/imports/columns.ts";

export const SET_UP_STEPS = ["organisation", "strategy", "objectives", "kpis", "people"] as const;
export type SetUpStep = (typeof SET_UP_STEPS)[number];

type StepWords = {
  readonly label: string;
  readonly title: string;
  readonly text: string;
  /** Files that fill the step, in their order. */
  readonly kinds: readonly ImportKind[];
  readonly isDone: (progress: SetUpProgress) => boolean;
};

/** The five steps of setting up: what each asks for, and when it is done. */
export const STEP_WORDS: Readonly<Record<SetUpStep, StepWords>> = {
  organisation: {
    label: "Organisation",
    title: "Which units report results?",
    text: "Bring the tree of units as a file, or begin with one unit for the whole organisation.",
    kinds: ["units"],
    isDone: ({ units }) => units > 0,
  },
  strategy: {
    label: "Strategy",
    title: "Where is it going?",
    text: "Strategy and its themes set the direction for the years ahead. Each KPI can serve a theme.",
    kinds: ["themes"],
    isDone: ({ themes }) => themes > 0,
  },
  objectives: {
    label: "Objectives",
    title: "What shall be reached this year?",
    text: "An objective of a year stands under a theme and is measured by KPIs with targets. It can be approved once those are there, so most people pass this step now and come back after the next one.",
    kinds: [],
    isDone: ({ objectives }) => objectives > 0,
  },
  kpis: {
    label: "KPIs",
    title: "How will you know?",
    text: "KPIs, who reports them, their targets, and the results that you have already: the first chart is drawn from these.",
    kinds: ["kpis", "assignments", "targets", "results"],
    isDone: ({ kpis, assignments }) => kpis > 0 && assignments > 0,
  },
  people: {
    label: "People",
    title: "Who takes part?",
    text: "One row gives a person one role. Afterwards, Settings has a one-time link for each of them.",
    kinds: ["people"],
    isDone: ({ people }) => people > 1,
  },
};

/** What is there already of a kind of file. */
export function alreadyThere(kind: ImportKind, progress: SetUpProgress): string | undefined {
  const counts: Partial<Record<ImportKind, number>> = progress;
  if (kind === "results") return progress.hasResults ? "Some are stored" : undefined;
  const count = counts[kind] ?? 0;
  return count === 0 ? undefined : `${count} stored`;
}
