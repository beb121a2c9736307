import type { Action, Decision, ReviewInput } from "../../db/store.ts";
import type { OverviewKpi } from "../../shared/contracts/insight.ts";
import type { AgendaItem, AgendaLine } from "../../shared/contracts/reviews.ts";
import { isLateAction, isOpen } from "../../shared/domain/action.ts";
import type { AnalysisUse } from "../../shared/domain/kpi-definition.ts";
import { REVIEW_EDITION, REVIEW_INPUTS, type ReviewInputCode } from "../../shared/domain/review-inputs.ts";
import { actionStateWord, ageText, dueText } from "../../shared/text/action-text.ts";
import { inputTitle } from "../../shared/text/review-text.ts";
import type { ReviewFacts } from "./review-facts.ts";

type Filled = Pick<AgendaItem, "sentence" | "lines">;

const LINE: AgendaLine = { text: "", detail: "", tone: "plain", kpi: null, action: null, decision: null };

/** A list of records as an agenda item; what is not there is said in words. */
function listed(lines: readonly AgendaLine[], none: string, some: (count: number) => string): Filled {
  return { sentence: lines.length === 0 ? none : some(lines.length), lines: [...lines] };
}

const counted = (count: number, thing: string) => `${count} ${thing}${count === 1 ? "" : "s"}`;

function actionLine(action: Action, { place, nameOf, decisions }: ReviewFacts): AgendaLine {
  const { code, title, state, owner, dueOn, decision } = action;
  const late = isLateAction(action, place.today);
  const since = decisions.find((known) => known.code === decision)?.decidedOn ?? action.startedOn;
  const words = [
    owner === null ? "nobody yet" : nameOf(owner),
    actionStateWord(state),
    ...(since === null ? [] : [ageText(since, place.today)]),
    ...(dueOn !== null && isOpen(state) ? [dueText(dueOn, place.today)] : []),
  ];
  return {
    ...LINE,
    text: `${code} ${title}`,
    detail: words.join(" · "),
    tone: late ? "bad" : toneOf(state),
    action: code,
  };
}

function toneOf(state: Action["state"]): AgendaLine["tone"] {
  if (state === "effective") return "good";
  return state === "not_effective" ? "watch" : "plain";
}

const STATUS_TONES: Partial<Record<OverviewKpi["status"], AgendaLine["tone"]>> = {
  off: "bad",
  near: "watch",
  on: "good",
};

function kpiLine({ kpi, name, shown, target, statusWord, status, verdict }: OverviewKpi): AgendaLine {
  const against = target === null ? "" : ` against ${target.label}`;
  const tone = STATUS_TONES[status] ?? "plain";
  return { ...LINE, text: `${name} ${shown}${against}`, detail: `${statusWord} · ${verdict.sentence}`, tone, kpi };
}

function kpisFor(use: AnalysisUse, { overview, uses }: ReviewFacts): Filled {
  const kpis = overview.kpis.filter(({ kpi }) => uses.get(kpi)?.includes(use));
  const off = kpis.filter(({ status }) => status === "off").length;
  const none = "No KPI is marked for this use. Say what is known.";
  return listed(kpis.map(kpiLine), none, (count) => `${off} of ${counted(count, "KPI")} off target.`);
}

/** Actions that carry out decisions or are still open, and decisions whose day of looking again has come: oldest first. */
function earlierActions(facts: ReviewFacts): Filled {
  const { actions, decisions, place } = facts;
  const carrying = actions.filter(({ decision, state }) => decision !== null || isOpen(state));
  const since = ({ decision, startedOn, dueOn }: Action) =>
    decisions.find(({ code }) => code === decision)?.decidedOn ?? startedOn ?? dueOn ?? "9";
  const lines = carrying.toSorted((a, b) => (since(a) < since(b) ? -1 : 1)).map((action) => actionLine(action, facts));
  const due = decisions.filter(({ reviewOn }) => reviewOn !== null && reviewOn <= place.today);
  const again = due.map((decision) => decisionLine(decision, facts));
  const late = carrying.filter((action) => isLateAction(action, place.today)).length;
  return listed([...again, ...lines], "No action of an earlier review is open.", () =>
    [
      `${counted(carrying.length, "action")}, ${late} late`,
      ...(due.length === 0 ? [] : [`${counted(due.length, "decision")} to look at again`]),
    ]
      .join("; ")
      .concat("."),
  );
}

function decisionLine({ code, text, decidedOn, reviewOn }: Decision, { place }: ReviewFacts): AgendaLine {
  const detail = `Decided ${ageText(decidedOn, place.today).replace(" old", " ago")}, to be looked at again on ${reviewOn}`;
  return { ...LINE, text: `${code} ${text}`, detail, tone: "watch", decision: code };
}

function objectives({ overview }: ReviewFacts): Filled {
  const held = overview.groups.filter(({ kind }) => kind === "objective");
  const lines = held.map(
    ({ name, sentence, worst }): AgendaLine => ({
      ...LINE,
      text: name,
      detail: sentence,
      tone: worst === "off" ? "bad" : "plain",
    }),
  );
  const met = held.filter(({ worst }) => worst === "on").length;
  return listed(
    lines,
    "No objective of the year holds a KPI here.",
    (count) => `${met} of ${count} objectives wholly on target.`,
  );
}

function actionsOf(facts: ReviewFacts, kinds: readonly Action["kind"][], none: string): Filled {
  const found = facts.actions.filter(({ kind }) => kinds.includes(kind));
  const proven = found.filter(({ state }) => state === "effective").length;
  return listed(
    found.map((action) => actionLine(action, facts)),
    none,
    (count) => `${counted(count, "action")}, ${proven} proven effective.`,
  );
}

function resources(facts: ReviewFacts): Filled {
  const open = facts.actions.filter(({ state }) => isOpen(state));
  const asked = facts.decisions.filter(({ kind }) => kind === "resources");
  const late = open.filter((action) => isLateAction(action, facts.place.today));
  const lines = [
    ...asked.map(({ code, text, decidedOn }) => ({
      ...LINE,
      text: `${code} ${text}`,
      detail: `Decided on ${decidedOn}`,
      decision: code,
    })),
    ...late.map((action) => actionLine(action, facts)),
  ];
  return listed(
    lines,
    "No decision on resources, and no action is late.",
    () => `${counted(asked.length, "decision")} on resources, ${counted(late.length, "action")} late.`,
  );
}

const JUDGED = {
  effective: { word: "Effective", tone: "good" },
  not_effective: { word: "Not effective", tone: "bad" },
  not_judged: { word: "Not judged yet", tone: "plain" },
} as const;

function risks(facts: ReviewFacts): Filled {
  const judged = facts.risks.map(({ code, text, kind, verdict }): AgendaLine => {
    const { word, tone } = JUDGED[verdict];
    return { ...LINE, text: `${code} ${text}`, detail: `${kind === "risk" ? "Risk" : "Opportunity"} · ${word}`, tone };
  });
  const done = facts.risks.filter(({ verdict }) => verdict !== "not_judged").length;
  return listed(
    judged,
    "No risk or opportunity is recorded here.",
    (count) => `The treatment of ${done} of ${count} was judged.`,
  );
}

function improvements(facts: ReviewFacts): Filled {
  const chances = facts.risks.filter(({ kind }) => kind === "opportunity");
  const improving = facts.overview.kpis.filter(({ verdict }) => verdict.variation === "improving");
  const lines = [
    ...chances.map(({ code, text }) => ({ ...LINE, text: `${code} ${text}`, detail: "Opportunity" })),
    ...improving.map(kpiLine),
  ];
  return listed(
    lines,
    "No opportunity is recorded here.",
    () => `Opportunities: ${chances.length}; ${counted(improving.length, "KPI")} improving.`,
  );
}

const FILLED: Readonly<Record<ReviewInputCode, (facts: ReviewFacts) => Filled>> = {
  a: earlierActions,
  b: ({ issues }) =>
    listed(
      issues.map(({ text, detail }) => ({ ...LINE, text, detail })),
      "No internal or external issue is recorded here.",
      (count) => `${counted(count, "issue")} recorded.`,
    ),
  c1: (facts) => kpisFor("customer-satisfaction", facts),
  c2: objectives,
  c3: (facts) => kpisFor("conformity", facts),
  c4: (facts) => actionsOf(facts, ["corrective"], "No corrective action is recorded here."),
  c5: ({ overview }) => ({
    sentence: `${overview.subline}.`,
    lines: overview.kpis.filter(({ status }) => status !== "on").map(kpiLine),
  }),
  c6: () => ({ sentence: "Audit results are kept elsewhere. Say what was found.", lines: [] }),
  c7: (facts) => kpisFor("external-providers", facts),
  d: resources,
  e: risks,
  f: improvements,
};

/** The agenda: earlier actions, then the exceptions, then the other inputs, each filled from the records. */
export function agendaOf(
  facts: ReviewFacts,
  { noted, decisions }: { readonly noted: readonly ReviewInput[]; readonly decisions: readonly Decision[] },
): AgendaItem[] {
  const item = (input: ReviewInputCode, kind: AgendaItem["kind"]): AgendaItem => {
    const note = noted.find((known) => known.input === input);
    return {
      ...{ key: `input-${input}`, kind, input, title: inputTitle(input), kpi: null },
      ...FILLED[input](facts),
      covered: note?.covered ?? false,
      note: note?.note ?? "",
      version: note?.version ?? 0,
      decisions: decisions.filter(({ kpi }) => kpi === null && input === "f").map(({ code }) => code),
    };
  };
  const [first, ...others] = REVIEW_INPUTS[REVIEW_EDITION];
  return [item(first, "earlier"), ...exceptions(facts, decisions), ...others.map((input) => item(input, "input"))];
}

/** KPIs that this review has decided on, in that order, then those that need a decision, the most urgent first. */
function exceptions({ overview }: ReviewFacts, decisions: readonly Decision[]): AgendaItem[] {
  const decided = decisions.toReversed().flatMap(({ kpi }) => (kpi === null ? [] : [kpi]));
  const codes = [...new Set([...decided, ...overview.decisions])];
  return codes.flatMap((code) => {
    const kpi = overview.kpis.find((known) => known.kpi === code);
    if (kpi === undefined) return [];
    const own = decisions.filter((decision) => decision.kpi === code).map((decision) => decision.code);
    const plan = kpi.plan === null ? "No plan yet." : `${kpi.plan.sentence}.`;
    return [
      {
        ...{ key: `kpi-${code}`, kind: "exception" as const, input: "c5" as const, title: kpi.name, kpi },
        sentence: `${kpi.verdict.sentence} ${plan}`,
        lines: [],
        ...{ covered: own.length > 0, note: "", version: 0, decisions: own },
      },
    ];
  });
}
