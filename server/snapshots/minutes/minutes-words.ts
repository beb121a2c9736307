import type { MinutedDecision } from "../../../shared/contracts/minutes.ts";
import { dateText, instantText } from "../../../shared/text/instant-text.ts";
import type { MinutesPack } from "./minutes-pack.ts";

/** A decision as a row: what was decided, who carries it out, and what was seen. */
export function decisionCells({ document }: MinutesPack, { decision, evidence }: MinutedDecision): string[] {
  const { locale, timeZone } = document.organisation;
  const { code, kindWord, text, rationale, options, owner, reviewOn, actions } = decision;
  const why = [rationale, options === "" ? "" : `Options: ${options}`].filter((part) => part !== "").join(" ");
  const carried = [
    owner?.name ?? "Nobody named",
    ...(reviewOn === null ? [] : [`reviewed on ${dateText(reviewOn, locale)}`]),
    ...actions.map((action) => `${action.code} ${action.name}: ${action.stateWord}`),
  ];
  const seen =
    evidence === null
      ? ["Nothing was frozen."]
      : [
          ...evidence.seen.map(
            ({ name, shown, target, statusWord }) => `${name} ${shown}, target ${target}: ${statusWord}`,
          ),
          `Snapshot ${evidence.snapshot}, SHA-256 ${evidence.sha256.slice(0, 8)}, as of ${instantText(evidence.asOf, locale, timeZone)}`,
        ];
  return [`${code} ${kindWord}`, why === "" ? text : `${text} ${why}`, carried.join("; "), seen.join(". ")];
}

export const DECISION_HEADS = ["Decision", "What, and why", "Who, and by when", "What was seen"] as const;

type Item = MinutesPack["document"]["agenda"][number];

/** An input of the standard as a row: what the records said, and what was concluded. */
export function inputCells({ input, title, sentence, note, covered, lines, kind }: Item): string[] {
  const listed = kind === "earlier" ? lines.map(({ text, detail }) => `${text} (${detail})`) : [];
  const said = [sentence, ...listed].filter((part) => part !== "").join(" ");
  return [`${input}. ${title}`, said, note === "" ? "–" : note, covered ? "covered" : "not covered"];
}

export const INPUT_HEADS = ["Input", "What the records say", "Concluded", "Covered"] as const;

/** An exception of the meeting as a row. */
export function exceptionCells({ title, sentence, decisions }: Item): string[] {
  return [title, sentence, decisions.length === 0 ? "Not decided" : decisions.join(", ")];
}

export const EXCEPTION_HEADS = ["KPI", "What it says", "Decided"] as const;

export function present({ document: { review } }: MinutesPack): string {
  return review.participants === "" ? "Nobody is named as present." : `Present: ${review.participants}.`;
}

export function notes({ document: { review } }: MinutesPack): string {
  return review.minutes === "" ? "No further notes." : review.minutes;
}
