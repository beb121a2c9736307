import type { ActionRow } from "../../../shared/contracts/actions.ts";
import {
  ACTION_KINDS,
  ACTION_STATES,
  type ActionKind,
  type ActionState,
  isOpen,
} from "../../../shared/domain/action.ts";
import { say } from "../../text/say.ts";
import type { Option } from "../../ui/form-fields.tsx";

/** What the list is narrowed to; the address holds it. `state`: absent for what is open, `all` for everything. */
export type ActionFilter = {
  owner?: string | undefined;
  kind?: string | undefined;
  state?: string | undefined;
  kpi?: string | undefined;
  objective?: string | undefined;
};

/** The filter and how the actions are shown: absent for the list. */
export type ActionSearch = ActionFilter & { show?: "board" | "timeline" | undefined };

export const FILTER_KEYS = ["owner", "kind", "state", "kpi", "objective"] as const;

/** The filter in an address. */
export function readFilter(raw: Readonly<Record<string, unknown>>): ActionSearch {
  const said = FILTER_KEYS.flatMap((key) => {
    const value = raw[key];
    return typeof value === "string" && /^[A-Za-z0-9._-]{1,64}$/.test(value) ? [[key, value] as const] : [];
  });
  const show = raw["show"];
  return { ...Object.fromEntries(said), ...(show === "board" || show === "timeline" ? { show } : {}) };
}

export function filtered(actions: readonly ActionRow[], filter: ActionFilter): ActionRow[] {
  const { owner, kind, state, kpi, objective } = filter;
  return actions.filter(
    (action) =>
      (owner === undefined || action.owner?.code === owner) &&
      (kind === undefined || action.kind === kind) &&
      (kpi === undefined || action.kpi?.code === kpi) &&
      (objective === undefined || action.objective?.code === objective) &&
      isInState(action, state),
  );
}

function isInState({ state, late }: ActionRow, asked: string | undefined): boolean {
  if (asked === undefined) return isOpen(state) || state === "done";
  if (asked === "late") return late;
  return asked === "all" || asked === state;
}

const ANY = (label: string): Option => ({ value: "", label });

/** What the filters offer: only what occurs in the list. */
export function filterOptions(actions: readonly ActionRow[]): Record<(typeof FILTER_KEYS)[number], Option[]> {
  const of = (pick: (action: ActionRow) => { code: string; name: string } | null): Option[] => {
    const found = new Map(
      actions.flatMap((action) => {
        const thing = pick(action);
        return thing === null ? [] : [[thing.code, thing.name] as const];
      }),
    );
    return [...found].map(([value, label]) => ({ value, label })).toSorted((a, b) => (a.label < b.label ? -1 : 1));
  };
  return {
    owner: [ANY(say("actions.everyone")), ...of(({ owner }) => owner)],
    kind: [
      ANY(say("actions.everyKind")),
      ...ACTION_KINDS.map((kind) => ({ value: kind, label: say(`actions.kind.${kind}`) })),
    ],
    state: [
      ANY(say("actions.openAndUnproven")),
      { value: "late", label: say("actions.late") },
      ...ACTION_STATES.map((state) => ({ value: state, label: say(`actions.state.${state}`) })),
      { value: "all", label: say("actions.all") },
    ],
    kpi: [ANY(say("actions.everyKpi")), ...of(({ kpi }) => kpi)],
    objective: [ANY(say("actions.everyObjective")), ...of(({ objective }) => objective)],
  };
}

export function kindOptions(): { value: ActionKind; label: string }[] {
  return ACTION_KINDS.map((kind) => ({ value: kind, label: say(`actions.kind.${kind}`) }));
}

/** Columns of the board, each with its actions in the order of the list. */
export function boardColumns(
  actions: readonly ActionRow[],
): { state: ActionState; word: string; actions: ActionRow[] }[] {
  return ACTION_STATES.map((state) => ({
    state,
    word: say(`actions.state.${state}`),
    actions: actions.filter((action) => action.state === state),
  }));
}

export type TimelineBar = { action: ActionRow; from: number; to: number; isOpenEnd: boolean };

const DAY = 86_400_000;

/** Each action as a bar between shares 0 and 1 of the whole span, with the share at which today stands. */
export function timeline(
  actions: readonly ActionRow[],
  today: string,
): { bars: TimelineBar[]; today: number; first: string; last: string } {
  const days = [today, ...actions.flatMap(({ startedOn, dueOn }) => [startedOn, dueOn].filter((day) => day !== null))];
  const sorted = days.toSorted();
  const first = Date.parse(sorted[0] ?? today) - 10 * DAY;
  const last = Date.parse(sorted.at(-1) ?? today) + 20 * DAY;
  const share = (day: string | null, otherwise: number) =>
    day === null ? otherwise : (Date.parse(day) - first) / (last - first);
  const now = share(today, 0);
  const bars = actions.map((action) => {
    const from = share(action.startedOn, Math.min(now, share(action.dueOn, now)));
    return { action, from, to: Math.max(from + 0.008, share(action.dueOn, 1)), isOpenEnd: action.dueOn === null };
  });
  return {
    bars,
    today: now,
    first: new Date(first).toISOString().slice(0, 10),
    last: new Date(last).toISOString().slice(0, 10),
  };
}

/** First days of the quarters of a span, as shares of it. */
export function quartersOf({ first, last }: { first: string; last: string }): { day: string; at: number }[] {
  const [start, end] = [Date.parse(first), Date.parse(last)];
  const marks: { day: string; at: number }[] = [];
  const year = Number(first.slice(0, 4));
  for (let quarter = 0; quarter < 60; quarter += 1) {
    const at = Date.UTC(year, quarter * 3, 1);
    if (at > end) break;
    if (at >= start) marks.push({ day: new Date(at).toISOString().slice(0, 10), at: (at - start) / (end - start) });
  }
  const step = Math.ceil(marks.length / 10);
  return marks.filter((_, index) => index % step === 0);
}

export function stepsText(steps: ActionRow["steps"]): string {
  return steps.length === 0
    ? ""
    : say("actions.steps", { done: steps.filter(({ done }) => done).length, all: steps.length });
}
