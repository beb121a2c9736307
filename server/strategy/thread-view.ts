import type { Action, ContextLink, Need, Objective, ObjectiveKpi, Party, Risk } from "../../db/store.ts";

import type { OverviewKpi, OverviewView } from "../../shared/contracts/insight.ts";
import type { ThreadCard, ThreadView } from "../../shared/contracts/strategy.ts";
import type { DateText } from "../../shared/domain/calendar.ts";
import { objectiveStatus } from "../../shared/domain/objective-status.ts";
import { riskRating } from "../../shared/domain/risk-rating.ts";
import { type BreakKind, breaksOf, inThreadOrder, type ThreadLink } from "../../shared/domain/strategy-thread.ts";
import { breakSentence, riskLine, threadHeadline } from "../../shared/text/strategy.ts";
import { isLate, planView } from "../judging/plan-view.ts";
import type { PlannedAction } from "../judging/unit-insight.ts";

/** What the thread of a unit and a year is drawn from; all of it of the unit or of those above. */
export type ThreadFacts = {
  readonly overview: OverviewView;
  /** "2024–2027" of the strategy in force. */
  readonly strategyYears: string | null;
  readonly yearName: string;
  readonly locale: string;
  readonly today: DateText;
  readonly parties: readonly Party[];
  readonly needs: readonly Need[];
  readonly risks: readonly Risk[];
  readonly themes: readonly { readonly code: string; readonly name: string; readonly longTermGoal: string }[];
  readonly objectives: readonly Objective[];
  readonly objectiveKpis: readonly ObjectiveKpi[];
  readonly actions: readonly Action[];
  readonly objectiveNeeds: readonly ContextLink[];
  readonly objectiveRisks: readonly ContextLink[];
  readonly actionRisks: readonly ContextLink[];
};

const id = (kind: string, code: string) => `${kind}:${code}`;

export function threadView(facts: ThreadFacts): ThreadView {
  const { overview, strategyYears, yearName } = facts;
  const measured = facts.objectiveKpis.filter(
    ({ objective, kpi }) => isIn(facts.objectives, objective) && overview.kpis.some((each) => each.kpi === kpi),
  );
  const plans = plansOf(facts);
  const breaks = breaksOf(breaksIn(facts, measured));
  const links = linksOf(facts, measured).concat(plans.map(({ kpi, card }) => ({ from: id("kpi", kpi), to: card.id })));
  const strategy = strategyYears === null ? "Strategy" : `Strategy ${strategyYears}`;
  const titles = ["Needs and risks", strategy, `Objectives ${yearName}`, "KPIs", "Plans"];
  const cards = [
    [...facts.needs.map((need) => needCard(need, facts)), ...facts.risks.map(riskCard)],
    facts.themes.map(themeCard),
    facts.objectives.map((objective) => objectiveCard(objective, { measured, facts })),
    overview.kpis.map(kpiCard),
    plans.map(({ card }) => card),
  ];
  const columns = inThreadOrder(cards, { links, fixed: 1 });
  return {
    unit: overview.unit,
    period: overview.period,
    headline: threadHeadline(breaks),
    columns: columns.map((cards, index) => ({ title: titles[index] ?? "", cards })),
    links,
    breaks: breaks.map((found) => ({ kind: found.kind, sentence: breakSentence(found), cards: [...found.cards] })),
  };
}

function isIn(listed: readonly { readonly code: string }[], code: string): boolean {
  return listed.some((each) => each.code === code);
}

function needCard({ code, text, party }: Need, { parties }: ThreadFacts): ThreadCard {
  const detail = parties.find((each) => each.code === party)?.name ?? party;
  return { id: id("need", code), kind: "need", code, title: text, detail, status: null };
}

function riskCard(risk: Risk): ThreadCard {
  const { code, kind, text } = risk;
  return { id: id("risk", code), kind, code, title: text, detail: riskLine(kind, riskRating(risk)), status: null };
}

function themeCard({ code, name, longTermGoal }: ThreadFacts["themes"][number]): ThreadCard {
  return { id: id("theme", code), kind: "theme", code, title: name, detail: longTermGoal, status: null };
}

function objectiveCard(
  { code, statement, unit }: Objective,
  { measured, facts: { overview } }: { measured: readonly ObjectiveKpi[]; facts: ThreadFacts },
): ThreadCard {
  const held = measured.filter(({ objective }) => objective === code);
  const statuses = overview.kpis.filter(({ kpi }) => held.some((link) => link.kpi === kpi)).map(({ status }) => status);
  const { onTarget, kpis, worst } = objectiveStatus(statuses);
  const measuredBy = kpis === 0 ? "No KPI" : `${onTarget} of ${kpis} on target`;
  const detail = unit === overview.unit.code ? measuredBy : `${measuredBy} · of ${unit}`;
  return { id: id("objective", code), kind: "objective", code, title: statement, detail, status: worst };
}

function kpiCard({ kpi, name, shown, target, status }: OverviewKpi): ThreadCard {
  const detail = target === null ? shown : `${shown} · target ${target.label}`;
  return { id: id("kpi", kpi), kind: "kpi", code: kpi, title: name, detail, status };
}

type PlanCard = { readonly kpi: string; readonly card: ThreadCard };

/** Every plan of the KPIs that was not dropped, and what stands where one is missing. */
function plansOf({ overview, actions, ...told }: ThreadFacts): PlanCard[] {
  return overview.kpis.flatMap(({ kpi, verdict }): PlanCard[] => {
    const held = actions.filter((action) => action.kpi === kpi && action.state !== "dropped");
    const cards = held.map((action) => ({ kpi, card: planCard(action, told) }));
    if (!verdict.asks.plan || cards.length > 0) return cards;
    const absent = { kind: "plan", code: "", title: "No plan yet", detail: "", status: "missing" } as const;
    return [{ kpi, card: { id: id("no-plan", kpi), ...absent } }];
  });
}

function planCard(action: PlannedAction, { today, locale }: Pick<ThreadFacts, "today" | "locale">): ThreadCard {
  const { code, title } = action;
  const detail = planView(action, { today, locale }).sentence;
  return { id: id("plan", code), kind: "plan", code, title, detail, status: planStatus(action, today) };
}

function planStatus(action: PlannedAction, today: DateText): ThreadCard["status"] {
  if (isLate(action, today)) return "off";
  return action.state === "effective" ? "on" : null;
}

/** Between neighbouring columns: a need or risk comes to the themes of the objectives that answer it. */
function linksOf(facts: ThreadFacts, measured: readonly ObjectiveKpi[]): ThreadLink[] {
  const themeOf = new Map(facts.objectives.map(({ code, theme }) => [code, theme]));
  const answered = [
    ...facts.objectiveNeeds.map(({ from, to }) => ({
      objective: from,
      card: id("need", to),
      in: isIn(facts.needs, to),
    })),
    ...facts.objectiveRisks.map(({ from, to }) => ({
      objective: from,
      card: id("risk", to),
      in: isIn(facts.risks, to),
    })),
  ];
  const links = [
    ...answered.flatMap(({ objective, card, in: isShown }) => {
      const theme = themeOf.get(objective);
      return theme === undefined || !isShown ? [] : [{ from: card, to: id("theme", theme) }];
    }),
    ...facts.objectives.map(({ code, theme }) => ({ from: id("theme", theme), to: id("objective", code) })),
    ...measured.map(({ objective, kpi }) => ({ from: id("objective", objective), to: id("kpi", kpi) })),
  ];
  return [...new Map(links.map((link) => [`${link.from} ${link.to}`, link])).values()];
}

function breaksIn(facts: ThreadFacts, measured: readonly ObjectiveKpi[]): Record<BreakKind, string[]> {
  const { overview, objectives, needs, risks, themes } = facts;
  const unmeasured = objectives.filter(({ code }) => !measured.some(({ objective }) => objective === code));
  const unanswered = needs.filter(
    ({ code }) => !facts.objectiveNeeds.some(({ from, to }) => to === code && isIn(objectives, from)),
  );
  const untreated = risks.filter(
    (risk) =>
      risk.kind === "risk" && riskRating(risk) === "high" && !facts.actionRisks.some(({ to }) => to === risk.code),
  );
  const empty = themes.filter(({ code }) => !objectives.some(({ theme }) => theme === code));
  const unplanned = overview.kpis.filter(({ status, plan }) => status === "off" && plan === null);
  return {
    off_without_plan: unplanned.map(({ kpi }) => id("kpi", kpi)),
    objective_without_kpi: unmeasured.map(({ code }) => id("objective", code)),
    need_without_objective: unanswered.map(({ code }) => id("need", code)),
    risk_without_action: untreated.map(({ code }) => id("risk", code)),
    theme_without_objective: empty.map(({ code }) => id("theme", code)),
  };
}
