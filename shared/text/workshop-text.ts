import { NO_NUMBER } from "./number-format.ts";

export type WorkshopFacts = {
  /** "at most 3.5". */
  readonly target: string;
  readonly level: string;
  readonly range: string;
  /** As a share of the way from the level to the edge of the usual range; negative on the good side; null where nothing is better. */
  readonly demand: number | null;
  /** 0 to 1. */
  readonly chanceOfMiss: number | null;
  readonly periods: number;
  readonly misses: { readonly mean: number; readonly low: number; readonly high: number };
  /** "about 35 %"; null where it can't be told. */
  readonly yearEnd: string | null;
};

/** What a proposed target would mean for the process as it runs, in words: misses, distance, year's end. */
export function workshopSentences(facts: WorkshopFacts): string[] {
  const sentences = [missSentence(facts), distanceSentence(facts)];
  if (facts.yearEnd !== null) sentences.push(`The year's figure would reach it with ${facts.yearEnd} chance.`);
  return sentences.filter((sentence) => sentence !== "");
}

const OFTEN: Readonly<Record<number, string>> = { 0: "fewer than 1", 10: "more than 9" };

function missSentence({ target, chanceOfMiss, periods, misses }: WorkshopFacts): string {
  if (chanceOfMiss === null) return "";
  const often = OFTEN[Math.round(chanceOfMiss * 10)] ?? `about ${Math.round(chanceOfMiss * 10)}`;
  const year =
    misses.low === misses.high
      ? `${misses.low} of ${periods} in a year`
      : `${misses.low} to ${misses.high} of ${periods} in a year`;
  return `With ${target}, ${often} in 10 periods would miss by chance while nothing changes: ${year}.`;
}

function distanceSentence({ level, range, demand }: WorkshopFacts): string {
  const process = `The process runs at ${level} and usually stays within ${range}.`;
  if (demand === null || level === NO_NUMBER) return process;
  if (demand > 1) return `${process} The target lies beyond what it does: no usual period reaches it.`;
  if (demand < -1) return `${process} Every usual period already meets the target.`;
  if (Math.abs(demand) < 0.1) return `${process} The target lies at that level: half of the periods will miss it.`;
  const way = `${Math.round(Math.abs(demand) * 10) * 10} %`;
  return demand > 0
    ? `${process} The target asks for more than that level, ${way} of the way to the edge of the usual range.`
    : `${process} The target leaves room: ${way} of the way to the edge of the usual range.`;
}
