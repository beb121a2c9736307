const NO_FUNNEL = {
  few: "Fewer than 10 units report a share here: how much units differ beyond chance can't be told. See each unit's own chart instead.",
  no_share: "A funnel compares shares of a whole, such as visits on time of all visits. This KPI is no such share.",
} as const;

export type NoFunnel = keyof typeof NO_FUNNEL;

export function noFunnelSentence(why: NoFunnel): string {
  return NO_FUNNEL[why];
}

export type FunnelFacts = {
  readonly units: number;
  readonly better: number;
  readonly worse: number;
  readonly other: number;
  readonly isAdjusted: boolean;
  readonly overdispersion: number;
};

/** What the funnel says: who lies beyond what size and the usual spread between units explain. */
export function funnelSentence(facts: FunnelFacts): string {
  const { units, better, worse, other, isAdjusted, overdispersion } = facts;
  const outside = [counted(worse, "worse"), counted(better, "better"), counted(other, "apart")].filter(Boolean);
  const first =
    outside.length === 0
      ? `None of the ${units} units differs from the whole by more than their sizes and usual spread explain.`
      : `Of ${units} units, ${outside.join(" and ")} than sizes and usual spread explain; the others do not differ.`;
  const second = isAdjusted
    ? ` Units differ ${overdispersion.toFixed(1)} times as much as chance alone would have it; the limits allow for that.`
    : " Units differ no more than chance alone would have it.";
  return first + second;
}

function counted(count: number, word: "worse" | "better" | "apart"): string | null {
  if (count === 0) return null;
  const verb = count === 1 ? "is" : "are";
  return word === "apart" ? `${count} ${verb} farther off` : `${count} ${verb} ${word}`;
}
