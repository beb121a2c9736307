import type { SnapshotChange, SnapshotComparison } from "../../shared/contracts/snapshot-comparison.ts";
import { comparisonHeadline, correctedText, movedText, verdictChangedText } from "../../shared/text/comparison-text.ts";
import type { ComparedKpi, ComparedState } from "../judging/frozen-views.ts";

export type Side = { readonly label: string; readonly state: ComparedState };

/** What a later state says otherwise than an earlier one: what was corrected, which verdicts changed, what moved on. */
export function comparison(earlier: Side, later: Side): SnapshotComparison {
  const before = kpisOf(earlier.state);
  const after = kpisOf(later.state);
  const { locale } = later.state;
  const changes = [...new Set([...before.keys(), ...after.keys()])].flatMap((code): SnapshotChange[] => {
    const was = before.get(code);
    const is = after.get(code);
    if (was === undefined) return is === undefined ? [] : [cameOrWent(is, "added")];
    if (is === undefined) return [cameOrWent(was, "removed")];
    return [...corrections({ was, is, locale }), ...verdictChange(was, is), ...movement({ was, is, locale })];
  });
  const count = (kind: SnapshotChange["kind"]) => changes.filter((change) => change.kind === kind).length;
  const counts = { corrected: count("corrected"), verdict: count("verdict"), moved: count("moved") };
  return {
    earlier: sideOf(earlier),
    later: sideOf(later),
    headline: comparisonHeadline({ ...counts, others: count("added") + count("removed") }),
    changes: ORDER.flatMap((kind) => changes.filter((change) => change.kind === kind)),
  };
}

const ORDER = ["corrected", "verdict", "moved", "added", "removed"] as const;

type Pair = { readonly was: ComparedKpi; readonly is: ComparedKpi; readonly locale: string };

function kpisOf({ kpis }: ComparedState): Map<string, ComparedKpi> {
  return new Map(kpis.map((kpi) => [kpi.view.kpi, kpi]));
}

function sideOf({ label, state }: Side): SnapshotComparison["earlier"] {
  return { label, asOf: state.asOf, period: state.period };
}

function cameOrWent({ view }: ComparedKpi, kind: "added" | "removed"): SnapshotChange {
  const shown = kind === "added" ? { before: "–", after: view.shown } : { before: view.shown, after: "–" };
  const sentence = kind === "added" ? `${view.name} is new.` : `${view.name} is no longer there.`;
  return { kpi: view.kpi, name: view.name, kind, period: null, ...shown, sentence };
}

/** Months that both know and show differently. */
function corrections({ was, is, locale }: Pair): SnapshotChange[] {
  const { kpi, name } = is.view;
  const then = new Map(was.points.map((point) => [point.period, point]));
  return is.points.flatMap((point): SnapshotChange[] => {
    const earlier = then.get(point.period);
    if (earlier === undefined || isSame(earlier.figure, point.figure)) return [];
    const pair = { name, before: earlier.shown, after: point.shown };
    const sentence = correctedText(pair, point.period, locale);
    return [{ kpi, kind: "corrected", period: point.period, ...pair, sentence }];
  });
}

type Figure = ComparedKpi["points"][number]["figure"];

function isSame(a: Figure, b: Figure): boolean {
  return a.kind === b.kind && a.value === b.value && a.numerator === b.numerator && a.denominator === b.denominator;
}

function verdictChange(was: ComparedKpi, is: ComparedKpi): SnapshotChange[] {
  const words = ({ view }: ComparedKpi) =>
    [view.statusWord, view.verdict.variationWord, view.verdict.outlookWord].join(", ");
  const pair = { name: is.view.name, before: words(was), after: words(is) };
  if (pair.before === pair.after) return [];
  return [{ kpi: is.view.kpi, kind: "verdict", period: null, ...pair, sentence: verdictChangedText(pair) }];
}

function movement({ was, is, locale }: Pair): SnapshotChange[] {
  const { kpi, name, period, shown } = is.view;
  if (period === was.view.period) return [];
  const pair = { name, before: was.view.shown, after: shown };
  const sentence = movedText(pair, [was.view.period, period], locale);
  return [{ kpi, kind: "moved", period, ...pair, sentence }];
}
