import { decimalOfNumber } from "../domain/decimal.ts";
import { shownNumber } from "./number-format.ts";
import { tellPage } from "./told/tell-page.ts";

export type NoFunnel = "few" | "no_share";

export function noFunnelSentence(why: NoFunnel, locale: string): string {
  return tellPage(`funnel.${why}`, locale);
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
export function funnelSentence(facts: FunnelFacts, locale: string): string {
  const { units, isAdjusted, overdispersion } = facts;
  const outside = (["worse", "better", "other"] as const).flatMap((side) => {
    const count = facts[side];
    return count === 0 ? [] : [tellPage(`funnel.${side === "other" ? "apart" : side}`, locale, { count })];
  });
  const [only = "", ...more] = outside;
  const named = more.reduce((first, second) => tellPage("and", locale, { first, second }), only);
  const first =
    outside.length === 0
      ? tellPage("funnel.none", locale, { units })
      : tellPage("funnel.some", locale, { units, outside: named });
  const times = shownNumber(decimalOfNumber(Math.round(overdispersion * 10) / 10), 1, locale);
  return first + (isAdjusted ? tellPage("funnel.adjusted", locale, { times }) : tellPage("funnel.chance", locale));
}
